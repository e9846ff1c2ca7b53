import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OwnedColumns } from './owned.columns';

/** Rooms of a complex where nobody lives, such as a common room. */
export interface NonResidentialRoom {
  readonly kind: string;
  readonly count: number;
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
}
