import { describe, expect, it } from '@jest/globals';
import {
  LANDING_STATES,
  type LandingChecklist,
  landingChecklistFaults,
  landingPointsFor,
  landingStates,
  type LandingPoint,
  missingPoints,
} from '../../../src/core/review/landing-checklist';
import {
  ANSWER_SIDES,
  answerSides,
  OFFER_CHANNELS,
  OFFER_CONTACT_KINDS,
  offerChannels,
  offerContactKinds,
} from '../../../src/core/review/offer-contacts';
import { readRegionData } from '../../../src/seed/read-region-data';

const point = (code: string, required = true): LandingPoint => ({ code, nl: code, required, toldToCorporatie: false });
const general = { programmes: [], points: [point('bed'), point('buren', false)] };
const own = { programmes: ['container'], points: [point('contract')] };

describe('a checklist', () => {
  it('is that of the programme, else the one for all others', () => {
    const list: LandingChecklist = { lists: [general, own] };
    expect(landingPointsFor(list, 'container')).toBe(own.points);
    expect(landingPointsFor(list, 'urgentie')).toBe(general.points);
    expect(landingPointsFor({ lists: [own] }, 'urgentie')).toEqual([]);
  });

  it.each([
    ['has no list for all others', [own], '0 lists are for all programmes'],
    ['has two lists for all others', [general, general], '2 lists are for all programmes'],
    ['has two lists for one programme', [general, own, own], 'programme "container" has two lists'],
    ['names a point twice', [{ ...general, points: [point('bed'), point('bed')] }], 'list 1 names "bed" twice'],
    ['asks nothing', [{ ...general, points: [point('buren', false)] }], 'list 1 asks nothing before the key'],
  ])('is refused when it %s', (_name, lists, fault) => {
    expect(landingChecklistFaults({ lists }).join()).toContain(fault);
  });

  it('is sound in every version of Assen, for every programme of its homes', () => {
    const { landingChecklists, homes, complexes } = readRegionData('assen');
    for (const list of landingChecklists) {
      expect(landingChecklistFaults(list)).toEqual([]);
      for (const { programme } of [...homes, ...complexes]) {
        expect(landingPointsFor(list, programme).length).toBeGreaterThan(3);
      }
    }
  });

  it('misses what is obligatory and open', () => {
    const items = LANDING_STATES.flatMap((state) => [true, false].map((required) => ({ required, state })));
    expect(missingPoints(items)).toEqual([{ required: true, state: 'open' }]);
  });

  it('and an offer have a name for every code', () => {
    expect(landingStates.entries.map(({ internal }) => internal)).toEqual([...LANDING_STATES]);
    expect(answerSides.entries.map(({ internal }) => internal)).toEqual([...ANSWER_SIDES]);
    expect(offerChannels.entries.map(({ internal }) => internal)).toEqual([...OFFER_CHANNELS]);
    expect(offerContactKinds.entries.map(({ internal }) => internal)).toEqual([...OFFER_CONTACT_KINDS]);
  });
});
