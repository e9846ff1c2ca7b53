import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type AttendanceDto,
  attendanceSchema,
  type InviteDto,
  inviteSchema,
  type NewEntryDto,
  newEntrySchema,
  type NewPanelCaseDto,
  newPanelCaseSchema,
  type NewPanelDto,
  newPanelSchema,
  type PanelDto,
  type PanelLineDto,
  panelLineSchema,
  panelListQuery,
  type PanelListQuery,
  panelSchema,
  type SeenPanelDto,
  seenPanelSchema,
  type TakenBackDto,
  takenBackSchema,
} from './panel.dto';
import { PanelAgendaService } from './panel-agenda.service';
import { PanelStepsService } from './panel-steps.service';
import { PanelsService } from './panels.service';

const uuid = z.uuid();
/** Of each read and step: about which clients it is. */
const ofClients = (action: string) => ({
  action,
  objectType: 'household',
  purpose: 'Overleg aan de veldtafel of in het triageteam',
  ids: ({ agenda }: PanelDto) => agenda.map(({ client }) => client.id),
});

@ApiTags('Veldtafel')
@Controller('v1/veldtafels')
export class PanelsController {
  constructor(
    private readonly panels: PanelsService,
    private readonly steps: PanelStepsService,
    private readonly agenda: PanelAgendaService,
  ) {}

  @Get()
  @Requires('panel.read')
  @ApiOperation({
    operationId: 'veldtafels',
    summary: 'Bijeenkomsten van de veldtafel en het triageteam',
    description: 'Een coördinator ziet die van de regio, een lid alleen die waarvoor het is uitgenodigd.',
  })
  @Answers(pageSchema(panelLineSchema), { description: 'Een pagina bijeenkomsten, zonder cliënten.' })
  list(
    @Query({ schema: panelListQuery }) query: PanelListQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<PanelLineDto>> {
    return this.panels.list(actor, query);
  }

  @Get(':id')
  @Requires('panel.read')
  @ReadsPersons<PanelDto>(ofClients('panel.read'))
  @ApiOperation({
    operationId: 'veldtafel',
    summary: 'Eén bijeenkomst met agenda, adviezen, besluiten en aanwezigheid',
  })
  @Answers(panelSchema, { description: 'De bijeenkomst. Van een cliënt alleen wat de vraag nodig heeft.' })
  detail(@Param('id', { schema: uuid }) id: string, @Actor() actor: ActingAccount): Promise<PanelDto> {
    return this.panels.read(actor, id);
  }

  @Post()
  @Requires('panel.manage')
  @ReadsPersons<PanelDto>(ofClients('panel.plan'))
  @ApiOperation({ operationId: 'planVeldtafel', summary: 'Plan een bijeenkomst van de veldtafel of het triageteam' })
  @Answers(panelSchema, { status: 201, description: 'De bijeenkomst.' })
  plan(@Body({ schema: newPanelSchema }) body: NewPanelDto, @Actor() actor: ActingAccount): Promise<PanelDto> {
    return this.steps.plan(actor, body);
  }

  @Post(':id/uitnodigingen')
  @HttpCode(200)
  @Requires('panel.manage')
  @ReadsPersons<PanelDto>(ofClients('panel.invite'))
  @ApiOperation({ operationId: 'nodigUitVoorVeldtafel', summary: 'Nodig iemand uit; die ziet dan de agenda' })
  @Answers(panelSchema, { description: 'De bijeenkomst.' })
  invite(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: inviteSchema }) body: InviteDto,
    @Actor() actor: ActingAccount,
  ): Promise<PanelDto> {
    return this.steps.invite(actor, id, body);
  }

  @Post(':id/aanwezigheid')
  @HttpCode(200)
  @Requires('panel.manage')
  @ReadsPersons<PanelDto>(ofClients('panel.attend'))
  @ApiOperation({ operationId: 'legAanwezigheidVast', summary: 'Leg vast wie er was' })
  @Answers(panelSchema, { description: 'De bijeenkomst.' })
  attend(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: attendanceSchema }) body: AttendanceDto,
    @Actor() actor: ActingAccount,
  ): Promise<PanelDto> {
    return this.steps.attend(actor, id, body);
  }

  @Post(':id/zaken')
  @HttpCode(200)
  @Requires('panel.manage')
  @ReadsPersons<PanelDto>(ofClients('panel.put-on-agenda'))
  @ApiOperation({ operationId: 'zetZaakOpAgenda', summary: 'Zet een cliënt met een vraag op de agenda' })
  @Answers(panelSchema, { description: 'De bijeenkomst.' })
  put(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: newPanelCaseSchema }) body: NewPanelCaseDto,
    @Actor() actor: ActingAccount,
  ): Promise<PanelDto> {
    return this.agenda.put(actor, id, body);
  }

  @Post(':id/zaken/:zaak/bijdragen')
  @HttpCode(200)
  @Requires('panel.write')
  @ReadsPersons<PanelDto>(ofClients('panel.write'))
  @ApiOperation({
    operationId: 'schrijfBijZaak',
    summary: 'Schrijf een advies, het besluit of een aanvulling bij een zaak',
    description:
      'Op naam, en alleen toe te voegen. Een lid schrijft advies; een coördinator ook het besluit. Na het vaststellen van het verslag kan alleen een aanvulling.',
  })
  @Answers(panelSchema, { description: 'De bijeenkomst.' })
  write(
    @Param('id', { schema: uuid }) id: string,
    @Param('zaak', { schema: uuid }) caseId: string,
    @Body({ schema: newEntrySchema }) body: NewEntryDto,
    @Actor() actor: ActingAccount,
  ): Promise<PanelDto> {
    return this.agenda.write(actor, { meetingId: id, caseId }, body);
  }

  @Post(':id/vaststellingen')
  @HttpCode(200)
  @Requires('panel.manage')
  @ReadsPersons<PanelDto>(ofClients('panel.close'))
  @ApiOperation({
    operationId: 'stelVerslagVast',
    summary: 'Stel het verslag vast; daarna verandert er niets meer aan',
  })
  @Answers(panelSchema, { description: 'De bijeenkomst met het vastgestelde verslag.' })
  close(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: seenPanelSchema }) body: SeenPanelDto,
    @Actor() actor: ActingAccount,
  ): Promise<PanelDto> {
    return this.steps.close(actor, id, body);
  }

  @Post(':id/afgelastingen')
  @HttpCode(200)
  @Requires('panel.manage')
  @ReadsPersons<PanelDto>(ofClients('panel.cancel'))
  @ApiOperation({
    operationId: 'gelastVeldtafelAf',
    summary: 'Gelast een geplande bijeenkomst af; wie is uitgenodigd ziet de agenda dan niet meer',
  })
  @Answers(panelSchema, { description: 'De afgelaste bijeenkomst.' })
  cancel(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: takenBackSchema }) body: TakenBackDto,
    @Actor() actor: ActingAccount,
  ): Promise<PanelDto> {
    return this.steps.cancel(actor, id, body);
  }

  @Post(':id/zaken/:zaak/intrekkingen')
  @HttpCode(200)
  @Requires('panel.manage')
  @ReadsPersons<PanelDto>(ofClients('panel.take-off-agenda'))
  @ApiOperation({
    operationId: 'haalZaakVanAgenda',
    summary: 'Haal een zaak van de agenda; wat erbij is geschreven blijft in het verloop van de cliënt',
  })
  @Answers(panelSchema, { description: 'De bijeenkomst zonder de zaak.' })
  takeOff(
    @Param('id', { schema: uuid }) id: string,
    @Param('zaak', { schema: uuid }) caseId: string,
    @Body({ schema: takenBackSchema }) body: TakenBackDto,
    @Actor() actor: ActingAccount,
  ): Promise<PanelDto> {
    return this.steps.takeOff(actor, { meetingId: id, caseId }, body);
  }

  @Post(':id/uitnodigingen/:deelnemer/intrekkingen')
  @HttpCode(200)
  @Requires('panel.manage')
  @ReadsPersons<PanelDto>(ofClients('panel.uninvite'))
  @ApiOperation({
    operationId: 'trekUitnodigingIn',
    summary: 'Trek een uitnodiging in; deze persoon ziet de bijeenkomst dan niet meer',
  })
  @Answers(panelSchema, { description: 'De bijeenkomst.' })
  uninvite(
    @Param('id', { schema: uuid }) id: string,
    @Param('deelnemer', { schema: uuid }) attendeeId: string,
    @Body({ schema: seenPanelSchema }) body: SeenPanelDto,
    @Actor() actor: ActingAccount,
  ): Promise<PanelDto> {
    return this.steps.uninvite(actor, { meetingId: id, attendeeId }, body);
  }
}
