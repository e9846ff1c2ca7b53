import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  ADVANCING_ACTIONS,
  HOLDING_STATES,
  proposalTransitions,
  type ProposalAction,
} from '../../core/review/proposal-transitions';
import { transition } from '../../core/review/validate-transitions';
import { systemOf } from '../../database/acting';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { notFound } from '../../platform/http/problem';
import { RestrictionService } from '../client-rights/restriction.service';
import { ProposalStepsService } from '../proposals/proposal-steps.service';
import { StaleCheck, staleProblem } from '../proposals/stale-check.service';

interface WantedStep {
  readonly action: ProposalAction;
  /** The version that the person saw. Undefined: the work does not depend on it. */
  readonly version: number | undefined;
  /** Whether all hard rules are judged again first, on today's data. */
  readonly rechecks?: boolean;
}

const STALE = Symbol('stale');

/**
 * Opens a step between confirmation and key: one transaction with the locks of a review. Whoever may see the case may take
 * its step; what the step writes is the system's, because it goes further than what this role may write by itself. The
 * records say who did it, in which role.
 */
@Injectable()
export class CaseStepService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly restrictions: RestrictionService,
    private readonly proposals: ProposalStepsService,
    private readonly stale: StaleCheck,
  ) {}

  /**
   * Throws 404 for a case that this account may not see, and 409 for an old version, a step that the state does not know,
   * data that may not be used, or a case that no longer holds: that one has then gone back to the coordinator. What `work`
   * changes in the proposal is saved.
   */
  async take<T>(
    actor: ActingAccount,
    id: string,
    { action, version, rechecks = false }: WantedStep,
    work: (manager: EntityManager, proposal: ProposalEntity) => Promise<T>,
  ): Promise<T> {
    const result = await inTransaction(
      this.dataSource,
      async (manager) => {
        await refuseUnseen(manager, actor, id);
        return actingWithin(manager, systemOf(actor.regionId, actor.accountId), async () => {
          const proposal = await this.proposals.lock(manager, actor.regionId, id);
          if (version !== undefined) await this.proposals.refuseOldVersion(manager, proposal, version);
          if (ADVANCING_ACTIONS.includes(action)) {
            await this.restrictions.refuseRestricted(manager, proposal.householdId);
          }
          transition(proposalTransitions, proposal.state, action);
          if (rechecks && (await this.stale.refreshOrOutdate(manager, actor, proposal)) === 'stale') return STALE;
          const done = await work(manager, proposal);
          await manager.save(proposal);
          return done;
        });
      },
      { actor },
    );
    if (result === STALE) throw staleProblem();
    return result;
  }
}

/** A corporatie sees no proposals; what it takes part in are those for its own homes, once approved. */
async function refuseUnseen(manager: EntityManager, actor: ActingAccount, id: string): Promise<void> {
  const { regionId } = actor;
  if (actor.role !== 'corporatie') {
    if (await manager.existsBy(ProposalEntity, { id, regionId })) return;
    throw notFound('voorstel', id);
  }
  const rows = await actingWithin(manager, systemOf(regionId, actor.accountId), () =>
    manager.query<object[]>(
      `SELECT FROM proposal p JOIN unit u ON u.id = p.unit_id
        WHERE p.id = $1 AND p.region_id = $2 AND u.owner_organisation_id = $3 AND p.state = ANY ($4)`,
      [id, regionId, actor.organisationId, [...HOLDING_STATES, 'gehuisvest']],
    ),
  );
  if (rows.length === 0) throw notFound('voorstel', id);
}
