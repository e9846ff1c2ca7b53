import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ActedAsColumns } from './acted-as.columns';
import { HOUSEHOLD_STATUSES, type HouseholdStatus } from './household.entity';
import { oneOf } from './one-of';

/**
 * One change in whether a household takes part: paused, waiting again, housed, closed. Append-only. The database writes it with
 * every change of the file, so that no way of changing it passes by.
 */
@Entity()
@Index(['householdId', 'at'])
@Check('household_status_event_from', oneOf('from_status', HOUSEHOLD_STATUSES))
@Check('household_status_event_to', oneOf('to_status', HOUSEHOLD_STATUSES))
export class HouseholdStatusEventEntity extends ActedAsColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  ownerOrganisationId!: string;

  @ForeignKey('HouseholdEntity')
  @Column('uuid')
  householdId!: string;

  /** Null: the file began with this status, or was so before these lines were kept. */
  @Column('text', { nullable: true })
  fromStatus!: HouseholdStatus | null;

  @Column('text')
  toStatus!: HouseholdStatus;

  /** The last day of a pause. */
  @Column('date', { nullable: true })
  until!: string | null;

  /** Of a pause or of a file that was closed. */
  @Column('text', { nullable: true })
  reasonCode!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** The account that did it. Null: the system itself. */
  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  actor!: string | null;
}
