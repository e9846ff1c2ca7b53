import type { QuotaRow } from '../rule';

interface Floor {
  readonly id: string;
  readonly subject: QuotaRow['subject'];
  /** What counts already. */
  readonly counted: number;
  readonly floor: number;
}

/** A soft row: what the plan lacks under the floor counts on the level of shortages. */
export function floorRow({ id, subject, counted, floor }: Floor): QuotaRow {
  return { id, subject, offset: counted, lower: floor, upper: null, soft: true, agreed: floor };
}
