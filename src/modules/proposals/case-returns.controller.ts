import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import {
  type NoteRequestDto,
  noteRequestSchema,
  type WithdrawalRequestDto,
  withdrawalRequestSchema,
} from './case-return.dto';
import { CaseReturnService } from './case-return.service';
import { type ProposalDetailDto, proposalDetailSchema } from './proposal.dto';
import { ProposalsService } from './proposals.service';

const proposalId = z.uuid();
const reads = (action: string) => ({
  action,
  objectType: 'household' as const,
  ids: ({ client }: ProposalDetailDto) => [client.id],
});

@ApiTags('Voorstellen')
@Controller('v1/voorstellen')
export class CaseReturnsController {
  constructor(
    private readonly returns: CaseReturnService,
    private readonly proposals: ProposalsService,
  ) {}

  @Post(':id/doorzettingen')
  @Requires('proposal.review')
  @ReadsPersons<ProposalDetailDto>(reads('proposal.override'))
  @ApiOperation({
    operationId: 'zetVoorstelDoor',
    summary: 'Vraag de corporatie opnieuw om te bevestigen wat zij terugstuurde',
  })
  @Answers(proposalDetailSchema, { status: 201, description: 'Het voorstel, dat weer op bevestiging wacht.' })
  async override(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: noteRequestSchema }) body: NoteRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<ProposalDetailDto> {
    await this.returns.override(actor, id, body);
    return this.proposals.get(actor, id);
  }

  @Post(':id/intrekkingen')
  @Requires('proposal.withdraw')
  @ReadsPersons<ProposalDetailDto>(reads('proposal.withdraw'))
  @ApiOperation({
    operationId: 'trekVoorstelIn',
    summary: 'Trek een goedgekeurd voorstel in, met een reden',
    description:
      'Kan tot de sleutel is overgedragen. De woning is daarna weer vrij, of gaat in dezelfde stap buiten gebruik. De reden zegt hoelang dit paar niet opnieuw wordt voorgesteld. Een corporatie trekt in via /v1/toewijzingen.',
  })
  @Answers(proposalDetailSchema, { status: 201, description: 'Het voorstel na het intrekken.' })
  async withdraw(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: withdrawalRequestSchema }) body: WithdrawalRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<ProposalDetailDto> {
    await this.returns.withdraw(actor, id, body);
    return this.proposals.get(actor, id);
  }

  @Post(':id/terugzettingen')
  @Requires('proposal.step-back')
  @ReadsPersons<ProposalDetailDto>(reads('proposal.step-back'))
  @ApiOperation({
    operationId: 'zetVoorstelTerug',
    summary: 'Zet een zaak die loopt één stap terug, met een reden',
    description: 'Wat voor de bevestiging terugkomt, moet de corporatie opnieuw bevestigen.',
  })
  @Answers(proposalDetailSchema, { status: 201, description: 'Het voorstel, één stap terug.' })
  async stepBack(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: noteRequestSchema }) body: NoteRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<ProposalDetailDto> {
    await this.returns.stepBack(actor, id, body);
    return this.proposals.get(actor, id);
  }

  @Post(':id/heropeningen')
  @Requires('proposal.review')
  @ReadsPersons<ProposalDetailDto>(reads('proposal.reopen'))
  @ApiOperation({
    operationId: 'heropenVoorstel',
    summary: 'Open een voorstel dat is geweigerd, verlopen of ingetrokken opnieuw',
    description:
      'Alleen als de cliënt nog wacht en de woning vrij is; anders volgt 409 met wat er in de weg staat. Daarna wordt het opnieuw beoordeeld.',
  })
  @Answers(proposalDetailSchema, { status: 201, description: 'Het voorstel, dat weer op beoordeling wacht.' })
  async reopen(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: noteRequestSchema }) body: NoteRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<ProposalDetailDto> {
    await this.returns.reopen(actor, id, body);
    return this.proposals.get(actor, id);
  }
}
