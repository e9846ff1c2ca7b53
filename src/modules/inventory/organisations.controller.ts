import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type AanbiederDto,
  type AanbiederQuery,
  aanbiederQuery,
  aanbiederSchema,
  type CorporatieDto,
  type CorporatieQuery,
  corporatieQuery,
  corporatieSchema,
  type OrganisationDto,
  type OrganisationQuery,
  organisationQuery,
  organisationSchema,
} from './organisation.dto';
import { OrganisationsService } from './organisations.service';

@ApiTags('Organisaties')
@Controller('v1')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get('organisaties')
  @Requires('organisation.read')
  @ApiOperation({ operationId: 'organisaties', summary: 'Alle organisaties van uw regio' })
  @Answers(pageSchema(organisationSchema), { description: 'Een pagina organisaties.' })
  all(
    @Query({ schema: organisationQuery }) query: OrganisationQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<OrganisationDto>> {
    return this.organisations.all(actor.regionId, query);
  }

  @Get('corporaties')
  @Requires('organisation.read')
  @ApiOperation({ operationId: 'corporaties', summary: 'De corporaties van uw regio' })
  @Answers(pageSchema(corporatieSchema), { description: 'Een pagina corporaties.' })
  corporaties(
    @Query({ schema: corporatieQuery }) query: CorporatieQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<CorporatieDto>> {
    return this.organisations.corporaties(actor.regionId, query);
  }

  @Get('aanbieders')
  @Requires('organisation.read')
  @ApiOperation({ operationId: 'aanbieders', summary: 'De aanbieders van begeleiding in uw regio' })
  @Answers(pageSchema(aanbiederSchema), { description: 'Een pagina aanbieders.' })
  aanbieders(
    @Query({ schema: aanbiederQuery }) query: AanbiederQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<AanbiederDto>> {
    return this.organisations.aanbieders(actor.regionId, query);
  }
}
