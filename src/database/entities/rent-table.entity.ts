import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

/** Limits of huurtoeslag and passend toewijzen for one year, in cents. */
@Entity()
@Check('rent_table_year', '"year" BETWEEN 2000 AND 2100')
@Check(
  'rent_table_positive',
  `LEAST("income_one_person_cents", "income_more_persons_cents", "income_one_person_senior_cents", "income_more_persons_senior_cents", "aftopping_low_cents", "aftopping_high_cents", "youth_limit_cents", "max_rent_cents") > 0`,
)
@Check('rent_table_aftopping', '"aftopping_low_cents" <= "aftopping_high_cents"')
export class RentTableEntity extends RecordedColumns {
  @PrimaryColumn('integer')
  year!: number;

  @Column('text')
  source!: string;

  @Column('integer')
  incomeOnePersonCents!: number;

  @Column('integer')
  incomeMorePersonsCents!: number;

  @Column('integer')
  incomeOnePersonSeniorCents!: number;

  @Column('integer')
  incomeMorePersonsSeniorCents!: number;

  @Column('integer')
  seniorAge!: number;

  @Column('integer')
  aftoppingLowCents!: number;

  @Column('integer')
  aftoppingHighCents!: number;

  @Column('integer')
  youthLimitCents!: number;

  /** Below this age the youth limit holds. */
  @Column('integer')
  youthBelowAge!: number;

  /** The most that the rent of a social (DAEB) home may be. */
  @Column('integer')
  maxRentCents!: number;

  /** Yearly income up to which a corporatie may let a social home (DAEB), cents. Null: not filled in. */
  @Column('integer', { nullable: true })
  incomeLimitOnePersonCents!: number | null;

  @Column('integer', { nullable: true })
  incomeLimitMorePersonsCents!: number | null;

  /** Not published: amounts that only let a demonstration run. */
  @Column('boolean', { default: false })
  demonstration!: boolean;
}
