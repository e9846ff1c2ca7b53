import { describe, expect, it } from '@jest/globals';
import { indexProblem } from '../../../src/core/matching/problem-index';
import { PairList } from '../../../src/core/matching/pair-list';
import { aHousehold, aProblem, aUnit } from '../problem-builder';

const households = Array.from({ length: 40 }, (_, at) => aHousehold({ id: `H${at}` }));
const places = ['U1', 'U2', 'U3'].map((id, at) => ({ unit: aUnit({ id }), start: `2026-0${at + 1}-01` as const }));
const index = indexProblem(aProblem({ households, units: places.map(({ unit }) => unit) }));

describe('a list of pairs', () => {
  it('gives back what was added, in order, also where it is long', () => {
    const pairs = new PairList(index, places);
    const added = households.flatMap((household) => [0, 1, 2].map((place) => ({ household, place })));
    for (const { household, place } of added) pairs.add(household, place);
    const expected = added.map(({ household, place }) => ({ index, household, ...places[place]! }));
    expect(pairs.length).toBe(120);
    expect([...pairs]).toEqual(expected);
    expect(Array.from({ length: pairs.length }, (_, at) => pairs.at(at))).toEqual(expected);
  });

  it('has nothing beyond its end', () => {
    const pairs = new PairList(index, places);
    expect([pairs.length, [...pairs], pairs.at(0)]).toEqual([0, [], undefined]);
    pairs.add(households[0]!, 2);
    expect(pairs.at(0)?.unit.id).toBe('U3');
    expect([pairs.at(1), pairs.at(64)]).toEqual([undefined, undefined]);
  });
});
