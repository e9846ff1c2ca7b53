// An open matter with the corporatie of the home. Only its own matters count: there is no shared blacklist, and each one ends.
import type { TenancyFlag } from '../../matching/rule-facts';
import { dateInWords } from '../../time/date-in-words';
import { outcomeChoice } from '../outcome-choice';
import { choiceValue } from '../parameter-values';
import { eligibilityRule, type Outcome, type Text } from '../rule';

const OPEN = outcomeChoice('open', { nl: 'Als er nog iets openstaat', en: 'Where something is still open' }, [
  'holds',
  'unknown',
  'fails',
]);

const KINDS: Readonly<Record<TenancyFlag['kind'], Text>> = {
  'rent-debt': { nl: 'huurschuld', en: 'rent debt' },
  nuisance: { nl: 'overlast', en: 'nuisance' },
};

export const tenancyHistoryRule = eligibilityRule<{ kind: TenancyFlag['kind'] | null; until: string | null }>({
  kind: 'eligibility',
  scoping: 'most-specific',
  id: 'tenancy-history',
  title: { nl: 'Eerder bij deze corporatie', en: 'Earlier at this corporatie' },
  sentence: {
    nl: 'Er staat bij deze corporatie op de startdatum niets meer open uit een eerdere huur.',
    en: 'On the planned start nothing is open any more at this corporatie from an earlier tenancy.',
  },
  source: 'Alleen gegevens van de eigen corporatie; de corporatie beslist en elke melding loopt af (tweede kans)',
  parameters: [OPEN],

  judge({ household: { tenancyFlags = [] }, unit: { corporatieId }, start }, parameters) {
    const open = tenancyFlags.find(
      (flag) => flag.corporatieId === corporatieId && !flag.settled && flag.until >= start,
    );
    if (open === undefined) return { outcome: 'holds', facts: { kind: null, until: null } };
    const outcome: Outcome = choiceValue(OPEN, parameters);
    return { outcome, facts: { kind: open.kind, until: open.until } };
  },

  describe({ outcome, facts: { kind, until } }) {
    if (kind === null || until === null) {
      return { nl: 'Er staat bij deze corporatie niets open.', en: 'Nothing is open at this corporatie.' };
    }
    const then = {
      holds: { nl: 'De corporatie beslist bij de bevestiging.', en: 'The corporatie decides at the confirmation.' },
      unknown: { nl: 'De corporatie moet eerst beslissen.', en: 'The corporatie must decide first.' },
      fails: { nl: 'Volgens het beleid mag deze woonplek dan niet.', en: 'By policy this home is then not allowed.' },
    }[outcome];
    const last = dateInWords(until);
    return {
      nl: `Bij deze corporatie staat nog open: ${KINDS[kind].nl} (telt tot en met ${last.nl}). ${then.nl}`,
      en: `Still open at this corporatie: ${KINDS[kind].en} (counts through ${last.en}). ${then.en}`,
    };
  },
});
