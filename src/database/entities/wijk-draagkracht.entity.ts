import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OwnedColumns } from './owned.columns';

/** What a wijk or dorp can carry during a period. */
@Entity()
@Unique(['wijkId', 'validFrom'])
@Check('wijk_draagkracht_points', '"points" >= 0')
@Check('wijk_draagkracht_max_placements', '"max_placements" >= 0')
@Check('wijk_draagkracht_validity', '"valid_to" >= "valid_from"')
export class WijkDraagkrachtEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('WijkEntity')
  @Column('text')
  wijkId!: string;

  @Column('date')
  validFrom!: string;

  /** The last day on which it holds. */
  @Column('date', { nullable: true })
  validTo!: string | null;

  /** Ceiling in draaglast points. */
  @Column('integer')
  points!: number;

  /** Ceiling on new placements in one round. Null: none. */
  @Column('integer', { nullable: true })
  maxPlacements!: number | null;

  @Column('text')
  source!: string;

  @Column('boolean')
  demonstration!: boolean;
}
