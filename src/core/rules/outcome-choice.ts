import type { Outcome, ParameterSpec, Text } from './rule';

const TITLES: Readonly<Record<Outcome, Text>> = {
  holds: { nl: 'telt als voldoet', en: 'counts as holding' },
  fails: { nl: 'telt als voldoet niet', en: 'counts as failing' },
  unknown: { nl: 'is niet te beoordelen', en: 'cannot be judged' },
};

/** A setting that says what a rule answers in a case that the law leaves open. By default the rule holds. */
export function outcomeChoice<C extends Outcome>(name: string, title: Text, choices: readonly C[]) {
  return {
    ...{ name, title, unit: null, choices, choiceTitles: TITLES },
    type: 'choice',
    default: 'holds',
  } as const satisfies ParameterSpec;
}
