import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SUPPORT_LEVELS, type SupportLevel } from '../../core/matching/problem';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** Somebody who lives or lived in a unit: counts for quotas, for the load of a wijk and for occupied places. */
@Entity()
@Index(['regionId', 'startDate'])
@Check('placement_support_level', oneOf('support_level', SUPPORT_LEVELS))
@Check('placement_amounts', '"draaglast" >= 0 AND "guidance_hours" >= 0')
@Check('placement_period', '"end_date" >= "start_date"')
export class PlacementEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('UnitEntity')
  @Column('uuid')
  unitId!: string;

  /** Null: from before the household was known here. */
  @Index()
  @ForeignKey('HouseholdEntity')
  @Column('uuid', { nullable: true })
  householdId!: string | null;

  @Index()
  @ForeignKey('GemeenteEntity')
  @Column('text')
  gemeenteId!: string;

  @Index()
  @ForeignKey('WijkEntity')
  @Column('text')
  wijkId!: string;

  @ForeignKey('DoelgroepEntity')
  @Column('text')
  doelgroepId!: string;

  @ForeignKey('GemeenteEntity')
  @Column('text', { nullable: true })
  herkomstGemeenteId!: string | null;

  /** Points. */
  @Column('integer')
  draaglast!: number;

  @Column('text')
  supportLevel!: SupportLevel;

  /** Hours per week. */
  @Column('integer')
  guidanceHours!: number;

  @Index()
  @ForeignKey('OrganisationEntity')
  @Column('uuid', { nullable: true })
  aanbiederOrganisationId!: string | null;

  @Column('date')
  startDate!: string;

  /** The last day of the stay. Null: it goes on. */
  @Column('date', { nullable: true })
  endDate!: string | null;

  @Column('text')
  source!: string;

  @Column('boolean')
  demonstration!: boolean;
}
