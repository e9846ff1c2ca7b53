import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedColumns } from './owned.columns';

/** Consent to share the household's data with a corporatie. */
@Entity()
@Index('household_consent_given_once', ['householdId', 'organisationId'], {
  unique: true,
  where: '"withdrawn_on" IS NULL',
})
@Check('household_consent_period', '"withdrawn_on" >= "given_on"')
export class HouseholdConsentEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  organisationId!: string;

  @Column('date')
  givenOn!: string;

  @Column('date', { nullable: true })
  withdrawnOn!: string | null;
}
