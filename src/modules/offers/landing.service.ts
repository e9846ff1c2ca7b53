import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { landingPointsFor, landingStates } from '../../core/review/landing-checklist';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { LandingItemEntity } from '../../database/entities/landing-item.entity';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { readWorkflowSetting } from '../../database/read-workflow-setting';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput, notFound } from '../../platform/http/problem';
import { ProposalStepsService } from '../proposals/proposal-steps.service';
import { CaseStepService } from './case-step.service';
import type { LandingRequestDto, PreparationRequestDto } from './case.dto';

/** The soft landing: what is arranged between a client's yes and the key. */
@Injectable()
export class LandingService {
  constructor(
    private readonly steps: CaseStepService,
    private readonly proposals: ProposalStepsService,
    private readonly clock: Clock,
  ) {}

  /** Opens the checklist of the home's programme. Throws as `CaseStepService.take`, and 409 where the region has none. */
  async prepare(actor: ActingAccount, id: string, { versie, toelichting }: PreparationRequestDto): Promise<void> {
    const step = { action: 'voorbereiden', version: versie, rechecks: true } as const;
    await this.steps.take(actor, id, step, async (manager, proposal) => {
      await this.proposals.take(manager, actor, proposal, 'voorbereiden', { note: toelichting });
      // A case that was taken back a step keeps what was arranged already.
      if (!(await manager.existsBy(LandingItemEntity, { proposalId: id }))) await this.open(manager, proposal);
    });
  }

  /** Settles one point, or opens it again. Throws 404 for a point that this case does not have, and 400 where it asks why. */
  async settle(actor: ActingAccount, id: string, code: string, request: LandingRequestDto): Promise<void> {
    const state = landingStates.toInternal(request.stand);
    if (state === 'not-applicable' && request.toelichting === undefined) {
      const verwacht = 'verplicht als een punt niet van toepassing is';
      throw invalidInput([{ in: 'body', veld: 'toelichting', waarde: null, verwacht }]);
    }
    // Points can be settled as long as the key can be handed over.
    await this.steps.take(actor, id, { action: 'huisvesten', version: undefined }, async (manager) => {
      const item = await manager.findOneBy(LandingItemEntity, { proposalId: id, code });
      if (item === null) throw notFound('punt in de zachte landing', code);
      const isOpen = state === 'open';
      await manager.update(
        LandingItemEntity,
        { id: item.id },
        {
          state,
          note: request.toelichting ?? null,
          settledBy: isOpen ? null : actor.accountId,
          settledAt: isOpen ? null : this.clock.now(),
        },
      );
    });
  }

  private async open(manager: EntityManager, { id, regionId, householdId, unitId }: ProposalEntity): Promise<void> {
    const setting = await readWorkflowSetting(manager, regionId, 'landing-checklist', this.clock.today());
    if (setting === null) {
      throw conflict(
        'geen-controlelijst',
        'Geen controlelijst',
        'De regio heeft geen lijst vastgesteld voor de zachte landing. Vraag de beheerder de gegevens van de regio bij te werken.',
      );
    }
    const { programme } = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    const { ownerOrganisationId } = await manager.findOneByOrFail(HouseholdEntity, { id: householdId });
    await manager.insert(
      LandingItemEntity,
      landingPointsFor(setting.document, programme).map(({ code, nl, required, toldToCorporatie }, position) => ({
        ...{ id: randomUUID(), regionId, ownerOrganisationId, householdId, proposalId: id },
        ...{ position, code, label: nl, required, toldToCorporatie, settingVersion: setting.version },
      })),
    );
  }
}
