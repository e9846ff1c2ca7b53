import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { CorporatieFacts } from '../../core/matching/rule-facts';
import { oneOf } from './one-of';
import { RecordedColumns } from './recorded.columns';

export const ORGANISATION_KINDS = ['regio', 'gemeente', 'corporatie', 'aanbieder'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

@Entity()
@Unique(['regionId', 'kind', 'name'])
// What an assignment of a role refers to, so that its kind cannot differ.
@Unique(['id', 'kind'])
@Check('organisation_kind', oneOf('kind', ORGANISATION_KINDS))
export class OrganisationEntity extends RecordedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @Column('text')
  kind!: OrganisationKind;

  @Column('text')
  name!: string;

  @Column('text')
  shortName!: string;

  @Column('text')
  source!: string;

  @Column('boolean')
  demonstration!: boolean;

  /** What only some rules ask for; see `CorporatieFacts`. Empty: nobody filled in anything. */
  @Column('jsonb', { default: {} })
  facts!: CorporatieFacts;
}
