import { StatusBadge } from '@utrecht/component-library-react';
import type { WorkItem } from '../http/answers';
import { timeWords } from './term-words';

type Term = Pick<WorkItem, 'uiterlijkOp' | 'dagenOver' | 'teLaat' | 'staatStil' | 'herinnering'>;

/** How much time is left: always in words, the colour only helps. */
export function TimeLeft({ term }: { readonly term: Term }) {
  const words = timeWords(term);
  if (term.teLaat) return <StatusBadge status="danger">{words}</StatusBadge>;
  if (term.herinnering) return <StatusBadge status="warning">{words}</StatusBadge>;
  return <span>{words}</span>;
}
