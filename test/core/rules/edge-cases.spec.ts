import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../../../src/core/rules/catalogue';

const page = readFileSync(path.join(__dirname, '../../../docs/edge-cases.md'), 'utf8');
const named = new Set([...page.matchAll(/`([^`/. ]+)`/g)].map(([, name]) => name!));

describe('the page of edge cases', () => {
  it('names rules and settings that exist', () => {
    const known = new Set(CATALOGUE.flatMap(({ id, parameters }) => [id, ...parameters.map(({ name }) => name)]));
    expect([...named].filter((name) => !known.has(name) && name !== 'unknown' && name !== 'pausedDays')).toEqual([]);
  });

  it('names every rule that came from a case, and leaves out only what every round has', () => {
    const general = ['housed', 'shortages', 'kept', 'lottery', 'ready-for-outflow'];
    const left = CATALOGUE.map(({ id }) => id).filter((id) => !named.has(id));
    expect(left.filter((id) => !general.includes(id))).toEqual([]);
  });
});
