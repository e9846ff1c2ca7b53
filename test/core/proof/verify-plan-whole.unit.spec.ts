import { describe, expect, it } from '@jest/globals';
import type { LevelResult, Plan } from '../../../src/core/matching/plan';
import type { Problem } from '../../../src/core/matching/problem';
import { aWijk } from '../problem-builder';
import { policyOf, PROBLEM, PAIRS, verify, plan, changed } from './verified-round';

describe('rules on the whole plan', () => {
  it.each<[string, Partial<Problem>, readonly (readonly [string, string])[], number, string[]]>([
    [
      'a home twice',
      {},
      [
        ['H1', 'U1'],
        ['H2', 'U1'],
      ],
      1,
      ['places U1'],
    ],
    [
      'a household twice',
      {},
      [
        ['H1', 'U1'],
        ['H1', 'U2'],
      ],
      1,
      ['one-home-per-household H1'],
    ],
    [
      'both, where the policy lists no rules',
      { policy: policyOf([]) },
      [
        ['H1', 'U1'],
        ['H1', 'U1'],
      ],
      0,
      ['one-home-per-household H1', 'places U1'],
    ],
    ['a wijk that is full', { wijken: [aWijk({ draagkracht: 1 })] }, PAIRS, 1, ['draagkracht W-ASSEN']],
    [
      'a wijk that is full, where no rule says so',
      { wijken: [aWijk({ draagkracht: 1 })], policy: policyOf(['age-band']) },
      PAIRS,
      0,
      [],
    ],
  ])('%s', (_name, changes, pairs, shortage, expected) => {
    expect(changed(changes, pairs, shortage).map(({ ruleId, subject }) => `${ruleId} ${subject.id}`)).toEqual(expected);
  });

  it.each<[string, readonly string[], string[], string[]]>([
    ['is not there', ['moon'], ['housed'], ['moon']],
    ['is a level', ['housed'], ['housed'], ['housed']],
    ['is no level', ['places'], ['age-band', 'places'], ['age-band', 'places']],
  ])('a rule that %s cannot be checked', (_name, rules, levels, unknown) => {
    const problem = { ...PROBLEM, policy: policyOf(rules, levels) };
    expect(verify(problem, plan)).toEqual(
      unknown.map((id) => ({
        ruleId: 'unknown-rule',
        message: { nl: `De regel "${id}" kan niet worden gecontroleerd.`, en: `Rule "${id}" cannot be checked.` },
        subject: { kind: 'rule', id },
        details: {},
      })),
    );
  });
});

describe('levels', () => {
  const told = (place: number, changes: Partial<LevelResult>, status: Plan['status'] = 'optimal') =>
    verify(PROBLEM, { ...plan, status, levels: plan.levels.with(place, { ...plan.levels[place]!, ...changes }) }).map(
      ({ ruleId, subject: { kind, id }, details: { what, value, expected } }) =>
        `${ruleId} ${kind} ${id}: ${String(what)} ${String(value)}, not ${String(expected)}`,
    );
  it.each<[number, Partial<LevelResult>, Plan['status'], string[]]>([
    [0, { level: 2 }, 'optimal', ['housed: level 2, not 1']],
    [0, { objectiveId: 'x' }, 'optimal', ['housed: objectiveId x, not housed']],
    [0, { epsilon: 1 }, 'optimal', ['housed: epsilon 1, not 0']],
    [0, { value: 1 }, 'optimal', ['housed: value 1, not 2']],
    [1, { value: 0 }, 'optimal', ['shortages: value 0, not -1']],
    [0, { bound: 1 }, 'optimal', ['housed: bound 1, not >= 2']],
    [0, { bound: 3 }, 'optimal', ['housed: proven true, not false']],
    [2, { bound: 33 }, 'optimal', []],
    [2, { bound: 34 }, 'optimal', ['points: proven true, not false']],
    [0, { proven: false, method: 'not-proven' }, 'feasible', []],
    [0, { proven: false, method: 'not-proven', bound: 9 }, 'feasible', []],
    [0, { proven: false, method: 'not-proven' }, 'optimal', ['*: status optimal, not feasible']],
    [0, {}, 'feasible', ['*: status feasible, not optimal']],
    [0, { proven: false }, 'feasible', ['housed: method lp-bound, not not-proven']],
    [0, { method: 'not-proven' }, 'optimal', ['housed: method not-proven, not a proof']],
    [0, { method: 'branch-and-bound' }, 'optimal', []],
  ])('level %i with %j in a plan that is %s', (place, changes, status, expected) => {
    expect(told(place, changes, status)).toEqual(expected.map((each) => `level level ${each}`));
  });

  it.each<[Partial<LevelResult>, string, string]>([
    [{ value: 1 }, 'Niveau "housed": de waarde is 1 en moet 2 zijn.', 'Level "housed": value is 1 and must be 2.'],
    [
      { bound: 1 },
      'Niveau "housed": de grens is 1 en moet ten minste 2 zijn.',
      'Level "housed": bound is 1 and must be >= 2.',
    ],
    [
      { bound: 3 },
      'Niveau "housed": heet bewezen, maar de grens is hoger dan de waarde.',
      'Level "housed": proven is true and must be false.',
    ],
    [
      { method: 'not-proven' },
      'Niveau "housed": de manier van bewijzen is not-proven en moet een bewijs zijn.',
      'Level "housed": method is not-proven and must be a proof.',
    ],
    [{ level: 2 }, 'Niveau "housed": het nummer is 2 en moet 1 zijn.', 'Level "housed": level is 2 and must be 1.'],
    [
      { objectiveId: 'x' },
      'Niveau "housed": het doel is x en moet housed zijn.',
      'Level "housed": objectiveId is x and must be housed.',
    ],
    [{ epsilon: 1 }, 'Niveau "housed": de speling is 1 en moet 0 zijn.', 'Level "housed": epsilon is 1 and must be 0.'],
  ])('with %j are told in words', (changes, nl, en) => {
    const [found] = verify(PROBLEM, { ...plan, levels: plan.levels.with(0, { ...plan.levels[0]!, ...changes }) });
    expect(found).toMatchObject({ ruleId: 'level', message: { nl, en }, subject: { kind: 'level', id: 'housed' } });
  });

  it('of the whole plan are told in words', () => {
    const found = verify(PROBLEM, { ...plan, status: 'feasible', levels: plan.levels.slice(0, 2) });
    expect(found.map(({ message }) => message)).toEqual([
      {
        nl: 'Het plan: het aantal niveaus is 2 en moet 3 zijn.',
        en: 'The plan: number of levels is 2 and must be 3.',
      },
      {
        nl: 'Het plan: de status is feasible en moet optimal zijn.',
        en: 'The plan: status is feasible and must be optimal.',
      },
    ]);
  });

  it('with a wrong value are told once, whatever the bound beside it', () => {
    expect(told(0, { value: 1, bound: 1 })).toEqual(['level level housed: value 1, not 2']);
    expect(told(0, { value: 3, bound: 3 })).toEqual(['level level housed: value 3, not 2']);
  });

  it('are as many as those of the policy', () => {
    const found = verify(PROBLEM, { ...plan, levels: plan.levels.slice(0, 2) });
    expect(found.map(({ subject, details }) => [subject.id, details])).toEqual([
      ['*', { what: 'number of levels', value: 2, expected: 3 }],
    ]);
  });
});
