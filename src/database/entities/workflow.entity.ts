import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { WorkflowStep } from '../../core/review/workflow';

/** How the cases of one programme go, from a day on. Append-only: other terms are a new version, and running cases keep theirs. */
@Entity()
@Unique(['regionId', 'programme', 'version'])
@Check('workflow_steps', `jsonb_typeof("steps") = 'array'`)
export class WorkflowEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  /** Of the home; `standaard` for every programme without a workflow of its own. */
  @Column('text')
  programme!: string;

  @Column('text')
  version!: string;

  @Column('date')
  validFrom!: string;

  @Column('jsonb')
  steps!: readonly WorkflowStep[];

  @Column('text')
  source!: string;

  /** Some of its numbers stand in no source. */
  @Column('boolean')
  demonstration!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
