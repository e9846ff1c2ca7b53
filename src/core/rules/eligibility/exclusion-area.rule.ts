// The home is not in an area where the household may not or must not live on the planned start.
import { required } from '../../matching/problem-index';
import type { ExclusionArea, Unit } from '../../matching/problem';
import { dateInWords } from '../../time/date-in-words';
import { eligibilityRule } from '../rule';

function covers({ gemeenteIds, wijkIds }: ExclusionArea, unit: Unit): boolean {
  return gemeenteIds.includes(unit.gemeenteId) || wijkIds.includes(unit.wijkId);
}

export const exclusionAreaRule = eligibilityRule<{
  gemeente: string;
  wijk: string;
  excluded: boolean;
  until: string | null;
  start: string;
}>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'exclusion-area',
  title: { nl: 'Uitgesloten gebied', en: 'Excluded area' },
  sentence: {
    nl: 'De woonplek ligt op de startdatum niet in een gebied waar het huishouden niet mag of niet veilig kan wonen.',
    en: 'On the planned start the home is not in an area where the household may not or cannot safely live.',
  },
  source: 'Gebiedsverbod, contactverbod of veiligheid; de grond staat niet in de gegevens (AVG artikel 10)',
  legalBasis: 'AVG artikel 10; Wetboek van Strafrecht artikel 38v',
  noException: {
    nl: 'Dit gaat over veiligheid. Verander het gegeven zelf als het niet meer klopt.',
    en: 'This is about safety. Change the fact itself where it no longer holds.',
  },
  parameters: [],

  judge({ index, household, unit, start }) {
    const gemeente = required(index.gemeenten, unit.gemeenteId, 'gemeente').name;
    const wijk = required(index.wijken, unit.wijkId, 'wijk').name;
    const active = household.exclusionAreas.filter(
      (area) => covers(area, unit) && (area.until === null || area.until >= start),
    );
    // Without an end outlasts every end.
    const ends = active.map(({ until }) => until);
    const until = ends.includes(null)
      ? null
      : ends.reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null);
    const facts = { gemeente, wijk, excluded: active.length > 0, until, start };
    return { outcome: facts.excluded ? 'fails' : 'holds', facts };
  },

  describe({ facts: { gemeente, wijk, excluded, until } }) {
    if (!excluded) {
      return {
        nl: `De woonplek ligt in ${wijk} (${gemeente}) en niet in een uitgesloten gebied.`,
        en: `The home is in ${wijk} (${gemeente}) and not in an excluded area.`,
      };
    }
    const end = until === null ? null : dateInWords(until);
    return {
      nl: `${wijk} (${gemeente}) is voor dit huishouden uitgesloten${end === null ? '' : ` tot en met ${end.nl}`}.`,
      en: `${wijk} (${gemeente}) is excluded for this household${end === null ? '' : ` until ${end.en}`}.`,
    };
  },
});
