import { describe, expect, it } from '@jest/globals';
import { RETENTION_CATEGORIES, RETENTION_RULES } from '../../../src/core/retention/retention-categories';
import { removableFrom, termOn } from '../../../src/core/retention/retention-term';
import { addDays, addMonths, daysBetween } from '../../../src/core/time/calendar';
import fc from '../../support/fast-check';

const day = fc.nat(30_000).map((days) => addDays('2000-01-01', days));
const months = fc.integer({ min: 1, max: 1200 });

describe('a retention term', () => {
  it('ends in the month it should, on the same day or on the last that there is', () => {
    fc.assert(
      fc.property(day, months, (start, length) => {
        const end = removableFrom(start, length);
        expect(end.slice(0, 7)).toBe(addMonths(`${start.slice(0, 7)}-01`, length).slice(0, 7));
        expect(end.slice(8) <= start.slice(8)).toBe(true);
        if (end.slice(8) !== start.slice(8)) expect(addDays(end, 1).slice(8)).toBe('01');
      }),
    );
  });

  it('never ends sooner for what began later or is kept longer', () => {
    fc.assert(
      fc.property(day, fc.nat(400), months, fc.nat(24), (start, later, length, longer) => {
        const end = removableFrom(start, length);
        expect(daysBetween(end, removableFrom(addDays(start, later), length))).toBeGreaterThanOrEqual(0);
        expect(daysBetween(end, removableFrom(start, length + longer))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is the last one that was decided for that day, and none before the first', () => {
    const term = fc.record({ months, validFrom: day });
    fc.assert(
      fc.property(fc.uniqueArray(term, { selector: ({ validFrom }) => validFrom }), day, (terms, asked) => {
        const found = termOn(terms, asked);
        const past = terms.filter(({ validFrom }) => validFrom <= asked).map(({ validFrom }) => validFrom);
        expect(found?.validFrom).toBe(past.sort().at(-1));
      }),
    );
  });
});

it('no region starts with less than the law asks', () => {
  for (const category of RETENTION_CATEGORIES) {
    const { months: standard, minimum } = RETENTION_RULES[category];
    expect(standard).toBeGreaterThanOrEqual(minimum?.months ?? 1);
  }
});
