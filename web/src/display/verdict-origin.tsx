import type { Verdict } from '../http/answers';
import { wordsOf } from './labels';

/** Which entry of the policy counted for the home in front of the reader; nothing for one that holds everywhere. */
function scopeWords(scope: Verdict['bereik']): string {
  if (scope === null) return '';
  switch (scope.soort) {
    case 'programma':
      return `Geldt alleen voor het programma ${wordsOf(scope.id)}. `;
    case 'complex':
      return 'Geldt alleen voor dit complex. ';
    case 'woonplek':
      return 'Geldt alleen voor deze woonplek. ';
  }
}

/** Where a rule comes from and for which homes it was set, in one quiet line. */
export function VerdictOrigin({ verdict }: { readonly verdict: Pick<Verdict, 'bron' | 'bereik'> }) {
  return (
    <span className="wp-origin">
      {scopeWords(verdict.bereik)}Bron: {verdict.bron}
    </span>
  );
}
