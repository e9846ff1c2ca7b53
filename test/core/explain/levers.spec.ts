import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { LEVERS } from '../../../src/core/explain/levers/catalogue';
import { OpenedRun, type ExplainPorts } from '../../../src/core/explain/opened-run';
import { questionOf, tryLevers } from '../../../src/core/explain/try-levers';
import type { Household, Problem } from '../../../src/core/matching/problem';
import { aHousehold, aProblem, aUnit } from '../problem-builder';
import { randomProblem } from '../random-problem';
import { bestValues, everyPlan, type AnyPlan } from './every-plan';
import { explainPorts, noLimit, openRound } from './opened-round';

let ports: ExplainPorts;
beforeAll(async () => {
  ports = await explainPorts();
});

const unmatched = (run: OpenedRun): readonly Household[] => {
  const housed = new Set(run.plan.matches.map(({ householdId }) => householdId));
  return run.index.problem.households.filter(({ id }) => !housed.has(id));
};
const PERSONAL: readonly (keyof Household)[] = [
  ...(['members', 'bedroomsNeeded', 'doelgroepId', 'supportLevel', 'guidanceHours', 'draaglast'] as const),
  ...(['accessibilityNeeded', 'pets', 'urgency', 'readyForOutflowOn', 'waitingSince'] as const),
  ...(['entitlement', 'incomeCents', 'consentCorporatieIds', 'refusals', 'herkomst', 'aanbiederId'] as const),
];

describe('levers', () => {
  it('have an id each, a text for everybody and somebody who may pull them', () => {
    expect(new Set(LEVERS.map(({ id }) => id)).size).toBe(LEVERS.length);
    for (const { title, owner } of LEVERS) {
      expect(title.nl.length).toBeGreaterThan(0);
      expect(owner).not.toBe('nobody');
    }
  });

  it('help where they say so, and only there: every plan of the changed round was looked at', async () => {
    let helped = 0;
    await fc.assert(
      fc.asyncProperty(randomProblem(4), async (problem) => {
        const run = await openRound(problem, ports);
        for (const { id } of unmatched(run)) {
          const question = questionOf(run, id);
          const options = LEVERS.flatMap((lever) => lever.options(question));
          const tried = await tryLevers(run, id, noLimit);
          expect(tried.map(({ key }) => key)).toEqual(options.map(({ key }) => key));
          for (const [at, { outcome, levels }] of tried.entries()) {
            const changed = new OpenedRun(options[at]!.apply(problem), run.plan, ports);
            const { best, plans } = bestPlans(changed);
            const constants = changed.model.levels.map(({ constant }) => constant);
            if (outcome === 'helps') {
              expect(levels.map(({ after }) => after)).toEqual(best.map((value, level) => value + constants[level]!));
            }
            const houses = plans.map(({ columnValues }) =>
              [...changed.model.pairs].some(
                ({ household }, column) => household.id === id && columnValues[column] === 1,
              ),
            );
            expect(houses).toContain(outcome === 'helps');
            if (outcome === 'helps') helped += 1;
          }
        }
        run.close();
      }),
      { numRuns: 60 },
    );
    expect(helped).toBeGreaterThan(0);
  });

  it('try an exception for each rule that allows one and alone stands between the household and homes', async () => {
    const units = [
      aUnit({ id: 'U1', doelgroepIds: ['jongeren'] }),
      aUnit({ id: 'U2', doelgroepIds: ['jongeren'] }),
      aUnit({ id: 'U3', ageBelow: 23 }),
      aUnit({ id: 'U4', ageBelow: 23, doelgroepIds: ['jongeren'] }),
      aUnit({ id: 'U5', wijkId: 'W-HGV', gemeenteId: 'GM0118' }),
      aUnit({ id: 'U6', corporatieId: 'C2' }),
    ];
    const run = await openRound(aProblem({ units, households: [aHousehold({ consentCorporatieIds: ['C1'] })] }), ports);
    const tried = await tryLevers(run, 'H1', noLimit);
    expect(
      tried.flatMap(({ leverId, text, owner, outcome, unitId }) =>
        leverId === 'rule-exception' ? [[text.nl, owner, outcome, unitId]] : [],
      ),
    ).toEqual([
      ['Een uitzondering op de regel “Doelgroep” voor woonplekken in Assen (2).', 'coordinator', 'helps', 'U1'],
      ['Een uitzondering op de regel “Leeftijd” voor woonplekken in Assen (1).', 'coordinator', 'helps', 'U3'],
      [
        'Een uitzondering op de regel “Gemeente van herkomst” voor woonplekken in Hoogeveen (1).',
        'coordinator',
        'helps',
        'U5',
      ],
    ]);
    run.close();
  });

  it('never change a fact about a person', () => {
    fc.assert(
      fc.property(randomProblem(5), (problem) => {
        const plan = emptyPlan(problem);
        const run = new OpenedRun(problem, plan, ports);
        for (const { id } of problem.households) {
          for (const option of LEVERS.flatMap((lever) => lever.options(questionOf(run, id)))) {
            const after = option.apply(problem).households;
            problem.households.forEach((household, at) => {
              for (const fact of PERSONAL) expect(after[at]![fact]).toEqual(household[fact]);
            });
          }
        }
      }),
    );
  });
});

function bestPlans({ model }: OpenedRun): { readonly best: readonly number[]; readonly plans: readonly AnyPlan[] } {
  const all = everyPlan(model);
  const best = bestValues(all)!;
  return { best, plans: all.filter(({ values }) => values.join() === best.join()) };
}

function emptyPlan(problem: Problem): OpenedRun['plan'] {
  return {
    format: 'woonplek-plan/1',
    problemHash: '',
    regionId: problem.region.id,
    policyVersion: problem.policy.version,
    seed: problem.seed,
    engine: { id: '', version: '' },
    status: 'optimal',
    matches: [],
    levels: [],
    statistics: { households: 0, units: 0, freePlaces: 0, eligiblePairs: 0, rows: 0, components: 0 },
  };
}
