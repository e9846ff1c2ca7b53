import type { QuotaRow } from '../rule';

interface Ceiling {
  readonly id: string;
  readonly subject: QuotaRow['subject'];
  /** What counts already. */
  readonly counted: number;
  readonly ceiling: number;
}

/** A hard row with only an upper bound. Where more counts already than was agreed, nothing may be added. */
export function ceilingRow({ id, subject, counted, ceiling }: Ceiling): QuotaRow {
  return { id, subject, offset: counted, lower: null, upper: Math.max(ceiling, counted), soft: false, agreed: ceiling };
}
