import type { Plan } from '../matching/plan';
import type { Household, PairReference, PolicyRule, Problem, Unit } from '../matching/problem';
import { indexProblem, pairKey, plannedStart, required } from '../matching/problem-index';
import { CATALOGUE } from '../rules/catalogue';
import type { Rule, Sha256 } from '../rules/rule';
import { entriesForHome, placementsUnder } from './policy-entries';
import { QUOTA_CHECKS } from './quota-checks';
import type { Placement } from './quota-finding';

/** Two households trade homes; one moves to a free place; one without a home takes a free place, or that of another. */
export const SWAP_KINDS = ['trade', 'move', 'fill', 'replace'] as const;
export type SwapKind = (typeof SWAP_KINDS)[number];

export interface SwapStatement {
  /** How many were tried of each kind. */
  readonly tried: Readonly<Record<SwapKind, number>>;
  /** False where time ran out before all were tried. */
  readonly complete: boolean;
  /** The first one found that keeps every rule and is better; null: there is none among those tried. */
  readonly improving: ImprovingSwap | null;
}

export interface ImprovingSwap {
  readonly kind: SwapKind;
  /** The highest level on which it is better (1 = first). */
  readonly level: number;
  readonly removed: readonly PairReference[];
  readonly added: readonly PairReference[];
}

interface Swap {
  readonly kind: SwapKind;
  readonly removed: readonly Placement[];
  readonly added: readonly Placement[];
}

const RULES = new Map<string, Rule>(CATALOGUE.map((rule) => [rule.id, rule]));

/**
 * Tries every small change of a plan: does one keep all rules and make the plan better, level by level? Anybody can follow
 * this without knowing what a bound is. Uses the verifier's own rules for quotas, and no line of the model builder. Expects a
 * plan that the verifier accepts; `mayGoOn` is asked often and stops the search.
 */
export function improvingSwaps(
  problem: Problem,
  plan: Plan,
  { sha256, mayGoOn }: { readonly sha256: Sha256; readonly mayGoOn: () => boolean },
): SwapStatement {
  const tried = { trade: 0, move: 0, fill: 0, replace: 0 };
  const placed = placementsOf(problem, plan);
  const judge = judgeOf(problem, plan, placed, sha256);
  for (const swap of swapsOf(problem, placed)) {
    if (!mayGoOn()) return { tried, complete: false, improving: null };
    tried[swap.kind]++;
    const level = judge(swap);
    if (level === null) continue;
    const pairs = (placements: readonly Placement[]) =>
      placements.map(({ household, unit }) => ({ householdId: household.id, unitId: unit.id }));
    const improving = { kind: swap.kind, level, removed: pairs(swap.removed), added: pairs(swap.added) };
    return { tried, complete: false, improving };
  }
  return { tried, complete: true, improving: null };
}

function* swapsOf(problem: Problem, placed: readonly Placement[]): Generator<Swap> {
  const housed = new Set(placed.map(({ household }) => household));
  const waiting = problem.households.filter((household) => !housed.has(household));
  const free = problem.units.filter(
    (unit) => placed.filter((placement) => placement.unit === unit).length < unit.freePlaces,
  );
  const place = (household: Household, unit: Unit): Placement => ({
    household,
    unit,
    start: plannedStart(problem, unit),
  });
  for (const [at, one] of placed.entries()) {
    for (const other of placed.slice(at + 1)) {
      if (one.unit === other.unit) continue;
      const added = [place(one.household, other.unit), place(other.household, one.unit)];
      yield { kind: 'trade', removed: [one, other], added };
    }
    for (const unit of free) {
      if (unit !== one.unit) yield { kind: 'move', removed: [one], added: [place(one.household, unit)] };
    }
    for (const household of waiting) {
      yield { kind: 'replace', removed: [one], added: [place(household, one.unit)] };
    }
  }
  for (const household of waiting) {
    for (const unit of free) yield { kind: 'fill', removed: [], added: [place(household, unit)] };
  }
}

function placementsOf(problem: Problem, plan: Plan): readonly Placement[] {
  const { households, units } = indexProblem(problem);
  return plan.matches.map(({ householdId, unitId }) => {
    const unit = required(units, unitId, 'unit');
    return { household: required(households, householdId, 'household'), unit, start: plannedStart(problem, unit) };
  });
}

/** The level on which a swap is better; null where it is not, or breaks a rule. What a swap removes is among `placed`. */
function judgeOf(
  problem: Problem,
  plan: Plan,
  placed: readonly Placement[],
  sha256: Sha256,
): (swap: Swap) => number | null {
  const index = indexProblem(problem);
  const mayLive = eligibilityOf(problem);
  const worths = new Map<string, number>();
  const after = ({ removed, added }: Swap) => [...placed.filter((each) => !removed.includes(each)), ...added];
  const quotas = quotasOf(problem);
  const worthOf = (placement: Placement, place: number): number => {
    const { objectiveId, parameters } = problem.policy.levels[place]!;
    const rule = RULES.get(objectiveId);
    if (rule?.kind !== 'objective' || rule.measures !== 'pairs') return 0;
    const key = `${place}:${pairKey(placement.household.id, placement.unit.id)}`;
    const worth = worths.get(key) ?? rule.worth({ index, ...placement }, parameters, sha256).value;
    worths.set(key, worth);
    return worth;
  };
  const change = ({ removed, added }: Swap, place: number) =>
    added.reduce((sum, each) => sum + worthOf(each, place), 0) -
    removed.reduce((sum, each) => sum + worthOf(each, place), 0);

  return (swap) => {
    const unpins = swap.removed.some(({ household, unit }) => index.pins.has(pairKey(household.id, unit.id)));
    if (unpins) return null;
    for (const [place, { objectiveId }] of problem.policy.levels.entries()) {
      const { value, bound, epsilon } = plan.levels[place]!;
      const rule = RULES.get(objectiveId);
      const isShortage = rule?.kind === 'objective' && rule.measures === 'shortages';
      if (isShortage && !swap.added.every(mayLive)) return null;
      const now = isShortage ? 0 - quotas.shortage(after(swap)) : value + change(swap, place);
      // Where the policy gives room, only more than the best is better, and what stays within the room is no loss.
      const [kept, most] = epsilon > 0 ? [bound - epsilon, bound] : [value, value];
      if (now < kept) return null;
      if (now > most) return swap.added.every(mayLive) && quotas.hold(after(swap)) ? place + 1 : null;
    }
    return null;
  };
}

/** Every rule about who may live where, and bans; each pair is judged once. */
function eligibilityOf(problem: Problem): (placement: Placement) => boolean {
  const index = indexProblem(problem);
  const verdicts = new Map<string, boolean>();
  const entries = new Map<Unit, readonly PolicyRule[]>();
  return (placement) => {
    const { household, unit } = placement;
    const key = pairKey(household.id, unit.id);
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    if (!entries.has(unit)) entries.set(unit, entriesForHome(problem.policy.rules, unit));
    const isExcepted = (ruleId: string) =>
      problem.exceptions.some(
        (each) =>
          each.ruleId === ruleId && pairKey(each.householdId, each.unitId) === key && each.until >= problem.asOf,
      );
    const holds = entries.get(unit)!.every(({ ruleId, parameters }) => {
      const rule = RULES.get(ruleId);
      if (rule?.kind !== 'eligibility') return true;
      return rule.judge({ index, ...placement }, parameters).outcome === 'holds' || isExcepted(ruleId);
    });
    const verdict = holds && !index.bans.has(key);
    verdicts.set(key, verdict);
    return verdict;
  };
}

function quotasOf(problem: Problem) {
  const listed = problem.policy.rules.map(({ ruleId }) => ruleId);
  // No swap houses anybody twice or puts more in a home than it holds, so what holds for every plan is kept already.
  const ids = [...new Set(listed)].filter((id) => Object.hasOwn(QUOTA_CHECKS, id));
  const find = (id: string, placements: readonly Placement[]) =>
    QUOTA_CHECKS[id]!(problem, placementsUnder(problem.policy.rules, id, placements));
  // An empty plan lacks the most, so a rule that asks nothing of it never does.
  const soft = ids.filter((id) => find(id, []).shortage > 0);
  return {
    hold: (placements: readonly Placement[]) => ids.every((id) => find(id, placements).violations.length === 0),
    shortage: (placements: readonly Placement[]) => soft.reduce((sum, id) => sum + find(id, placements).shortage, 0),
  };
}
