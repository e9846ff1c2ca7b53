import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OwnedColumns } from './owned.columns';

/** A hardheidsclausule: one rule is set aside for one household and one unit. */
@Entity()
@Unique(['householdId', 'unitId', 'ruleId', 'until'])
@Index(['regionId'])
@Check('rule_exception_reason', `btrim("reason") <> ''`)
export class RuleExceptionEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @Index()
  @ForeignKey('UnitEntity')
  @Column('uuid')
  unitId!: string;

  @Column('text')
  ruleId!: string;

  /** The account that may decide this and did. */
  @ForeignKey('AccountEntity')
  @Column('uuid')
  authoriser!: string;

  @Column('text')
  reason!: string;

  /** The last day on which it holds. */
  @Column('date')
  until!: string;
}
