import type { IsoDate } from '../time/calendar';

/** Why a household is out of the rounds for a while. */
export const PAUSE_REASONS = ['refusal', 'admission', 'detention', 'own-request', 'handover', 'other'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

interface Waiting {
  readonly status: 'waiting' | 'paused' | 'housed' | 'closed';
  /** The last day of a pause. Null: until somebody ends it. */
  readonly pausedUntil: IsoDate | null;
}

/** Whether a household looks for a home on a day. A pause is over by itself after its last day. */
export function waitsOn({ status, pausedUntil }: Waiting, day: IsoDate): boolean {
  return status === 'waiting' || (status === 'paused' && pausedUntil !== null && pausedUntil < day);
}
