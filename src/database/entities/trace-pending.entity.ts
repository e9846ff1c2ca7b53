import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { oneOf } from './one-of';
import { TRACE_LOGS, type TraceLog } from './trace-link.entity';

/** Rows of the logs that are written and have no link yet. A trigger adds them, in the transaction of the row itself. */
@Entity()
@Unique(['log', 'rowId'])
@Check('trace_pending_log', oneOf('log', TRACE_LOGS))
export class TracePendingEntity {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  log!: TraceLog;

  @Column('bigint')
  rowId!: string;
}
