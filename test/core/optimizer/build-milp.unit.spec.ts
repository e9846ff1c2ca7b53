import { describe, expect, it } from '@jest/globals';
import { candidatePairs } from '../../../src/core/matching/candidate-pairs';
import { indexProblem } from '../../../src/core/matching/problem-index';
import type { Policy, Problem, SpreidingQuota } from '../../../src/core/matching/problem';
import { buildMilp } from '../../../src/core/optimizer/build-milp';
import { collectRows } from '../../../src/core/optimizer/collect-rows';
import type { Pairing } from '../../../src/core/rules/rule';
import { sha256 } from '../../../src/engines/solve-problem';
import { shown } from '../../support/random-milp';
import { aHousehold, anAanbieder, aPolicy, aProblem, aUnit, aWijk } from '../problem-builder';

const policyOf = (rules: readonly string[], levels: readonly string[] = ['housed']): Policy =>
  aPolicy({
    rules: rules.map((ruleId) => ({ ruleId, parameters: {} })),
    levels: levels.map((objectiveId, place) => ({ objectiveId, parameters: {}, epsilon: place })),
  });
const floor = (changes: Partial<SpreidingQuota> = {}): SpreidingQuota => ({
  ...{ id: 'Q', gemeenteId: 'GM0106', doelgroepId: null, from: '2026-01-01', to: '2026-12-31' },
  ...{ floor: 3, ceiling: null, realised: 1 },
  ...changes,
});
const [TWO, HOMES] = [
  [aHousehold(), aHousehold({ id: 'H2', draaglast: 3 })],
  [aUnit(), aUnit({ id: 'U2' })],
];
const problemOf = (changes: Partial<Problem>): Problem => aProblem({ households: TWO, units: HOMES, ...changes });
const modelOf = (
  changes: Partial<Problem>,
  order: (pairs: readonly Pairing[]) => Pairing[] = (pairs) => [...pairs],
) => {
  const index = indexProblem(problemOf(changes));
  return buildMilp(index, order([...candidatePairs(index)]), sha256);
};
const rowsOf = (changes: Partial<Problem>) => {
  const { rowSources, milp } = modelOf(changes);
  const rows = shown(milp).rows;
  return rowSources.map(({ ruleId, row }, place) => `${ruleId} ${row.id} ${rows[place]}`);
};

/** Columns: H1-U1, H1-U2, H2-U1, H2-U2, and then shortages. */
const ALWAYS = [
  'null household:H1 -Infinity..1: 1 1 0 0',
  'null household:H2 -Infinity..1: 0 0 1 1',
  'null unit:U1 -Infinity..1: 1 0 1 0',
  'null unit:U2 -Infinity..1: 0 1 0 1',
];
const full = (draagkracht: number, load = 0) => ({
  policy: policyOf(['draagkracht']),
  wijken: [aWijk({ draagkracht, load })],
});

describe('the rows of the model', () => {
  it.each<[string, Partial<Problem>, string[]]>([
    ['those that always hold', { policy: policyOf([]) }, []],
    ['a wijk that could be too full', full(3), ['draagkracht W-ASSEN -Infinity..3: 1 1 3 3']],
    ['a wijk that could not', full(4), []],
    ['a wijk that is half full', full(5, 2), ['draagkracht W-ASSEN -Infinity..3: 1 1 3 3']],
    ['a wijk that is over already', full(2, 5), ['draagkracht W-ASSEN -Infinity..0: 1 1 3 3']],
    [
      'a pace',
      { policy: policyOf(['wijk-pace']), wijken: [aWijk({ maxPlacements: 1 })] },
      ['wijk-pace W-ASSEN -Infinity..1: 1 1 1 1'],
    ],
    [
      'hours',
      { policy: policyOf(['guidance-capacity']), aanbieders: [anAanbieder({ freeGuidanceHours: 3 })] },
      ['guidance-capacity A1 -Infinity..3: 2 2 2 2'],
    ],
    [
      'rules in the order of their ids',
      {
        ...full(3),
        policy: policyOf(['wijk-pace', 'draagkracht']),
        wijken: [aWijk({ draagkracht: 3, maxPlacements: 1 })],
      },
      ['draagkracht W-ASSEN -Infinity..3: 1 1 3 3', 'wijk-pace W-ASSEN -Infinity..1: 1 1 1 1'],
    ],
    ['a row that says the same as another, once', { policy: policyOf(['places', 'one-home-per-household']) }, []],
    [
      'a row with the same columns and other weights',
      {
        policy: policyOf(['draagkracht', 'guidance-capacity']),
        wijken: [aWijk({ draagkracht: 3 })],
        aanbieders: [anAanbieder({ freeGuidanceHours: 3 })],
      },
      ['draagkracht W-ASSEN -Infinity..3: 1 1 3 3', 'guidance-capacity A1 -Infinity..3: 2 2 2 2'],
    ],
  ])('are %s', (_name, changes, more) => {
    expect(rowsOf(changes)).toEqual([...ALWAYS, ...more]);
  });

  it('count on one home a household and on the places of a unit', () => {
    // Three households of 2, 2 and 1 points, and one home for two of them: 4 points at most.
    const households = [2, 2, 1].map((draaglast, at) => aHousehold({ id: `H${at}`, draaglast }));
    const wijk = (draagkracht: number) => ({ ...full(draagkracht), households, units: [aUnit({ freePlaces: 2 })] });
    const ids = (changes: Partial<Problem>) => modelOf(changes).rowSources.map(({ row }) => row.id);
    expect(ids(wijk(4))).toEqual(['unit:U1']);
    expect(ids(wijk(3))).toEqual(['unit:U1', 'W-ASSEN']);
    // One household and two homes.
    const one = (draagkracht: number) => ({ ...full(draagkracht), households: [aHousehold({ draaglast: 2 })] });
    expect(ids(one(2))).toEqual(['household:H1']);
    expect(ids(one(1))).toEqual(['household:H1', 'W-ASSEN']);
  });

  it('are not there twice, and only what is wholly the same is the same', () => {
    const alike = {
      policy: policyOf(['draagkracht', 'guidance-capacity', 'wijk-pace']),
      households: ['H1', 'H2'].map((id) => aHousehold({ id })),
      wijken: [aWijk({ draagkracht: 1, maxPlacements: 1 })],
      aanbieders: [anAanbieder({ freeGuidanceHours: 1 })],
    };
    expect(rowsOf(alike)).toEqual([
      ...ALWAYS,
      'draagkracht W-ASSEN -Infinity..1: 1 1 1 1',
      'guidance-capacity A1 -Infinity..1: 2 2 2 2',
    ]);
  });

  it('say what they are about', () => {
    const subjects = modelOf({ policy: policyOf([]) }).rowSources.map(({ row }) => row.subject);
    expect(subjects[0]).toEqual({ kind: 'household', id: 'H1', name: 'H1' });
    expect(subjects[2]).toEqual({ kind: 'unit', id: 'U1', name: 'Woning 1' });
  });

  it('leave out homes and households that nothing binds', () => {
    expect(rowsOf({ policy: policyOf([]), households: TWO.slice(0, 1), units: HOMES.slice(0, 1) })).toEqual([]);
    expect(rowsOf({ policy: policyOf([]), units: [aUnit({ freePlaces: 2 })] })).toEqual([]);
    expect(rowsOf({ policy: policyOf([]), units: [aUnit({ freePlaces: 1 })] })).toEqual([
      'null unit:U1 -Infinity..1: 1 1',
    ]);
    expect(rowsOf({ policy: policyOf([]), units: [aUnit({ freePlaces: 0 })] })).toEqual([
      'null unit:U1 -Infinity..0: 1 1',
    ]);
  });

  it('lack under a floor what pairs leave', () => {
    const { milp, rowSources } = modelOf({
      policy: policyOf(['spreiding-floor'], ['shortages']),
      spreidingQuotas: [floor()],
    });
    expect(rowSources.at(-1)!.row.id).toBe('Q');
    expect(shown(milp).rows.at(-1)).toBe('2..Infinity: 1 1 1 1 1');
    expect(shown(milp).columns).toBe('0..1 0..1 0..1 0..1 0..2');
  });

  it.each<[string, SpreidingQuota, number, number]>([
    ['that pairs can fill', floor(), 1, 0],
    ['that is met already', floor({ realised: 3 }), 0, 0],
    ['that is more than met', floor({ realised: 5 }), 0, 0],
    ['in which no pair counts', floor({ gemeenteId: 'GM0118' }), 0, 2],
    ['that is met, in which no pair counts', floor({ gemeenteId: 'GM0118', realised: 7 }), 0, 0],
    ['that nobody agreed', floor({ floor: null }), 0, 0],
  ])('have a floor %s', (_name, quota, rows, fixedShortage) => {
    const index = indexProblem(problemOf({ policy: policyOf(['spreiding-floor']), spreidingQuotas: [quota] }));
    const collected = collectRows(index, candidatePairs(index));
    expect(collected.fixedShortage).toBe(fixedShortage);
    expect(collected.rows.filter(({ row }) => row.soft)).toHaveLength(rows);
  });

  it('count pairs of the homes that a rule is listed for only', () => {
    const policy = {
      ...policyOf([]),
      rules: [{ ruleId: 'draagkracht', parameters: {}, scope: { level: 'unit', id: 'U2' } as const }],
    };
    expect(rowsOf({ ...full(2), policy })).toEqual([...ALWAYS, 'draagkracht W-ASSEN -Infinity..2: 0 1 0 3']);
  });
});

describe('the columns of the model', () => {
  it('are sorted, whatever the order of the pairs', () => {
    const named = ({ pairs }: ReturnType<typeof modelOf>) =>
      Array.from(pairs, ({ household, unit }) => `${household.id}-${unit.id}`);
    const sorted = ['H1-U1', 'H1-U2', 'H2-U1', 'H2-U2'];
    expect(named(modelOf({}))).toEqual(sorted);
    const reversed = modelOf({ ...full(3) }, (pairs) => pairs.toReversed());
    expect(named(reversed)).toEqual(sorted);
    expect(shown(reversed.milp)).toEqual(shown(modelOf(full(3)).milp));
    expect(named(modelOf({}, ([a, b, c, d]) => [a!, b!, d!, c!]))).toEqual(sorted);
  });

  it('are pinned where people say so', () => {
    const pin = { householdId: 'H1', unitId: 'U2', by: 'x', reason: 'y', until: null };
    const { milp } = modelOf({ policy: policyOf(['spreiding-floor']), spreidingQuotas: [floor()], pins: [pin] });
    expect(shown(milp).columns).toBe('0..1 1..1 0..1 0..1 0..2');
  });

  it('hold a shortage for each soft row, behind the pairs', () => {
    const quotas = [floor(), floor({ id: 'R', floor: 6, doelgroepId: 'volwassenen' })];
    const { milp, levels } = modelOf({
      policy: policyOf(['spreiding-floor', 'draagkracht'], ['housed', 'shortages', 'points']),
      wijken: [aWijk({ draagkracht: 3 })],
      spreidingQuotas: [...quotas, floor({ id: 'S', gemeenteId: 'GM0118' })],
    });
    expect(shown(milp).rows.slice(-3)).toEqual(
      ['-Infinity..3: 1 1 3 3 0 0', '2..Infinity: 1 1 1 1 1 0', '5..Infinity: 1 1 1 1 0 1'].sort(),
    );
    expect(shown(milp).columns).toBe('0..1 0..1 0..1 0..1 0..2 0..5');
    expect(shown(milp).objective).toBe('0 0 0 0 0 0');
    expect(levels.map(({ objectiveId, epsilon, constant }) => [objectiveId, epsilon, constant])).toEqual([
      ['housed', 0, 0],
      ['shortages', 1, -2],
      ['points', 2, 0],
    ]);
    expect(levels.map(({ coefficients }) => [...coefficients])).toEqual([
      [1, 1, 1, 1, 0, 0],
      [0, 0, 0, 0, -1, -1],
      [14, 14, 14, 14, 0, 0],
    ]);
  });

  it('may be none', () => {
    const { milp } = modelOf({ policy: policyOf([]), households: [] });
    expect(shown(milp)).toEqual({ objective: '', columns: '', rows: [] });
  });
});
