import type { PairVerdict } from '../../core/explain/judge-pair';
import type { VerdictDto } from './unmatched.dto';

const OUTCOME: Readonly<Record<PairVerdict['outcome'], VerdictDto['uitkomst']>> = {
  holds: 'voldoet',
  fails: 'voldoet-niet',
  unknown: 'onbekend',
  excepted: 'uitzondering',
};

/** One rule for one pair, as the API tells it. */
export function verdictAnswer({ ruleId, title, outcome, text, facts }: PairVerdict): VerdictDto {
  return {
    regel: ruleId,
    titel: title.nl,
    uitkomst: OUTCOME[outcome],
    tekst: text.nl,
    feiten: Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]),
    ) as VerdictDto['feiten'],
  };
}
