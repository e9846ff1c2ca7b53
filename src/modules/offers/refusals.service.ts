import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { consequenceOf, isExempt, type RefusalOutcome } from '../../core/review/refusal-policy';
import { banUntil, rejectionReason } from '../../core/review/rejection-reasons';
import { systemOf } from '../../database/acting';
import { HouseholdRefusalEntity } from '../../database/entities/household-refusal.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { OfferRefusalEntity } from '../../database/entities/offer-refusal.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { readWorkflowSetting } from '../../database/read-workflow-setting';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, notFound } from '../../platform/http/problem';
import { ProposalStepsService } from '../proposals/proposal-steps.service';
import type { JudgementRequestDto } from './case.dto';

/**
 * What a refusal leads to. Its reason becomes a fact about this client and this home at once. Whether anything else follows
 * depends on a person: only a refusal of a home that was passend counts, and the region's table says what then follows.
 */
@Injectable()
export class RefusalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proposals: ProposalStepsService,
    private readonly clock: Clock,
  ) {}

  /** Part of the step that refuses. The home is free again, and the client keeps the place in the queue. */
  async record(
    manager: EntityManager,
    actor: ActingAccount,
    proposal: ProposalEntity,
    { contactId, reasonCode }: { readonly contactId: string; readonly reasonCode: string },
  ): Promise<void> {
    const { id: proposalId, householdId, unitId, regionId } = proposal;
    const { ownerOrganisationId } = await manager.findOneByOrFail(HouseholdEntity, { id: householdId });
    const owned = { regionId, ownerOrganisationId, householdId, proposalId, reasonCode };
    const today = this.clock.today();
    const until = banUntil(rejectionReason(reasonCode)?.ban ?? 'none', today);
    if (until !== undefined) {
      await manager.insert(HouseholdRefusalEntity, { ...owned, id: randomUUID(), unitId, complexId: null, until });
    }
    const setting = await readWorkflowSetting(manager, regionId, 'refusal-consequences', today);
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    const isFree = setting === null || isExempt(setting.document, unit);
    await manager.insert(OfferRefusalEntity, {
      ...{ ...owned, id: randomUUID(), contactId },
      // Where nothing can follow there is nothing to judge.
      ...(isFree && { consequence: 'none', settingVersion: setting?.version ?? null }),
    });
    await this.proposals.release(manager, actor, unitId);
  }

  /**
   * Judges the last refusal of a case. Throws 404 for a case that is not there, and 409 when there is nothing to judge or
   * the client has been promised another home.
   */
  async judge(actor: ActingAccount, id: string, { passend, toelichting }: JudgementRequestDto): Promise<void> {
    const work = async (manager: EntityManager): Promise<void> => {
      if (!(await manager.existsBy(ProposalEntity, { id, regionId: actor.regionId }))) throw notFound('voorstel', id);
      await actingWithin(manager, systemOf(actor.regionId, actor.accountId), async () => {
        const proposal = await this.proposals.lock(manager, actor.regionId, id);
        const refusal = await manager.findOneBy(OfferRefusalEntity, { proposalId: id, consequence: IsNull() });
        if (refusal === null) {
          throw conflict(
            'niets-te-beoordelen',
            'Niets te beoordelen',
            'Bij dit voorstel wacht geen weigering op een oordeel.',
          );
        }
        const { outcome, version } = await this.outcome(manager, proposal, refusal, passend);
        if (outcome.consequence !== 'none') await this.park(manager, proposal, outcome);
        await manager.update(
          OfferRefusalEntity,
          { id: refusal.id },
          {
            ...{ suitable: passend, judgedBy: actor.accountId, judgedAt: this.clock.now(), judgedNote: toelichting },
            ...{ consequence: outcome.consequence, parkedUntil: outcome.until, settingVersion: version },
          },
        );
      });
    };
    await inTransaction(this.dataSource, work, { actor });
  }

  private async outcome(
    manager: EntityManager,
    { householdId, regionId, unitId }: ProposalEntity,
    { id, reasonCode }: OfferRefusalEntity,
    suitable: boolean,
  ): Promise<{ readonly outcome: RefusalOutcome; readonly version: string | null }> {
    const today = this.clock.today();
    const setting = await readWorkflowSetting(manager, regionId, 'refusal-consequences', today);
    const { programme, housingFirst } = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    const earlierSuitable = await manager.countBy(OfferRefusalEntity, { householdId, suitable: true, id: Not(id) });
    const judgement = { reason: reasonCode, suitable, earlierSuitable, programme, housingFirst };
    return {
      outcome: consequenceOf(setting?.document ?? null, judgement, today),
      version: setting?.version ?? null,
    };
  }

  private async park(
    manager: EntityManager,
    { householdId }: ProposalEntity,
    { until }: RefusalOutcome,
  ): Promise<void> {
    const household = await manager.findOneOrFail(HouseholdEntity, {
      where: { id: householdId },
      lock: { mode: 'pessimistic_write' },
    });
    if (await manager.existsBy(ProposalEntity, { householdId, state: In([...HOLDING_STATES]) })) {
      throw conflict(
        'voorstel-loopt',
        'Er loopt een goedgekeurd voorstel',
        'Voor deze cliënt wordt intussen een andere woonplek vastgehouden. Beoordeel de weigering als dat voorstel klaar is.',
      );
    }
    if (household.status !== 'waiting' && household.status !== 'paused') return;
    // A pause that lasts longer for another reason stays.
    const { status, pausedUntil } = household;
    if (status === 'paused' && (pausedUntil === null || (until !== null && pausedUntil >= until))) return;
    household.status = 'paused';
    household.pausedUntil = until;
    household.pauseReason = 'refusal';
    await manager.save(household);
  }
}
