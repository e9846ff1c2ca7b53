import { StatusBadge } from '@utrecht/component-library-react';
import { stateOf, type StandingRow, type StandingState } from './standing-row';

const TONES: Readonly<Record<StandingState, string>> = {
  over: 'danger',
  full: 'warning',
  short: 'warning',
  room: 'success',
  free: 'inactive',
};

export function stateWords(row: StandingRow): string {
  switch (stateOf(row)) {
    case 'over':
      return `${row.over} te veel`;
    case 'full':
      return 'Vol';
    case 'short':
      return `Nog ${row.short} nodig`;
    case 'room':
      return `Ruimte voor ${row.left}`;
    case 'free':
      return 'Geen grens';
  }
}

export function StateBadge({ row }: { readonly row: StandingRow }) {
  return <StatusBadge status={TONES[stateOf(row)]}>{stateWords(row)}</StatusBadge>;
}
