import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { regionOf } from '../../platform/access/region-of';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import {
  type AgreementOverviewDto,
  type AgreementQuery,
  agreementOverviewSchema,
  agreementQuery,
  type DraagkrachtOverviewDto,
  type DraagkrachtQuery,
  draagkrachtOverviewSchema,
  draagkrachtQuery,
  type SpreidingOverviewDto,
  type SpreidingQuery,
  spreidingOverviewSchema,
  spreidingQuery,
} from './standing.dto';
import { StandingService } from './standing.service';

@ApiTags('Monitor')
@Controller('v1')
export class MonitorController {
  constructor(private readonly standing: StandingService) {}

  @Get('spreiding')
  @Requires('quota.read')
  @ApiOperation({ operationId: 'spreiding', summary: 'De stand van de spreiding per gemeente' })
  @Answers(spreidingOverviewSchema, { description: 'Afgesproken, gerealiseerd, voorgesteld en wat er over is.' })
  spreiding(
    @Query({ schema: spreidingQuery }) query: SpreidingQuery,
    @Actor() actor: ActingAccount,
  ): Promise<SpreidingOverviewDto> {
    return this.standing.spreiding(regionOf(actor, query.regio), actor.role, query);
  }

  @Get('draagkracht')
  @Requires('quota.read')
  @ApiOperation({ operationId: 'draagkracht', summary: 'De stand van de draagkracht per wijk of dorp' })
  @Answers(draagkrachtOverviewSchema, { description: 'Draagkracht, belasting, voorgesteld en wat er over is.' })
  draagkracht(
    @Query({ schema: draagkrachtQuery }) query: DraagkrachtQuery,
    @Actor() actor: ActingAccount,
  ): Promise<DraagkrachtOverviewDto> {
    return this.standing.draagkracht(regionOf(actor, query.regio), actor.role, query);
  }

  @Get('prestatieafspraken')
  @Requires('quota.read')
  @ApiOperation({ operationId: 'prestatieafspraken', summary: 'De stand van de prestatieafspraken' })
  @Answers(agreementOverviewSchema, { description: 'Afgesproken, gerealiseerd, voorgesteld en wat er nog ontbreekt.' })
  agreements(
    @Query({ schema: agreementQuery }) query: AgreementQuery,
    @Actor() actor: ActingAccount,
  ): Promise<AgreementOverviewDto> {
    return this.standing.agreements(regionOf(actor, query.regio), actor.role, query);
  }
}
