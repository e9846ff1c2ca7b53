import type { RecordedColumns } from '../database/entities/recorded.columns';

/** A row as a seed gives it: without what the database fills in, such as the counter of optimistic locking. */
export type Row<T> = Omit<T, keyof RecordedColumns | (T extends { version: number } ? 'version' : never)>;
