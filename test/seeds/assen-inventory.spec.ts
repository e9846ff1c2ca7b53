import { describe, expect, it } from '@jest/globals';
import { readRegionData } from '../../src/seed/read-region-data';
import type { SeedUnit } from '../../src/seed/region-data.schema';

const data = readRegionData('assen');
const complexOf = (code: string) => {
  const complex = data.complexes.find((candidate) => candidate.code === code);
  if (complex === undefined) throw new Error(`no complex ${code}`);
  return complex;
};
const places = (units: readonly SeedUnit[]): number => units.reduce((sum, unit) => sum + unit.places, 0);

/** Annexes 1 and 2 of the policy document, by hand. */
const DOCUMENT = [
  { code: 'AS-WOU', places: 6, aanbieders: ['leger-des-heils'], maxStay: 18 },
  { code: 'AS-RES', places: 11, aanbieders: ['cosis', 'leger-des-heils'], maxStay: 18 },
  { code: 'AS-NOO', places: 18, aanbieders: ['cosis', 'leger-des-heils'], maxStay: null },
  { code: 'AS-GGZ', places: 12, aanbieders: ['ggz-drenthe'], maxStay: 18 },
  { code: 'AS-CON', places: 5, aanbieders: ['leger-des-heils', 'werkpro'], maxStay: null },
];

describe('the inventory of regio Assen', () => {
  it('has the five locations and the 52 places of the document, and nothing else that is not demonstration', () => {
    expect(data.complexes.map(({ code }) => code)).toEqual(DOCUMENT.map(({ code }) => code));
    expect(places(data.complexes.flatMap(({ units }) => units))).toBe(52);
    expect(data.complexes.every(({ demonstration }) => !demonstration)).toBe(true);
    expect(data.homes.every(({ demonstration }) => demonstration)).toBe(true);
  });

  it.each(DOCUMENT)('$code has $places places, its aanbieders and its longest stay', (expected) => {
    const { units } = complexOf(expected.code);
    expect(places(units)).toBe(expected.places);
    expect([...new Set(units.flatMap(({ aanbieders }) => aanbieders))].sort()).toEqual(expected.aanbieders);
    if (expected.maxStay !== null) expect(units.map(({ maxStayMonths }) => maxStayMonths)).toEqual([expected.maxStay]);
  });

  it('counts no office or common room as a home', () => {
    expect(complexOf('AS-RES').nonResidentialRooms).toEqual([{ kind: 'kantoor', count: 1 }]);
    expect(complexOf('AS-NOO').nonResidentialRooms.map(({ kind }) => kind)).toEqual(['ontmoetingsruimte', 'kantoor']);
  });

  it('takes 18-23 as from 18 and below 23', () => {
    expect(complexOf('AS-RES').units.map(({ ageFrom, ageBelow }) => [ageFrom, ageBelow])).toEqual([[18, 23]]);
  });

  it('keeps both sources of inflow of De Wouden and says that the document contradicts itself', () => {
    const { inflowSources, note } = complexOf('AS-WOU');
    expect(inflowSources).toEqual(['nachtopvang', 'kdo']);
    expect(note).toContain('Tegenstrijdig');
  });

  it('limits the GGZ-terrein to 9 klinisch and 3 forensisch', () => {
    const mixes = complexOf('AS-GGZ').mixes.map(({ doelgroepIds, max }) => [doelgroepIds, max]);
    expect(mixes).toEqual([
      [['ggz-klinisch'], 9],
      [['ggz-forensisch'], 3],
    ]);
  });

  it('labels the split of Noordermaat as demonstration, since the document does not say which are omklap', () => {
    const { units, note } = complexOf('AS-NOO');
    expect(units.every(({ demonstration }) => demonstration)).toBe(true);
    expect(new Set(units.map(({ programme }) => programme))).toEqual(new Set(['brede-aanpak', 'omklap']));
    expect(note).toContain('Welke wooneenheden omklapwoning zijn, staat niet in de bron');
  });

  it('lets the containers themselves end, five years after they were placed', () => {
    expect(
      complexOf('AS-CON').units.map(({ availableFrom, availableUntil }) => [availableFrom, availableUntil]),
    ).toEqual([['2022-10-15', '2027-10-15']]);
  });

  it('gives every record a source, and says so in it where it is demonstration', () => {
    const records = [
      ...data.organisations,
      ...data.wijken,
      ...data.complexes,
      ...data.complexes.flatMap(({ units }) => units),
      ...data.homes,
      ...data.rentTables,
      ...data.aanbiederCapacities,
      ...data.spreidingQuotas,
      ...data.prestatieafspraken,
    ];
    for (const { source, demonstration } of records) {
      expect(source.length).toBeGreaterThan(10);
      if (demonstration) expect(source.toLowerCase()).toMatch(/demonstratie|wijk/);
    }
  });

  it('has homes of every gemeente of the region, of its own corporaties, within the rent limit', () => {
    expect(new Set(data.homes.map(({ gemeenteId }) => gemeenteId))).toEqual(
      new Set(data.gemeenten.map(({ id }) => id)),
    );
    const table = data.rentTables.find(({ year }) => year === 2026);
    for (const { rentCents } of data.homes) expect(rentCents).toBeLessThanOrEqual(table?.maxRentCents ?? 0);
  });

  it('marks every rent table that was not published yet', () => {
    for (const { year, demonstration, source } of data.rentTables) {
      expect(demonstration).toBe(year > 2026);
      if (demonstration) expect(source).toContain('nog niet gepubliceerd');
    }
  });

  it('has the nine gemeenten with their CBS codes', () => {
    expect(Object.fromEntries(data.gemeenten.map(({ id, name }) => [id, name]))).toEqual({
      GM0106: 'Assen',
      GM0118: 'Hoogeveen',
      GM0119: 'Meppel',
      GM1680: 'Aa en Hunze',
      GM1690: 'De Wolden',
      GM1699: 'Noordenveld',
      GM1701: 'Westerveld',
      GM1730: 'Tynaarlo',
      GM1731: 'Midden-Drenthe',
    });
  });
});
