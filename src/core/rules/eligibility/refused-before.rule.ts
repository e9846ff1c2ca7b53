// A home or complex that was refused is not proposed again while the reason holds, judged on the day of the round.
import type { Refusal, Unit } from '../../matching/problem';
import { dateInWords } from '../../time/date-in-words';
import { eligibilityRule } from '../rule';

function concerns({ unitId, complexId }: Refusal, unit: Unit): boolean {
  return unitId === unit.id || (complexId !== null && complexId === unit.complexId);
}

export const refusedBeforeRule = eligibilityRule<{
  refused: 'unit' | 'complex' | null;
  reasonCode: string | null;
  until: string | null;
}>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'refused-before',
  title: { nl: 'Eerder geweigerd', en: 'Refused before' },
  sentence: {
    nl: 'De woonplek of het complex is niet eerder geweigerd om een reden die nog geldt.',
    en: 'The home or complex was not refused before for a reason that still holds.',
  },
  source: 'Een weigering met een reden is een feit over de combinatie en geen minpunt voor het huishouden',
  parameters: [],

  judge({ index, household, unit }) {
    const { asOf } = index.problem;
    const refusal = household.refusals.find(
      (each) => concerns(each, unit) && (each.until === null || each.until >= asOf),
    );
    if (refusal === undefined) return { outcome: 'holds', facts: { refused: null, reasonCode: null, until: null } };
    const refused = refusal.unitId === unit.id ? 'unit' : 'complex';
    return { outcome: 'fails', facts: { refused, reasonCode: refusal.reasonCode, until: refusal.until } };
  },

  describe({ facts: { refused, reasonCode, until } }) {
    if (refused === null)
      return { nl: 'Er is geen eerdere weigering die nog geldt.', en: 'No earlier refusal still holds.' };
    const end = until === null ? null : dateInWords(until);
    const what =
      refused === 'unit' ? { nl: 'Deze woonplek', en: 'This home' } : { nl: 'Dit complex', en: 'This complex' };
    return {
      nl: `${what.nl} is eerder geweigerd (reden ${reasonCode}). Dat geldt nog${end === null ? '' : ` tot en met ${end.nl}`}.`,
      en: `${what.en} was refused before (reason ${reasonCode}). That still holds${end === null ? '' : ` until ${end.en}`}.`,
    };
  },
});
