import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { LANDING_STATES, type LandingState } from '../../core/review/landing-checklist';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** One point of the checklist of a case, as it stood in the version that the case began with. */
@Entity()
@Unique(['proposalId', 'code'])
@Check('landing_item_state', oneOf('state', LANDING_STATES))
@Check('landing_item_settled', `("state" = 'open') = ("settled_at" IS NULL)`)
@Check('landing_item_not_applicable', `"state" <> 'not-applicable' OR "note" IS NOT NULL`)
export class LandingItemEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @ForeignKey('ProposalEntity')
  @Column('uuid')
  proposalId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  code!: string;

  @Column('text')
  label!: string;

  @Column('boolean')
  required!: boolean;

  @Column('boolean')
  toldToCorporatie!: boolean;

  /** Version of the checklist. */
  @Column('text')
  settingVersion!: string;

  @Column('text', { default: 'open' })
  state!: LandingState;

  @Column('text', { nullable: true })
  note!: string | null;

  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  settledBy!: string | null;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}
