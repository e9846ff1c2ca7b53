import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { systemOf } from '../../database/acting';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import { actingWithin } from '../../database/transaction';
import { conflict, type ProblemException } from '../../platform/http/problem';
import { type PairCheck, PairCheckService } from './pair-check.service';
import { takeStep } from './take-step';

/**
 * Judges a case that is under way again on today's data, before its next step. Everything that a review judges counts: all
 * eligibility rules, all hard quotas, whether client and home are free; its own promise does not stand in its way.
 */
@Injectable()
export class StaleCheck {
  constructor(private readonly pairs: PairCheckService) {}

  /**
   * `holds`: the step may be taken; a start that has passed has moved to the first day that can be, and the caller saves.
   * `stale`: Woonplek itself has taken the step to 'verouderd' and saved it, so that a coordinator reviews the case again. The
   * caller then takes no step, lets the transaction commit, and answers with `staleProblem()` after that.
   *
   * The caller holds the locks (`lockForReview`), and has asked `RestrictionService` whether the data may be used at all.
   * Whoever acts need not be allowed to see the case: the check is the system's.
   */
  async refreshOrOutdate(
    manager: EntityManager,
    actor: { readonly accountId: string },
    proposal: ProposalEntity,
  ): Promise<'holds' | 'stale'> {
    return (await this.recheck(manager, actor, proposal)) === null ? 'stale' : 'holds';
  }

  /** As `refreshOrOutdate`, with what was checked, for the record of the step; null: stale. */
  recheck(
    manager: EntityManager,
    { accountId }: { readonly accountId: string },
    proposal: ProposalEntity,
  ): Promise<PairCheck | null> {
    return actingWithin(manager, systemOf(proposal.regionId, accountId), async () => {
      const check = await this.pairs.check(manager, proposal);
      if (check.obstacles.length === 0) {
        proposal.plannedStart = check.start;
        return check;
      }
      // By name only: the record is read by more people than may know the facts.
      const titles = [...new Set(check.obstacles.map(({ title }) => title))].join('; ');
      await takeStep(manager, { accountId: null }, proposal, 'verouderen', { note: `${titles}.`, check });
      await manager.save(proposal);
      return null;
    });
  }
}

/** The answer to a step that was not taken because the case no longer holds. It says nothing of the client. */
export function staleProblem(): ProblemException {
  return conflict(
    'klopt-niet-meer',
    'Klopt niet meer',
    'Met de gegevens van vandaag klopt dit voorstel niet meer. Het ligt weer bij de wooncoördinator, die het opnieuw beoordeelt.',
    { statusVoorstel: 'verouderd' },
  );
}
