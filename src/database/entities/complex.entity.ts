import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ComplexFacts, Portiek } from '../../core/matching/rule-facts';
import { OwnedColumns } from './owned.columns';

/** Rooms of a complex where nobody lives, such as a common room. */
export interface NonResidentialRoom {
  readonly kind: string;
  readonly count: number;
}

/** As agreed; who lives there is counted from the placements. */
export interface StoredComplexFacts extends Pick<ComplexFacts, 'cooldownUntil'> {
  readonly share?: { readonly homes: number; readonly maxPercent: number };
  readonly portieken?: readonly Omit<Portiek, 'occupied'>[];
}

@Entity()
@Unique(['regionId', 'code'])
@Check('complex_validity', '"valid_to" >= "valid_from"')
export class ComplexEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Index()
  @ForeignKey('GemeenteEntity')
  @Column('text')
  gemeenteId!: string;

  @Index()
  @ForeignKey('WijkEntity')
  @Column('text')
  wijkId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  programme!: string;

  /** What living here prepares for, in plain words. */
  @Column('text', { nullable: true })
  goal!: string | null;

  /** Where residents come from, e.g. `maatschappelijke opvang`. */
  @Column('text', { array: true, default: [] })
  inflowSources!: string[];

  @Column('jsonb', { default: [] })
  nonResidentialRooms!: readonly NonResidentialRoom[];

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  source!: string;

  @Column('date')
  validFrom!: string;

  /** The last day on which it holds. */
  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('boolean')
  demonstration!: boolean;

  /** What only some rules ask for; see `StoredComplexFacts`. Empty: nobody filled in anything. */
  @Column('jsonb', { default: {} })
  facts!: StoredComplexFacts;
}
