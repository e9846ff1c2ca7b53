import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ProblemFacts } from '../../core/matching/rule-facts';
import { RecordedColumns } from './recorded.columns';

@Entity()
@Check('region_lead_time_days', '"lead_time_days" >= 0')
export class RegionEntity extends RecordedColumns {
  /** Readable and stable, e.g. `assen`. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  // Checked at commit: a region and its gemeenten refer to each other.
  @ForeignKey('GemeenteEntity', { deferrable: 'INITIALLY DEFERRED' })
  @Column('text', { nullable: true })
  centrumGemeenteId!: string | null;

  @Column('text', { default: 'Europe/Amsterdam' })
  timeZone!: string;

  /** When the scheduled rounds start, as a cron expression in `timeZone`. Null: only on request. */
  @Column('text', { nullable: true })
  roundCron!: string | null;

  /** Days between a round and the earliest day on which somebody can move in. */
  @Column('integer')
  leadTimeDays!: number;

  /** What only some rules ask for; see `ProblemFacts`. Empty: nobody filled in anything. */
  @Column('jsonb', { default: {} })
  facts!: ProblemFacts;
}
