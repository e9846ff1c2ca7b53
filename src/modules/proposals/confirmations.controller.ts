import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type AllocationDto, allocationSchema } from './allocation.dto';
import { AllocationsService } from './allocations.service';
import {
  type ConfirmationRequestDto,
  confirmationRequestSchema,
  type DeclineRequestDto,
  declineRequestSchema,
  type OwnerWithdrawalDto,
  ownerWithdrawalSchema,
} from './confirmation.dto';
import { ConfirmationService } from './confirmation.service';

const allocationId = z.uuid();
const reads = (action: string) => ({
  action,
  objectType: 'proposal' as const,
  ids: ({ id }: AllocationDto) => [id],
});

@ApiTags('Toewijzingen')
@Controller('v1/toewijzingen')
export class ConfirmationsController {
  constructor(
    private readonly confirmations: ConfirmationService,
    private readonly allocations: AllocationsService,
  ) {}

  @Post(':id/bevestigingen')
  @Requires('proposal.confirm')
  @ReadsPersons<AllocationDto>(reads('allocation.confirm'))
  @ApiOperation({
    operationId: 'bevestigToewijzing',
    summary: 'Bevestig een goedgekeurd voorstel voor een eigen woning',
    description:
      'Alle harde regels worden opnieuw bekeken met de gegevens van vandaag. Klopt er iets niet meer, dan gaat het voorstel terug naar de wooncoördinator en volgt 409. Wie het voorstel goedkeurde, kan het niet ook bevestigen.',
  })
  @Answers(allocationSchema, { status: 201, description: 'Het toewijzingsprofiel na de bevestiging.' })
  async confirm(
    @Param('id', { schema: allocationId }) id: string,
    @Body({ schema: confirmationRequestSchema }) body: ConfirmationRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<AllocationDto> {
    await this.confirmations.confirm(actor, id, body);
    return this.allocations.get(actor, id);
  }

  @Post(':id/terugsturingen')
  @Requires('proposal.confirm')
  @ReadsPersons<AllocationDto>(reads('allocation.decline'))
  @ApiOperation({
    operationId: 'stuurToewijzingTerug',
    summary: 'Stuur een goedgekeurd voorstel terug naar de wooncoördinator, met een reden',
    description:
      'De woning blijft vastgehouden tot de wooncoördinator heeft geantwoord: intrekken met uw reden, opnieuw vragen met een toelichting, of de woning buiten gebruik stellen.',
  })
  @Answers(allocationSchema, { status: 201, description: 'Het toewijzingsprofiel na het terugsturen.' })
  async decline(
    @Param('id', { schema: allocationId }) id: string,
    @Body({ schema: declineRequestSchema }) body: DeclineRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<AllocationDto> {
    await this.confirmations.decline(actor, id, body);
    return this.allocations.get(actor, id);
  }

  @Post(':id/intrekkingen')
  @Requires('proposal.withdraw')
  @ReadsPersons<{ id: string }>({ action: 'allocation.withdraw', objectType: 'proposal', ids: ({ id }) => [id] })
  @ApiOperation({
    operationId: 'trekToewijzingIn',
    summary: 'Trek een toewijzing van een eigen woning in, met een reden',
    description: 'Kan tot de sleutel is overgedragen. Daarna ziet u het toewijzingsprofiel niet meer.',
  })
  @Answers(z.object({ id: z.uuid(), status: z.literal('ingetrokken') }).meta({ id: 'IngetrokkenToewijzing' }), {
    status: 201,
    description: 'De toewijzing is ingetrokken.',
  })
  async withdraw(
    @Param('id', { schema: allocationId }) id: string,
    @Body({ schema: ownerWithdrawalSchema }) body: OwnerWithdrawalDto,
    @Actor() actor: ActingAccount,
  ): Promise<{ id: string; status: 'ingetrokken' }> {
    await this.confirmations.withdraw(actor, id, body);
    return { id, status: 'ingetrokken' };
  }
}
