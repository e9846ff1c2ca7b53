import { StatusBadge } from '@utrecht/component-library-react';
import { countOf } from '../display/format';
import { stateOf, type StandingRow, type StandingState } from './standing-row';

const TONES: Readonly<Record<StandingState, string>> = {
  over: 'danger',
  full: 'warning',
  short: 'warning',
  room: 'success',
  met: 'success',
  free: 'inactive',
  hidden: 'inactive',
};

function stateWords(row: StandingRow): string {
  switch (stateOf(row)) {
    case 'over':
      return `${countOf(row.over ?? 0, ...row.unit)} te veel`;
    case 'full':
      return 'Vol';
    case 'short':
      return `Nog ${countOf(row.short ?? 0, ...row.unit)} nodig`;
    case 'room':
      return `Ruimte voor ${countOf(row.left ?? 0, ...row.unit)}`;
    case 'met':
      return 'Gehaald';
    case 'free':
      return 'Geen grens';
    case 'hidden':
      return 'Niet getoond';
  }
}

export function StateBadge({ row }: { readonly row: StandingRow }) {
  return <StatusBadge status={TONES[stateOf(row)]}>{stateWords(row)}</StatusBadge>;
}
