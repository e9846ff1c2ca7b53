import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  PROGRESS,
  TENANCY_ACTIONS,
  TENANCY_STATES,
  type Progress,
  type TenancyAction,
  type TenancyState,
} from '../../core/review/tenancy-transitions';
import { ActedAsColumns } from './acted-as.columns';
import { oneOf } from './one-of';

/** How a tenancy starts: with the key, or because the one before it became permanent. */
export const TENANCY_STARTS = ['sleutel', 'omgeklapt'] as const;
export type TenancyStart = (typeof TENANCY_STARTS)[number];

/** One step of a tenancy, or a note on how it goes. Append-only. */
@Entity()
@Index(['placementId', 'at'])
@Check('tenancy_event_action', oneOf('action', [...TENANCY_STARTS, ...TENANCY_ACTIONS]))
@Check('tenancy_event_from_state', oneOf('from_state', TENANCY_STATES))
@Check('tenancy_event_to_state', oneOf('to_state', TENANCY_STATES))
@Check('tenancy_event_progress', oneOf('progress', PROGRESS))
@Check('tenancy_event_period', '"until_day" >= "on_day"')
export class TenancyEventEntity extends ActedAsColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  ownerOrganisationId!: string;

  @ForeignKey('PlacementEntity')
  @Column('uuid')
  placementId!: string;

  @Index()
  @ForeignKey('HouseholdEntity')
  @Column('uuid')
  householdId!: string;

  @Column('text')
  action!: TenancyAction | TenancyStart;

  /** Null: it starts. */
  @Column('text', { nullable: true })
  fromState!: TenancyState | null;

  @Column('text')
  toState!: TenancyState;

  @Column('date')
  onDay!: string;

  /** The day until which a time-out is expected to last. */
  @Column('date', { nullable: true })
  untilDay!: string | null;

  @Column('text', { nullable: true })
  reasonCode!: string | null;

  @Column('text', { nullable: true })
  progress!: Progress | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** The account that did it. Null: the system itself. */
  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  actor!: string | null;
}
