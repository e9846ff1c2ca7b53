import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type DoelgroepDto,
  type DoelgroepQuery,
  doelgroepQuery,
  doelgroepSchema,
  type GemeenteDto,
  type GemeenteQuery,
  gemeenteQuery,
  gemeenteSchema,
  type RegionDetailDto,
  type RegionDto,
  type RegionQuery,
  regionDetailSchema,
  regionQuery,
  regionSchema,
  type WijkDto,
  type WijkQuery,
  wijkQuery,
  wijkSchema,
} from './area.dto';
import { AreasService } from './areas.service';

const regionId = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'kleine letters, cijfers en koppeltekens');

@ApiTags('Gebieden')
@Controller('v1')
export class AreasController {
  constructor(private readonly areas: AreasService) {}

  @Get('regios')
  @Requires('region.read')
  @ApiOperation({ operationId: 'regios', summary: 'De regio’s waarin u werkt' })
  @Answers(pageSchema(regionSchema), { description: 'Een pagina regio’s.' })
  regions(@Query({ schema: regionQuery }) query: RegionQuery, @Actor() actor: ActingAccount): Promise<Page<RegionDto>> {
    return this.areas.regions(actor.regionId, query);
  }

  @Get('regios/:id')
  @Requires('region.read')
  @ApiOperation({ operationId: 'regio', summary: 'Een regio met haar aantallen' })
  @Answers(regionDetailSchema, { description: 'De regio.' })
  region(@Param('id', { schema: regionId }) id: string, @Actor() actor: ActingAccount): Promise<RegionDetailDto> {
    return this.areas.region(actor.regionId, id);
  }

  @Get('gemeenten')
  @Requires('region.read')
  @ApiOperation({ operationId: 'gemeenten', summary: 'De gemeenten van uw regio' })
  @Answers(pageSchema(gemeenteSchema), { description: 'Een pagina gemeenten.' })
  gemeenten(
    @Query({ schema: gemeenteQuery }) query: GemeenteQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<GemeenteDto>> {
    return this.areas.gemeenten(actor.regionId, query);
  }

  @Get('wijken')
  @Requires('region.read')
  @ApiOperation({ operationId: 'wijken', summary: 'De wijken en dorpen van uw regio' })
  @Answers(pageSchema(wijkSchema), { description: 'Een pagina wijken en dorpen.' })
  wijken(@Query({ schema: wijkQuery }) query: WijkQuery, @Actor() actor: ActingAccount): Promise<Page<WijkDto>> {
    return this.areas.wijken(actor.regionId, query);
  }

  @Get('doelgroepen')
  @Requires('region.read')
  @ApiOperation({ operationId: 'doelgroepen', summary: 'De doelgroepen' })
  @Answers(pageSchema(doelgroepSchema), { description: 'Een pagina doelgroepen.' })
  doelgroepen(@Query({ schema: doelgroepQuery }) query: DoelgroepQuery): Promise<Page<DoelgroepDto>> {
    return this.areas.doelgroepen(query);
  }
}
