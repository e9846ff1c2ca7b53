import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { HOLDING_STATES, PROPOSAL_STATES, type ProposalState } from '../../core/review/proposal-transitions';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** A match of a round, and how far people brought it. Owned by the corporatie of the unit. */
@Entity()
@Unique(['runId', 'householdId'])
@Index(['regionId', 'state'])
@Index(['ownerOrganisationId', 'state'])
@Index('proposal_one_active_per_household', ['householdId'], {
  unique: true,
  where: oneOf('state', HOLDING_STATES),
})
@Check('proposal_state', oneOf('state', PROPOSAL_STATES))
export class ProposalEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchRunEntity')
  @Column('uuid')
  runId!: string;

  @Index()
  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  aanbiederOrganisationId!: string;

  @Index()
  @ForeignKey('HouseholdEntity')
  @Column('uuid')
  householdId!: string;

  @Index()
  @ForeignKey('UnitEntity')
  @Column('uuid')
  unitId!: string;

  @Column('date')
  plannedStart!: string;

  @Column('text')
  state!: ProposalState;

  /** Why this match: the rules with their facts, the levels, the alternatives. */
  @Column('jsonb')
  justification!: object;

  @VersionColumn({ type: 'integer' })
  version!: number;
}
