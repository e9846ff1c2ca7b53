import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { generateProblem } from '../../../src/cli/generate/generate-problem';
import { PROBLEM_SIZES, type ProblemSizeName } from '../../../src/cli/generate/problem-sizes';
import type { Plan } from '../../../src/core/matching/plan';
import type { Problem } from '../../../src/core/matching/problem';
import { jsonSchemas } from '../../../src/platform/problem-file/json-schemas';
import { parseProblemFile } from '../../../src/platform/problem-file/parse-problem-file';
import type { planSchema } from '../../../src/platform/problem-file/plan.schema';
import type { problemSchema } from '../../../src/platform/problem-file/problem.schema';

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// These lines do not compile when a schema and its core type differ in any key or type.
const problemIsSame: Same<DeepReadonly<z.output<typeof problemSchema>>, DeepReadonly<Problem>> = true;
const planIsSame: Same<DeepReadonly<z.output<typeof planSchema>>, DeepReadonly<Plan>> = true;

type Tree = { [key: string]: Tree };

/** The example problem with one thing changed, as text. */
function changed(change: (problem: Tree) => void): string {
  const problem = JSON.parse(JSON.stringify(generateProblem('XS', 1))) as Tree;
  change(problem);
  return JSON.stringify(problem);
}

function set(path: string, value: unknown): (problem: Tree) => void {
  return (problem) => {
    const keys = path.split('/');
    const last = keys.pop()!;
    const at = keys.reduce((inner, key) => inner[key]!, problem);
    if (value === undefined) delete at[last];
    else at[last] = value as Tree;
  };
}

const decision = (householdId: string, unitId: string) => ({ householdId, unitId, by: 'x', reason: 'y', until: null });

/** So that there is something of every kind that one part of a problem can say about another. */
function withEveryReference(problem: Tree): void {
  set('pins', [decision('H00001', 'U00001')])(problem);
  set('bans', [decision('H00002', 'U00001')])(problem);
  set('exceptions', [{ ...decision('H00002', 'U00002'), ruleId: 'herkomst', until: '2027-01-01' }])(problem);
  set('apart', [group('G', ['H00001', 'H00002'])])(problem);
  set('complexes/0/portieken', [{ id: 'P', name: 'P', max: 1, occupied: 0 }])(problem);
  set('units/0/complexId', problem['complexes']![0]!['id'])(problem);
  set('units/0/portiekId', 'P')(problem);
  set('policy/rules/0/scope', { level: 'unit', id: 'U00001' })(problem);
}

/** Places in a value, of parts as well as of what they consist of; of each list the first. */
function pathsOf(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  const parts = Object.entries(value).slice(0, Array.isArray(value) ? 1 : undefined);
  const inside = parts.flatMap(([key, each]) => pathsOf(each, at === '' ? key : `${at}/${key}`));
  return at === '' ? inside : [at, ...inside];
}

const group = (id: string, householdIds: string[]) => ({ id, householdIds, within: 'wijk', until: null });
const URGENCY = { band: 0, category: null, legalDuty: false, legalBasis: null };

// A country takes a minute and says nothing that a province does not.
const SIZES = (Object.keys(PROBLEM_SIZES) as ProblemSizeName[]).filter((size) => PROBLEM_SIZES[size].units <= 500);

describe('a problem file', () => {
  it('has the types of core', () => {
    expect([problemIsSame, planIsSame]).toEqual([true, true]);
  });

  it.each(SIZES)('of the generator, size %s, is good', (size) => {
    const problem = generateProblem(size, 9);
    expect(parseProblemFile(JSON.stringify(problem))).toEqual({ problem });
    expect(generateProblem(size, 9)).toEqual(problem);
    expect(generateProblem(size, 10)).not.toEqual(problem);
  });

  const wrong: [path: string, value: unknown, errorAt?: string][] = [
    ['format', 'woonplek-problem/2'],
    ['asOf', '2026-02-30'],
    ['asOf', undefined],
    ['extra', 1],
    ['households/0/nationality', 'x'],
    ['households/0/members', []],
    ['households/0/members/0/birthDate', '2026-13-01'],
    ['households/0/members/0/birthDate', '2027-01-01'],
    ['households/0/draaglast', -1],
    ['households/0/draaglast', 1.5],
    ['households/0/draaglast', '3'],
    ['households/0/supportLevel', 'heavy'],
    ['households/0/doelgroepId', 'nobody'],
    ['households/0/aanbiederId', 'nobody'],
    ['households/1/id', 'H00001'],
    ['units/0/freePlaces', -1],
    ['units/0/rentCents', 1e300],
    ['units/0/wijkId', 'nowhere'],
    ['units/0/corporatieId', 'nobody'],
    ['units/0/availableUntil', '2020-01-01'],
    ['units/0/aanbiederIds', ['nobody'], 'units/0/aanbiederIds/0'],
    ['units/1/id', 'U00001'],
    ['wijken/0/draagkracht', -5],
    ['wijken/0/gemeenteId', 'nowhere'],
    ['spreidingQuotas/0/ceiling', 0, 'spreidingQuotas/0/floor'],
    ['spreidingQuotas/0/from', '2026-02-30'],
    ['spreidingQuotas/0/to', '2026-06-30'],
    ['policy/leadTimeDays', -1],
    ['policy/levels', []],
    ['policy/levels/0/epsilon', -1],
    ['policy/levels/0/objectiveId', 'nothing'],
    ['policy/rules/0/ruleId', 'nothing'],
    ['policy/rules/0/parameters', { speed: 3 }, 'policy/rules/0/parameters/speed'],
    ['policy/rules', [{ ruleId: 'places', parameters: {} }]],
    ['policy/rules/0/scope', { level: 'street', id: 'x' }, 'policy/rules/0/scope/level'],
    ['policy/rules/0/scope', { level: 'complex', id: 'nowhere' }, 'policy/rules/0/scope/id'],
    ['units/0/features', { garden: true }, 'units/0/features/garden'],
    ['units/0/location', { x: 233_000 }, 'units/0/location/y'],
    ['units/0/portiekId', 'Z'],
    ['households/0/needs', ['quiet'], 'households/0/needs/0'],
    ['households/0/nearby', [{ landmark: null, point: null, metres: 5, weight: 1 }], 'households/0/nearby/0'],
    [
      'households/0/urgency',
      { ...URGENCY, validFrom: '2026-02-01', validUntil: '2026-01-31' },
      'households/0/urgency/validUntil',
    ],
    ['complexes/0/mixes/0/ageBelow', -1],
    ['landmarks', [{ kind: 'school', gemeenteId: 'nowhere', points: [] }], 'landmarks/0/gemeenteId'],
    ['apart', [group('G', ['H00001', 'nobody'])], 'apart/0/householdIds/1'],
    ['together', [group('G', ['H00001', 'H00001'])], 'together/0/householdIds/1'],
    ['apart', [group('G', ['H00001', 'H00002']), group('G', ['H00001', 'H00002'])], 'apart/1/id'],
    ['bans', [decision('H00001', 'U99')], 'bans/0/unitId'],
    [
      'exceptions',
      [{ householdId: 'H00001', unitId: 'U00001', ruleId: 'housed', by: 'x', reason: 'y', until: '2026-12-31' }],
      'exceptions/0/ruleId',
    ],
    ['pins', [decision('H00001', 'U00001'), decision('H00001', 'U00002')], 'pins/1/householdId'],
  ];
  it.each(wrong)('with a wrong %s (%j) is refused there', (path, value, errorAt = path) => {
    const parsed = parseProblemFile(changed(set(path, value)));
    expect(parsed).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ pad: errorAt })]) });
  });

  it('with more pins than places, or a pin on a banned pair, is refused', () => {
    const text = changed((problem) => {
      set('units/0/freePlaces', 1)(problem);
      set('pins', [decision('H00001', 'U00001'), decision('H00002', 'U00001')])(problem);
      set('bans', [decision('H00001', 'U00001')])(problem);
    });
    const parsed = parseProblemFile(text);
    expect(parsed).toMatchObject({ errors: [{ pad: 'pins/0' }, { pad: 'pins/1/unitId' }] });
  });

  it('has every fault named at once, in Dutch', () => {
    const parsed = parseProblemFile(
      changed((problem) => {
        set('units/0/freePlaces', -1)(problem);
        set('units/1/bedrooms', 'two')(problem);
        set('households/3/waitingSince', 'yesterday')(problem);
      }),
    );
    expect(parsed).toMatchObject({
      errors: [
        { pad: 'units/0/freePlaces', waarde: -1, verwacht: 'ten minste 0' },
        { pad: 'units/1/bedrooms', waarde: 'two', verwacht: 'een getal' },
        {
          pad: 'households/3/waitingSince',
          waarde: 'yesterday',
          verwacht: 'een bestaande datum in de vorm jjjj-mm-dd',
        },
      ],
    });
  });

  it('has its references checked beside a wrong type, also in the entry that has it', () => {
    const parsed = parseProblemFile(
      changed((problem) => {
        set('seed', 7)(problem);
        set('policy/version', 7)(problem);
        set('policy/rules/0/ruleId', 'nothing')(problem);
        set('units/0/freePlaces', 'one')(problem);
        set('units/0/wijkId', 'nowhere')(problem);
        set('units/1', 'a home')(problem);
        set('units/2/id', 'U00001')(problem);
        set('households/0/members/0/birthDate', '2027-01-01')(problem);
        set('households/1/colour', 'red')(problem);
        set('households/1/doelgroepId', 'nobody')(problem);
        set('pins', [decision('H00001', 'U00001'), decision('H00001', 'U00002'), decision('H-none', 'U00001')])(
          problem,
        );
      }),
    );
    expect('errors' in parsed && parsed.errors.map(({ pad }) => pad).sort()).toEqual([
      'households/0/members/0/birthDate',
      'households/1/colour',
      'households/1/doelgroepId',
      'pins/1/householdId',
      'pins/2/householdId',
      'policy/rules/0/ruleId',
      'policy/version',
      'seed',
      'units/0/freePlaces',
      'units/0/wijkId',
      'units/1',
      'units/2/id',
    ]);
  });

  it('with any one value of a wrong type or missing has that one fault, and nothing that follows from it', () => {
    const whole = JSON.parse(changed(withEveryReference)) as Tree;
    expect(parseProblemFile(JSON.stringify(whole))).toHaveProperty('problem');
    const surprises = pathsOf(whole).flatMap((path) =>
      [['no', 'such', 'value'], undefined].flatMap((value) => {
        // A list closes up over what is left out, and a complex without portieken is one that has none.
        if (value === undefined && /\/(\d+|portieken)$/.test(path)) return [];
        const problem = structuredClone(whole);
        set(path, value)(problem);
        const parsed = parseProblemFile(JSON.stringify(problem));
        const errors = 'errors' in parsed ? parsed.errors : [];
        return errors.filter(({ pad }) => !`${pad}/`.startsWith(`${path}/`)).map(({ pad }) => `${path}: ${pad}`);
      }),
    );
    expect(surprises).toEqual([]);
  });

  it('may begin with a byte order mark', () => {
    const problem = generateProblem('XS', 1);
    expect(parseProblemFile(`\uFEFF${JSON.stringify(problem)}`)).toEqual({ problem });
  });

  it.each([
    ['', 'geldige JSON; het bestand is leeg'],
    ['{', 'geldige JSON; het bestand houdt te vroeg op'],
    ['{"format": "woonplek', 'geldige JSON; het bestand houdt te vroeg op'],
    ['{\n"format": "woonplek-problem/1"\n"seed": 1}', 'geldige JSON; het gaat mis op regel 3'],
    ['hallo', expect.stringMatching(/^geldige JSON/)],
    ['null', 'een JSON-object'],
    ['[]', 'een JSON-object'],
    ['"text"', 'een JSON-object'],
  ])('that holds %j is refused', (text, verwacht) => {
    expect(parseProblemFile(text)).toMatchObject({ errors: [{ pad: '', verwacht }] });
  });

  it('with a policy that cannot be used says in Dutch what the rule takes', () => {
    const parsed = parseProblemFile(changed(set('policy/rules/0/parameters', { speed: 3 })));
    expect(parsed).toEqual({
      errors: [
        {
          pad: 'policy/rules/0/parameters/speed',
          waarde: 3,
          verwacht: 'een instelling van regel "doelgroep": geen',
        },
      ],
    });
  });

  it('that has nothing in it misses every key, each by what it should be', () => {
    const parsed = parseProblemFile('{}');
    expect(parsed).toMatchObject({
      errors: expect.arrayContaining([
        { pad: 'format', waarde: undefined, verwacht: 'woonplek-problem/1' },
        { pad: 'asOf', waarde: undefined, verwacht: 'een bestaande datum in de vorm jjjj-mm-dd' },
        { pad: 'units', waarde: undefined, verwacht: 'een lijst' },
      ]),
    });
  });

  it.each(Object.entries(jsonSchemas()))('is described by docs/%s as it is now', (file, text) => {
    expect(readFileSync(join(__dirname, '../../../docs', file), 'utf8')).toBe(text);
  });
});
