import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { WISH_KINDS, type WishKind } from '../../core/matching/problem';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

@Entity()
@Unique(['householdId', 'kind', 'value'])
@Check('household_wish_kind', oneOf('kind', WISH_KINDS))
@Check('household_wish_weight', '"weight" BETWEEN 1 AND 5')
export class HouseholdWishEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @Column('text')
  kind!: WishKind;

  /** Id of a gemeente, wijk or complex, or a housing form. */
  @Column('text')
  value!: string;

  /** 1 (nice) to 5 (important). */
  @Column('integer')
  weight!: number;
}
