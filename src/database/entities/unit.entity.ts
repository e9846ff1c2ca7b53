import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { UnitFacts } from '../../core/matching/rule-facts';
import { ACCESSIBILITIES, HOUSING_FORMS, type Accessibility, type HousingForm } from '../../core/matching/problem';
import { unitTransitions, type UnitStatus } from '../../core/review/unit-transitions';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

export const UNIT_STATUSES: readonly UnitStatus[] = unitTransitions.states.map(({ code }) => code);

/** A home, or a group of identical places in one complex. Owned by its corporatie, else by the aanbieder or the region. */
@Entity()
@Unique(['regionId', 'code'])
@Index(['regionId', 'status'])
@Check('unit_places', '"places" >= 1')
@Check('unit_housing_form', oneOf('housing_form', HOUSING_FORMS))
@Check('unit_status', oneOf('status', UNIT_STATUSES))
@Check('unit_status_period', '"status_until" >= "status_from"')
@Check('unit_out_of_service_reason', `"status" <> 'out-of-service' OR "status_reason" IS NOT NULL`)
@Check('unit_ages', '"age_from" >= 0 AND "age_below" > COALESCE("age_from", 0)')
@Check('unit_rooms', '"bedrooms" >= 0 AND "max_persons" >= 1')
@Check('unit_accessibility', oneOf('accessibility', ACCESSIBILITIES))
@Check('unit_rent', '"rent_cents" >= 0')
@Check('unit_availability', '"available_until" >= "available_from"')
@Check('unit_max_stay', '"max_stay_months" >= 1')
@Check('unit_validity', '"valid_to" >= "valid_from"')
export class UnitEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Index()
  @ForeignKey('ComplexEntity')
  @Column('uuid', { nullable: true })
  complexId!: string | null;

  @Index()
  @ForeignKey('GemeenteEntity')
  @Column('text')
  gemeenteId!: string;

  @Index()
  @ForeignKey('WijkEntity')
  @Column('text')
  wijkId!: string;

  @Index()
  @ForeignKey('OrganisationEntity')
  @Column('uuid', { nullable: true })
  corporatieId!: string | null;

  @Column('text')
  programme!: string;

  @Column('text')
  housingForm!: HousingForm;

  /** All places, free or not. */
  @Column('integer')
  places!: number;

  @Column('text')
  status!: UnitStatus;

  @Column('text', { nullable: true })
  statusReason!: string | null;

  @Column('date')
  statusFrom!: string;

  /** The last day on which the status is expected to hold. */
  @Column('date', { nullable: true })
  statusUntil!: string | null;

  /** Empty: every doelgroep. */
  @Column('text', { array: true, default: [] })
  doelgroepIds!: string[];

  /** Age of the main resident on the planned start: from (inclusive). */
  @Column('integer', { nullable: true })
  ageFrom!: number | null;

  /** Age of the main resident on the planned start: below (exclusive). */
  @Column('integer', { nullable: true })
  ageBelow!: number | null;

  @Column('integer')
  bedrooms!: number;

  @Column('integer')
  maxPersons!: number;

  @Column('boolean')
  childrenAllowed!: boolean;

  /** Null: not known. */
  @Column('boolean', { nullable: true })
  petsAllowed!: boolean | null;

  /** VERA TOEGANKELIJKHEIDSLABEL. Null: not known. */
  @Column('text', { nullable: true })
  accessibility!: Accessibility | null;

  /** Basic rent without service costs, cents per month. Null: not known. */
  @Column('integer', { nullable: true })
  rentCents!: number | null;

  @Column('boolean')
  selfContained!: boolean;

  @Column('date')
  availableFrom!: string;

  /** The last day on which somebody can live here. */
  @Column('date', { nullable: true })
  availableUntil!: string | null;

  @Column('integer', { nullable: true })
  maxStayMonths!: number | null;

  @Column('boolean', { default: false })
  housingFirst!: boolean;

  /** VERA EENHEIDDETAILSOORT. */
  @Column('text', { nullable: true })
  veraUnitKind!: string | null;

  /** VERA WOONVORM. */
  @Column('text', { nullable: true })
  veraHousingForm!: string | null;

  @Column('text')
  source!: string;

  @Column('date')
  validFrom!: string;

  /** The last day on which it holds. */
  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('boolean')
  demonstration!: boolean;

  /** What only some rules ask for; see `UnitFacts`. Empty: nobody filled in anything. */
  @Column('jsonb', { default: {} })
  facts!: UnitFacts;

  @VersionColumn({ type: 'integer' })
  version!: number;
}
