import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RESTRICTION_GROUNDS, type RestrictionGround } from '../../core/review/client-request-transitions';
import { Sealed } from '../sealing/sealed';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** While it is open the data of the household are kept and shown, and used for nothing else (AVG article 18). */
@Entity()
@Index('household_restriction_once', ['requestId'], { unique: true, where: '"ended_at" IS NULL' })
@Check('household_restriction_ground', oneOf('ground', RESTRICTION_GROUNDS))
@Check('household_restriction_sealed', `"ended_note" LIKE 's1:%'`)
@Check('household_restriction_ended', '("ended_at" IS NULL) = ("ended_note" IS NULL)')
@Check('household_restriction_told', '"told_on" >= "since"')
export class HouseholdRestrictionEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  /** The request that it follows from. */
  @ForeignKey('ClientRequestEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  requestId!: string | null;

  @Column('text')
  ground!: RestrictionGround;

  @Column('date')
  since!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('text', { nullable: true, transformer: new Sealed('household_restriction.ended_note') })
  endedNote!: string | null;

  /** When the client was told that it ends (lid 3). Null: the client ended it by taking the request back. */
  @Column('date', { nullable: true })
  toldOn!: string | null;
}
