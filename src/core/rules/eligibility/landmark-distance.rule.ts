// The home is far enough from places of a kind that were chosen with the household, or that a measure names.
import { isNearerThan } from '../../matching/distance';
import type { LandmarkDistance } from '../../matching/rule-facts';
import { eligibilityRule } from '../rule';

export const landmarkDistanceRule = eligibilityRule<{
  asked: number;
  missing: 'location' | 'landmarks' | null;
  farEnough: boolean | null;
}>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'landmark-distance',
  title: { nl: 'Afstand tot plekken', en: 'Distance to places' },
  sentence: {
    nl: 'De woonplek ligt op de startdatum ver genoeg van de soorten plekken die zijn afgesproken.',
    en: 'On the planned start the home is far enough from the kinds of places that were agreed.',
  },
  source: 'Gekozen samen met het huishouden, of een maatregel; de reden staat niet in de gegevens',
  parameters: [],

  judge({ index, household: { avoidLandmarks = [] }, unit: { location, gemeenteId }, start }) {
    const active = avoidLandmarks.filter(({ until }) => until === null || until >= start);
    const asked = active.length;
    if (asked === 0) return { outcome: 'holds', facts: { asked, missing: null, farEnough: null } };
    if (location === undefined) return { outcome: 'unknown', facts: { asked, missing: 'location', farEnough: null } };
    const all = index.problem.landmarks ?? [];
    const tooNear = ({ kind, metres }: LandmarkDistance) =>
      all.some((each) => each.kind === kind && each.points.some((point) => isNearerThan(point, location, metres)));
    if (active.some(tooNear)) return { outcome: 'fails', facts: { asked, missing: null, farEnough: false } };
    // Only the places of the home's own gemeente must have been mapped; those of a neighbour count where they are known.
    const isMapped = ({ kind }: LandmarkDistance) =>
      all.some((each) => each.kind === kind && each.gemeenteId === gemeenteId);
    return active.every(isMapped)
      ? { outcome: 'holds', facts: { asked, missing: null, farEnough: true } }
      : { outcome: 'unknown', facts: { asked, missing: 'landmarks', farEnough: null } };
  },

  describe({ facts: { asked, missing, farEnough } }) {
    if (asked === 0) return { nl: 'Er is geen afstand tot plekken afgesproken.', en: 'No distance was agreed.' };
    if (missing !== null) {
      const what =
        missing === 'location'
          ? { nl: 'De ligging van de woonplek is', en: 'The location of the home is' }
          : { nl: 'Waar zulke plekken in deze gemeente liggen, is', en: 'Where such places are in this gemeente is' };
      return {
        nl: `Er is een afstand afgesproken. ${what.nl} niet ingevuld.`,
        en: `A distance was agreed. ${what.en} not filled in.`,
      };
    }
    return farEnough === true
      ? { nl: 'De woonplek ligt ver genoeg van de afgesproken plekken.', en: 'The home is far enough.' }
      : {
          nl: 'De woonplek ligt te dicht bij een plek waarvoor een afstand is afgesproken.',
          en: 'The home is too near a place for which a distance was agreed.',
        };
  },
});
