import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CATALOGUE } from '../../src/core/rules/catalogue';
import { availableRegions, readRegionData, SEEDS_FOLDER } from '../../src/seed/read-region-data';
import { RegionDataError } from '../../src/seed/region-data.error';

type Json = Record<string, unknown>;

describe('reading the data of a region', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'woonplek-seeds-'));
    cpSync(join(SEEDS_FOLDER, 'assen'), join(folder, 'assen'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function change(file: string, edit: (content: Json) => void): void {
    const path = join(folder, 'assen', file);
    const content = JSON.parse(readFileSync(path, 'utf8')) as Json;
    edit(content);
    writeFileSync(path, JSON.stringify(content));
  }
  function problems(): readonly string[] {
    try {
      readRegionData('assen', folder);
    } catch (error) {
      if (error instanceof RegionDataError) return error.problems;
      throw error;
    }
    return [];
  }
  const first = (content: Json, list: string): Json => (content[list] as Json[])[0] as Json;

  it('accepts every region in the package', () => {
    for (const region of availableRegions()) expect(readRegionData(region).region.id).toBe(region);
  });

  it('names every fault of a workflow, and one that is missing', () => {
    change('workflows.json', (content) => {
      const [standard, other] = content.workflows as { programme: string; steps: Json[] }[];
      standard!.programme = 'iets-anders';
      other!.steps = other!.steps.filter(({ state }) => state !== 'landing');
      Object.assign(other!.steps[0]!, { effect: 'expire', stallDays: 0 });
    });
    const found = problems().join('\n');
    for (const part of ['geen werkwijze "standaard"', '0 keer landing', 'steps.0.effect', 'steps.0.stallDays']) {
      expect(found).toContain(part);
    }
  });

  it('says every source in whole sentences', () => {
    const sources = (value: unknown): string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([key, inner]) =>
            key === 'source' && typeof inner === 'string' ? [inner] : sources(inner),
          );
    for (const region of availableRegions()) {
      expect(sources(readRegionData(region)).filter((source) => !/[^.]\.$/.test(source))).toEqual([]);
    }
  });

  it('names urgency categories whose periods overlap, change name or are a duty without a ground', () => {
    change('urgency-categories.json', (content) => {
      const again = {
        ...first(content, 'urgencyCategories'),
        name: 'Anders',
        validFrom: '2026-01-01',
        legalBasis: null,
      };
      (content.urgencyCategories as Json[]).push(again, { ...again, validFrom: '2027-01-01', validTo: '2026-12-31' });
    });
    const found = problems().join('\n');
    for (const fault of [
      'begint voordat de periode',
      'heet "Anders", en eerder',
      'zonder grondslag',
      'voordat zij begint',
    ]) {
      expect(found).toContain(fault);
    }
  });

  it('names an unknown region and those that exist', () => {
    expect(() => readRegionData('atlantis')).toThrow(/"atlantis" is niet bekend.*assen/);
  });

  it('names every fault in every file at once', () => {
    change('wijken.json', (content) => Object.assign(first(content, 'wijken'), { kind: 'stad', inwoners: 12 }));
    change('rent-tables.json', (content) => Object.assign(first(content, 'rentTables'), { maxRentCents: -1 }));
    writeFileSync(join(folder, 'assen', 'homes.json'), '{ "homes": [');
    rmSync(join(folder, 'assen', 'policy.json'));
    expect(problems()).toEqual([
      expect.stringMatching(/^assen\/wijken.json wijken.0.kind/),
      expect.stringMatching(/^assen\/wijken.json wijken.0: .*inwoners/),
      expect.stringMatching(/^assen\/homes.json: /),
      expect.stringMatching(/^assen\/rent-tables.json rentTables.0.maxRentCents/),
      expect.stringMatching(/^assen\/policy.json: .*ENOENT/),
    ]);
  });

  const brokenReferences: readonly [string, string, (content: Json) => void, RegExp][] = [
    [
      'wijk of another gemeente',
      'homes.json',
      (c) => Object.assign(first(c, 'homes'), { gemeenteId: 'GM0118' }),
      /ligt in GM0106/,
    ],
    [
      'unknown corporatie',
      'homes.json',
      (c) => Object.assign(first(c, 'homes'), { corporatie: 'x' }),
      /corporatie "x"/,
    ],
    [
      'ages upside down',
      'homes.json',
      (c) => Object.assign(first(c, 'homes'), { ageFrom: 30, ageBelow: 20 }),
      /van 30 tot 20/,
    ],
    [
      'the same code twice',
      'homes.json',
      (c) => (c['homes'] as Json[]).push(first(c, 'homes')),
      /"DEMO-01" komt twee keer voor/,
    ],
    [
      'floor over ceiling',
      'agreements.json',
      (c) => Object.assign(first(c, 'spreidingQuotas'), { floor: 90, ceiling: 1 }),
      /ondergrens 90/,
    ],
    [
      'more residents than places',
      'homes.json',
      (c) => Object.assign((c['homes'] as Json[])[40] as Json, { code: 'X' }),
      /"DEMO-41"/,
    ],
    [
      'an unknown rule',
      'policy.json',
      (c) => Object.assign((c['policy'] as { rules: Json[] }).rules[0] as Json, { ruleId: 'magic' }),
      /rules\/0\/ruleId: "magic"/,
    ],
    [
      'a policy without the rule that a home is given once',
      'policy.json',
      (c) => {
        const policy = c['policy'] as { rules: Json[] };
        policy.rules = policy.rules.filter(({ ruleId }) => ruleId !== 'places');
      },
      /rules: hier ontbreekt iets, verwacht de regel "places"/,
    ],
    [
      'an unknown level',
      'policy.json',
      (c) => Object.assign((c['policy'] as { levels: Json[] }).levels[0] as Json, { objectiveId: 'places' }),
      /levels\/0\/objectiveId: "places"/,
    ],
    [
      'an unknown doelgroep of clients',
      'client-profile.json',
      (c) => Object.assign(first(c, 'groups'), { doelgroepId: 'x' }),
      /doelgroep "x"/,
    ],
  ];
  it.each(brokenReferences)('refuses %s', (_name, file, edit, expected) => {
    change(file, edit);
    expect(problems().join('\n')).toMatch(expected);
  });
});

describe('the policy of regio Assen', () => {
  const { policy } = readRegionData('assen');

  // Herkomst is a level here, and passend toewijzen is asked of each allocation instead of the year.
  const ELSEWHERE = ['herkomst', 'passend-margin'];

  it('applies every eligibility and quota rule of the catalogue but those that it meets in another way', () => {
    const hard = CATALOGUE.filter(({ kind }) => kind !== 'objective').map(({ id }) => id);
    const listed = policy.rules.map(({ ruleId }) => ruleId);
    expect([...listed].sort()).toEqual(hard.filter((id) => !ELSEWHERE.includes(id)).sort());
  });

  it('puts the legal duty first, then the number housed, and the lottery last', () => {
    const levels = policy.levels.map(({ objectiveId }) => objectiveId);
    expect(levels).toHaveLength(8);
    expect([levels[0], levels[1], levels.at(-1)]).toEqual(['legal-duty', 'housed', 'lottery']);
  });

  it('gives only parameters that the rules have', () => {
    const names = new Map(CATALOGUE.map((rule) => [rule.id, rule.parameters.map(({ name }) => name)]));
    for (const { ruleId, parameters } of policy.rules) {
      expect(names.get(ruleId)).toEqual(expect.arrayContaining(Object.keys(parameters)));
    }
  });
});
