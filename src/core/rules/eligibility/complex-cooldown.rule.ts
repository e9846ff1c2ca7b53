// After an incident a complex takes nobody new for a while.
import { dateInWords } from '../../time/date-in-words';
import { outcomeChoice } from '../outcome-choice';
import { choiceValue } from '../parameter-values';
import { eligibilityRule, type Outcome, type ParameterSpec } from '../rule';

const DURING = {
  ...outcomeChoice('during', { nl: 'Tijdens de rust', en: 'During the pause' }, ['fails', 'unknown', 'holds']),
  default: 'fails',
} as const satisfies ParameterSpec;

export const complexCooldownRule = eligibilityRule<{ complex: string | null; until: string | null }>({
  kind: 'eligibility',
  scoping: 'most-specific',
  id: 'complex-cooldown',
  title: { nl: 'Rust in het complex', en: 'Pause in the complex' },
  sentence: {
    nl: 'In een complex waar na een incident rust nodig is, komt tot een afgesproken dag niemand nieuw wonen.',
    en: 'In a complex that needs rest after an incident nobody new moves in until a day agreed.',
  },
  source: 'Magic Mix (Platform31): waarschuwing en rust; altijd met einddatum',
  parameters: [DURING],

  judge({ index, unit: { complexId }, start }, parameters) {
    const complex = complexId === null ? undefined : index.complexes.get(complexId);
    const until = complex?.cooldownUntil !== undefined && complex.cooldownUntil >= start ? complex.cooldownUntil : null;
    const outcome: Outcome = until === null ? 'holds' : choiceValue(DURING, parameters);
    return { outcome, facts: { complex: complex?.name ?? null, until } };
  },

  describe({ outcome, facts: { complex, until } }) {
    if (until === null) return { nl: 'Er is geen rust afgesproken.', en: 'No pause was agreed.' };
    const last = dateInWords(until);
    const then = {
      holds: { nl: 'Volgens het beleid mag het toch.', en: 'By policy it is allowed all the same.' },
      unknown: { nl: 'Eerst moet iemand hierover beslissen.', en: 'Somebody must decide about this first.' },
      fails: { nl: 'Tot dan komt er niemand nieuw wonen.', en: 'Until then nobody new moves in.' },
    }[outcome];
    return {
      nl: `In ${complex} is rust afgesproken tot en met ${last.nl}. ${then.nl}`,
      en: `A pause was agreed in ${complex} through ${last.en}. ${then.en}`,
    };
  },
});
