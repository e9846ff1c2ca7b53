import type { Draagkracht } from '../http/answers';
import type { StandingRow } from './standing-row';

export interface WijkRow extends StandingRow {
  readonly gemeente: string;
  readonly maxPlacements: number | null;
  readonly placements: number | null;
}

export function draagkrachtRow(item: Draagkracht): WijkRow {
  return {
    id: item.wijk.id,
    label: item.wijk.naam,
    unit: ['punt', 'punten'],
    gemeente: item.gemeente.naam,
    realised: item.belasting,
    proposed: item.voorgesteld,
    expected: item.verwacht,
    floor: null,
    ceiling: item.draagkracht,
    left: item.resterend,
    over: item.over,
    short: 0,
    maxPlacements: item.maxPlaatsingen,
    placements: item.voorgesteldePlaatsingen,
  };
}
