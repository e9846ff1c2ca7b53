import { describe, expect, it } from '@jest/globals';
import { addDays, ageOn, isIsoDate } from '../../src/core/time/calendar';
import { currentUrgencyCategory } from '../../src/seed/current-urgency-category';
import { generateClients } from '../../src/seed/generate-clients';
import { readRegionData } from '../../src/seed/read-region-data';

const data = readRegionData('assen');
const referenceDate = '2026-11-22';
const clients = generateClients(data, { referenceDate });
const bytes = (seed: number, date: string): string =>
  JSON.stringify(generateClients(data, { referenceDate: date, seed }));

describe('the made-up clients', () => {
  it('are the same, byte for byte, for the same seed and reference date, and others for another', () => {
    expect(bytes(7, referenceDate)).toBe(bytes(7, referenceDate));
    expect(bytes(7, referenceDate)).not.toBe(bytes(8, referenceDate));
    expect(bytes(7, referenceDate)).not.toBe(bytes(7, '2026-11-23'));
  });

  it('change none that were there when more are made', () => {
    expect(generateClients(data, { referenceDate, households: 40 })).toEqual(clients.slice(0, 40));
  });

  it('are about 150 households and 190 persons from all nine gemeenten', () => {
    const persons = clients.reduce((sum, { members }) => sum + members.length, 0);
    expect(clients).toHaveLength(150);
    expect(persons).toBeGreaterThan(175);
    expect(persons).toBeLessThan(215);
    const herkomst = new Set(clients.map((client) => client.herkomst.gemeenteId));
    for (const { id } of data.gemeenten) expect(herkomst).toContain(id);
  });

  it.each([referenceDate, '2027-02-28', '2028-02-29', '2031-07-01'])(
    'fit their group and their dates on %s',
    (date) => {
      const groups = new Map(data.clientProfile.groups.map((group) => [group.doelgroepId, group]));
      for (const client of generateClients(data, { referenceDate: date })) {
        const group = groups.get(client.doelgroepId);
        const [main, ...others] = client.members;
        if (group === undefined || main === undefined) throw new Error(`${client.reference} has no group or no member`);
        const age = ageOn(main.birthDate, date);
        expect(age).toBeGreaterThanOrEqual(group.ageFrom);
        expect(age).toBeLessThan(group.ageBelow);
        expect(main.role).toBe('main');
        for (const { role, birthDate } of others) {
          expect(isIsoDate(birthDate)).toBe(true);
          if (role === 'child') expect(age - ageOn(birthDate, date)).toBeGreaterThanOrEqual(17);
          else expect(ageOn(birthDate, date)).toBeGreaterThanOrEqual(18);
        }
        expect(client.waitingSince < date).toBe(true);
        expect(client.currentStaySince <= client.waitingSince).toBe(true);
      }
    },
  );

  it('never fill a shelter beyond its beds', () => {
    const capacities = data.clientProfile.groups
      .flatMap(({ stays }) => stays)
      .filter(({ capacity }) => capacity !== null);
    for (const { name, capacity } of capacities) {
      expect(clients.filter((client) => client.currentStay === name).length).toBeLessThanOrEqual(capacity ?? 0);
    }
  });

  it('show each difficulty that a coordinator must see at least once', () => {
    const shown = {
      disputed: clients.some(({ herkomst }) => herkomst.certainty === 'disputed'),
      unknownHerkomst: clients.some(({ herkomst }) => herkomst.gemeenteId === null),
      unsafeReturn: clients.some(({ herkomst }) => herkomst.waived),
      notReady: clients.some(({ readyForOutflowOn }) => readyForOutflowOn === null),
      notEntitled: clients.some(({ entitlement }) => entitlement.status === 'not-entitled'),
      incomeUnknown: clients.some(({ incomeCents }) => incomeCents === null),
      noConsent: clients.some(({ consents }) => consents.length === 0),
      pets: clients.some(({ pets }) => pets > 0),
      wheelchair: clients.some(({ accessibilityNeeded }) => accessibilityNeeded === 'ROL'),
      exclusion: clients.some(({ exclusionAreas }) => exclusionAreas.length > 0),
      refusal: clients.some(({ refusals }) => refusals.length > 0),
      legalDuty: clients.some(
        ({ urgency }) => currentUrgencyCategory(data.urgencyCategories, urgency.category, referenceDate)?.legalDuty,
      ),
      children: clients.some(({ members }) => members.some(({ role }) => role === 'child')),
    };
    expect(shown).toEqual(Object.fromEntries(Object.keys(shown).map((name) => [name, true])));
  });

  it('are as urgent as their category says on the reference date', () => {
    const from = '2027-01-01';
    const withLaw = {
      ...data,
      urgencyCategories: data.urgencyCategories.flatMap((category) =>
        category.id === 'uitstroom-opvang'
          ? [
              { ...category, validTo: addDays(from, -1) },
              { ...category, band: 3, validFrom: from },
            ]
          : [category],
      ),
    };
    const bands = (date: string): ReadonlySet<number> =>
      new Set(
        generateClients(withLaw, { referenceDate: date })
          .filter(({ urgency }) => urgency.category === 'uitstroom-opvang')
          .map(({ urgency }) => urgency.band),
      );
    expect(bands('2026-12-31')).toEqual(new Set([2]));
    expect(bands(from)).toEqual(new Set([3]));
  });
});
