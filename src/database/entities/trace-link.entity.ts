import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { oneOf } from './one-of';

/** The logs whose rows are chained: who saw what, and who changed what. */
export const TRACE_LOGS = ['access', 'change'] as const;
export type TraceLog = (typeof TRACE_LOGS)[number];

/**
 * One link of the chain over both logs, see docs/adr/0008: the hash of the link before it with the row that it seals. Only the
 * function `seal_traces` adds links, and nobody changes them.
 */
@Entity()
@Unique(['log', 'rowId'])
@Check('trace_link_log', oneOf('log', TRACE_LOGS))
@Check('trace_link_hash', 'octet_length("hash") = 32')
export class TraceLinkEntity {
  /** From 1, without gaps. */
  @PrimaryColumn('bigint')
  position!: string;

  @Column('text')
  log!: TraceLog;

  @Column('bigint')
  rowId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('bytea')
  hash!: Buffer;
}
