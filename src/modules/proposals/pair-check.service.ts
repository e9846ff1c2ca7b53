import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { judgePair, type PairVerdict } from '../../core/explain/judge-pair';
import { indexProblem } from '../../core/matching/problem-index';
import { fullRowsFor, planLoad } from '../../core/quotas/plan-load';
import { restrictionWords } from '../../core/review/client-request-transitions';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { ALL_PLACES_PROMISED } from '../../core/review/unit-transitions';
import { waitsOn } from '../../core/review/waits-on';
import type { IsoDate } from '../../core/time/calendar';
import { householdStatuses, unitStatuses } from '../../core/vocabulary/code-lists';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { readOpenRestrictions } from '../../database/open-restrictions';
import { Clock } from '../../platform/clock';
import { SnapshotService } from '../runs/snapshot.service';

/** One thing that stands in the way of a proposal today. `rule` null: not a rule of the policy. */
export interface Obstacle {
  readonly code: 'client' | 'woonplek' | 'vergeven' | 'regel' | 'afspraak' | 'uitgesloten';
  readonly rule: string | null;
  readonly title: string;
  /** What it is about, with the facts; may speak of the client. */
  readonly text: string;
}

export interface PairCheck {
  readonly obstacles: readonly Obstacle[];
  /** All rules on today's data, for the record. */
  readonly verdicts: readonly PairVerdict[];
  readonly policyVersion: string;
  /** The first day on which the household could start, from today. */
  readonly start: IsoDate;
}

/**
 * Checks one pair on today's data: every eligibility rule, every hard quota with approved proposals counted, and whether
 * client and home are still free. A proposal that holds its home does not count against itself, and is judged on the start
 * that was agreed. The caller holds the locks that keep the answer true.
 */
@Injectable()
export class PairCheckService {
  constructor(
    private readonly snapshots: SnapshotService,
    private readonly clock: Clock,
  ) {}

  async check(manager: EntityManager, proposal: ProposalEntity): Promise<PairCheck> {
    const { regionId, householdId, unitId } = proposal;
    const problem = await this.snapshots.read(manager, {
      regionId,
      asOf: this.clock.today(),
      seed: '',
      pair: { householdId, unitId },
      ...(isHeld(proposal) && { promise: { proposalId: proposal.id, start: proposal.plannedStart } }),
    });
    const index = indexProblem(problem);
    const household = index.households.get(householdId)!;
    const unit = index.units.get(unitId)!;
    const judgement = judgePair(index, household, unit);
    const free = await this.freedom(manager, proposal, unit.freePlaces);
    const full = fullRowsFor(planLoad(index, { matches: [] }), household, unit).filter(
      ({ rule, row }) => rule.id !== 'places' && row.subject.kind !== 'unit',
    );
    return {
      obstacles: [
        ...free,
        ...judgement.verdicts
          .filter(({ outcome }) => outcome === 'fails' || outcome === 'unknown')
          .map(({ ruleId, title, text }) => obstacle('regel', ruleId, title.nl, text.nl)),
        ...(judgement.ban ? [obstacle('uitgesloten', null, 'Eerder afgewezen', judgement.ban.reason)] : []),
        ...full.map(({ rule, row }) => obstacle('afspraak', rule.id, rule.title.nl, rule.describe(row).nl)),
      ],
      verdicts: judgement.verdicts,
      policyVersion: problem.policy.version,
      start: judgement.start,
    };
  }

  /** Whether the client still waits and the home still has a place. */
  private async freedom(manager: EntityManager, proposal: ProposalEntity, freePlaces: number): Promise<Obstacle[]> {
    const { id, regionId, householdId, unitId } = proposal;
    const household = await manager.findOneByOrFail(HouseholdEntity, { id: householdId });
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    const holding = { regionId, id: Not(id), state: In([...HOLDING_STATES]) };
    const obstacles: Obstacle[] = [];
    if (!waitsOn(household, this.clock.today())) {
      const { naam } = householdStatuses.named(household.status);
      obstacles.push(obstacle('client', null, 'Cliënt wacht niet meer', `Status van de cliënt: ${naam}.`));
    }
    const restriction = (await readOpenRestrictions(manager, { householdIds: [householdId] })).get(householdId);
    if (restriction) {
      obstacles.push(obstacle('client', null, 'Verwerking is beperkt', restrictionWords(restriction)));
    }
    const other = await manager.findOneBy(ProposalEntity, { ...holding, householdId });
    if (other) {
      const text = `Een ander voorstel voor deze cliënt is al ${other.state}${await by(manager, other)}.`;
      obstacles.push(obstacle('vergeven', null, 'Cliënt heeft al een goedgekeurd voorstel', text));
    }
    if (freePlaces === 0) {
      const taken = await manager.findOne(ProposalEntity, {
        where: { ...holding, unitId },
        order: { updatedAt: 'DESC' },
      });
      const text = taken
        ? `Een ander voorstel voor deze woonplek is al ${taken.state}${await by(manager, taken)}.`
        : 'In deze woonplek is geen plaats meer vrij.';
      obstacles.push(obstacle('vergeven', null, 'Woonplek is vergeven', text));
    } else if (!(isHeld(proposal) ? isKept(unit) : unit.status === 'available')) {
      const { naam } = unitStatuses.named(unit.status);
      obstacles.push(obstacle('woonplek', null, 'Woonplek is niet beschikbaar', `Status van de woonplek: ${naam}.`));
    }
    return obstacles;
  }
}

function isHeld({ state }: ProposalEntity): boolean {
  return HOLDING_STATES.includes(state);
}

/** Whether a home is still kept for those it was promised to: others may live there already, and it may be full of promises. */
function isKept({ status, statusReason }: UnitEntity): boolean {
  return status === 'reserved' ? statusReason === ALL_PLACES_PROMISED : status === 'available' || status === 'occupied';
}

/** By whom a proposal came into its state; empty for the system. */
async function by(manager: EntityManager, { id, state }: ProposalEntity): Promise<string> {
  const [row] = await manager.query<{ name: string }[]>(
    `SELECT a.display_name AS name FROM proposal_event e JOIN account a ON a.id = e.actor
      WHERE e.proposal_id = $1 AND e.to_state = $2 ORDER BY e.at DESC LIMIT 1`,
    [id, state],
  );
  return row ? ` door ${row.name}` : '';
}

function obstacle(code: Obstacle['code'], rule: string | null, title: string, text: string): Obstacle {
  return { code, rule, title, text };
}
