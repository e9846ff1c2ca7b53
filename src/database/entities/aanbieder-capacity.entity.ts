import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { SUPPORT_LEVELS, type SupportLevel } from '../../core/matching/problem';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** Where and how much an aanbieder can guide during a period. */
@Entity()
@Unique(['organisationId', 'validFrom'])
@Check('aanbieder_capacity_max_support_level', oneOf('max_support_level', SUPPORT_LEVELS))
@Check('aanbieder_capacity_guidance_hours', '"guidance_hours" >= 0')
@Check('aanbieder_capacity_validity', '"valid_to" >= "valid_from"')
export class AanbiederCapacityEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  organisationId!: string;

  /** Gemeenten of its contract. */
  @Column('text', { array: true })
  gemeenteIds!: string[];

  @Column('text')
  maxSupportLevel!: SupportLevel;

  /** Hours per week in total. Null: not limited. */
  @Column('integer', { nullable: true })
  guidanceHours!: number | null;

  @Column('date')
  validFrom!: string;

  /** The last day on which it holds. */
  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('text')
  source!: string;

  @Column('boolean')
  demonstration!: boolean;
}
