import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { HOUSING_FORMS, SUPPORT_LEVELS, type HousingForm, type SupportLevel } from '../../core/matching/problem';
import { TENANCY_STATES, type TenancyState } from '../../core/review/tenancy-transitions';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/**
 * A tenancy: somebody who lives or lived in a unit. Counts for quotas, for the load of a wijk and for occupied places; what
 * happens in it is in `TenancyEventEntity`.
 */
@Entity()
@Index(['regionId', 'startDate'])
@Check('placement_support_level', oneOf('support_level', SUPPORT_LEVELS))
@Check('placement_amounts', '"draaglast" >= 0 AND "guidance_hours" >= 0')
@Check('placement_period', '"end_date" >= "start_date"')
@Check('placement_state', oneOf('state', TENANCY_STATES))
@Check('placement_ended', `"state" NOT IN ('omgeklapt', 'beeindigd') OR "end_date" IS NOT NULL`)
@Check('placement_contract', oneOf('contract', HOUSING_FORMS))
@Check('placement_weighs_since', '"weighs_since" <= "start_date"')
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

  @Column('text', { default: 'lopend' })
  state!: TenancyState;

  /** The proposal that it came from. Null: from before, or from an earlier tenancy in the same home. */
  @ForeignKey('ProposalEntity', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  proposalId!: string | null;

  /** The tenancy that went over into this one. */
  @Index()
  @ForeignKey('PlacementEntity', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  previousPlacementId!: string | null;

  /** Whether it counts for spreiding and prestatieafspraken: an intermediate home that becomes permanent counts once, at its first key. */
  @Column('boolean', { default: true })
  counts!: boolean;

  /** Since when its load fades, where that is before the start: the household lived here already. */
  @Column('date', { nullable: true })
  weighsSince!: string | null;

  /** What was agreed on with the tenant. Null: what the home is for. */
  @Column('text', { nullable: true })
  contract!: HousingForm | null;

  @Column('text')
  source!: string;

  @Column('boolean')
  demonstration!: boolean;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;
}
