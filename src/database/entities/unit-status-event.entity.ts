import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { UnitStatus } from '../../core/review/unit-transitions';
import { ActedAsColumns } from './acted-as.columns';
import { oneOf } from './one-of';
import { UNIT_STATUSES } from './unit.entity';

/** One change of the status of a unit. Append-only. */
@Entity()
@Index(['unitId', 'at'])
@Check('unit_status_event_from', oneOf('from', UNIT_STATUSES))
@Check('unit_status_event_to', oneOf('to', UNIT_STATUSES))
@Check('unit_status_event_period', '"effective_until" >= "effective_from"')
export class UnitStatusEventEntity extends ActedAsColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UnitEntity')
  @Column('uuid')
  unitId!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  ownerOrganisationId!: string;

  /** Null: the unit was entered with this status. */
  @Column('text', { nullable: true })
  from!: UnitStatus | null;

  @Column('text')
  to!: UnitStatus;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('date')
  effectiveFrom!: string;

  @Column('date', { nullable: true })
  effectiveUntil!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** The account that did it. Null: the system itself. */
  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  actor!: string | null;
}
