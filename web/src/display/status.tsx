import { StatusBadge } from '@utrecht/component-library-react';
import { statusWords, toneOf } from './labels';

/** The status of a proposal, round or home: always in words, the colour only helps. */
export function Status({ code }: { readonly code: string }) {
  return <StatusBadge status={toneOf(code)}>{statusWords(code)}</StatusBadge>;
}
