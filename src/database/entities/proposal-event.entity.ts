import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  PROPOSAL_ACTIONS,
  PROPOSAL_STATES,
  type ProposalAction,
  type ProposalState,
} from '../../core/review/proposal-transitions';
import { ActedAsColumns } from './acted-as.columns';
import { oneOf } from './one-of';

/** One step of a proposal, with what was checked at that moment. Append-only. */
@Entity()
@Index(['proposalId', 'at'])
@Check('proposal_event_action', oneOf('action', PROPOSAL_ACTIONS))
@Check('proposal_event_from_state', oneOf('from_state', PROPOSAL_STATES))
@Check('proposal_event_to_state', oneOf('to_state', PROPOSAL_STATES))
@Check('proposal_event_named', `"action" NOT IN ('goedkeuren', 'bevestigen') OR "actor" IS NOT NULL`)
export class ProposalEventEntity extends ActedAsColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ProposalEntity')
  @Column('uuid')
  proposalId!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  ownerOrganisationId!: string;

  @Column('text')
  action!: ProposalAction;

  @Column('text')
  fromState!: ProposalState;

  @Column('text')
  toState!: ProposalState;

  @Column('text', { nullable: true })
  reasonCode!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** The account that did it. Null: the system itself. */
  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  actor!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** The verdicts of the hard rules at that moment. */
  @Column('jsonb', { default: [] })
  checks!: readonly object[];

  @Column('text', { nullable: true })
  policyVersion!: string | null;
}
