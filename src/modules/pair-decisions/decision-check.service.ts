import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { DomainError } from '../../core/errors';
import { judgePair } from '../../core/explain/judge-pair';
import type { PairReference, Problem } from '../../core/matching/problem';
import { indexProblem } from '../../core/matching/problem-index';
import { checkPinSet } from '../../core/optimizer/check-pin-set';
import type { PairDecisionKind } from '../../core/review/pair-decisions';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { ruleById } from '../../core/rules/catalogue';
import { policyRules } from '../../core/rules/policy-rules';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/http/problem';
import { SnapshotService } from '../runs/snapshot.service';

export interface WantedDecision extends PairReference {
  readonly kind: PairDecisionKind;
  /** The rule of an exception. */
  readonly ruleId: string | null;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Keeps decisions about pairs free of contradiction, on today's data. */
@Injectable()
export class DecisionCheckService {
  constructor(
    private readonly snapshots: SnapshotService,
    private readonly clock: Clock,
  ) {}

  /** Throws 409 with everything that stands in the way, and 400 for a rule that the policy does not hold. */
  async refuseContradiction(manager: EntityManager, regionId: string, wanted: WantedDecision): Promise<void> {
    await this.refusePromised(manager, regionId, wanted);
    const asOf = this.clock.today();
    const problem = await this.snapshots.read(manager, { regionId, asOf, seed: '' });
    const present =
      problem.households.some(({ id }) => id === wanted.householdId) &&
      problem.units.some(({ id }) => id === wanted.unitId);
    if (!present && wanted.kind !== 'ban') {
      throw conflict(
        'niet-beschikbaar',
        'Cliënt of woonplek doet niet mee',
        'De cliënt wacht niet, of de woonplek heeft geen vrije plaats. Dan heeft dit besluit nu geen zin.',
      );
    }
    if (wanted.kind === 'exception') this.refuseNeedless(problem, wanted);
    if (wanted.kind === 'pin') refuseImpossiblePin(problem, wanted);
    if (wanted.kind === 'ban' && problem.pins.some((pin) => isSame(pin, wanted))) {
      throw conflict('al-vastgezet', 'Dit paar is vastgezet', 'Hef eerst de vastzetting op.');
    }
  }

  /** A home that was promised is settled in the review of its proposal. */
  private async refusePromised(manager: EntityManager, regionId: string, { kind, ...wanted }: WantedDecision) {
    const holding = { regionId, state: In([...HOLDING_STATES]), householdId: wanted.householdId };
    const promised = await manager.findOneBy(ProposalEntity, holding);
    if (promised === null || (kind === 'ban' && promised.unitId !== wanted.unitId)) return;
    throw conflict(
      'al-vergeven',
      'Cliënt heeft al een goedgekeurd voorstel',
      `Er is al een voorstel voor deze cliënt ${promised.state}. Herroep dat eerst.`,
      { voorstelId: promised.id },
    );
  }

  private refuseNeedless(problem: Problem, wanted: WantedDecision): void {
    const rules = policyRules(problem.policy).eligibility.map(({ rule }) => rule.id);
    if (wanted.ruleId === null || !rules.includes(wanted.ruleId)) {
      const verwacht = `een regel van het beleid die over één cliënt en woonplek gaat: ${rules.join(', ')}`;
      throw invalidInput([{ in: 'body', veld: 'regel', waarde: wanted.ruleId, verwacht }]);
    }
    const { noException } = ruleById(wanted.ruleId);
    if (noException !== undefined)
      throw conflict('uitzondering-kan-niet', 'Op deze regel kan geen uitzondering', noException.nl);
    const verdict = judged(problem, wanted).verdicts.find(({ ruleId }) => ruleId === wanted.ruleId);
    if (verdict === undefined || verdict.outcome === 'fails' || verdict.outcome === 'unknown') return;
    throw conflict(
      'uitzondering-niet-nodig',
      'Uitzondering is niet nodig',
      `Deze regel staat niet in de weg: ${verdict.text.nl}`,
    );
  }
}

function refuseImpossiblePin(problem: Problem, wanted: WantedDecision): void {
  const pinned = problem.pins.find(({ householdId }) => householdId === wanted.householdId);
  if (pinned !== undefined && !isSame(pinned, wanted)) {
    const unit = problem.units.find(({ id }) => id === pinned.unitId);
    throw conflict(
      'al-vastgezet',
      'Cliënt is al vastgezet',
      `Deze cliënt staat al vast op ${unit?.name ?? 'een andere woonplek'}. Hef die vastzetting eerst op.`,
    );
  }
  const { eligible, verdicts, ban } = judged(problem, wanted);
  if (!eligible) {
    const redenen = [
      ...(ban === null ? [] : [`Er geldt een blokkade: ${ban.reason}.`]),
      ...verdicts.filter(({ outcome }) => outcome === 'fails' || outcome === 'unknown').map(({ text }) => text.nl),
    ];
    throw conflict(
      'past-niet',
      'Deze woonplek past niet',
      'Vastzetten kan alleen als aan alle regels is voldaan, of met een uitzondering voor elke regel die in de weg staat.',
      { redenen },
    );
  }
  const pin = { ...wanted, by: '', reason: '', until: null };
  try {
    checkPinSet({ ...problem, pins: [...problem.pins.filter((each) => !isSame(each, wanted)), pin] }, sha256);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'problem-infeasible') throw error;
    throw conflict('vastzettingen-botsen', 'Vastzettingen passen niet samen', error.message);
  }
}

function judged(problem: Problem, { householdId, unitId }: PairReference) {
  const index = indexProblem(problem);
  return judgePair(index, index.households.get(householdId)!, index.units.get(unitId)!);
}

function isSame(a: PairReference, b: PairReference): boolean {
  return a.householdId === b.householdId && a.unitId === b.unitId;
}
