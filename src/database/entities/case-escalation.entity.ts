import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { STEP_ROLES, type StepRole, WAITING_STATES, type WaitingState } from '../../core/review/workflow';
import { oneOf } from './one-of';

/** That the term of a step had passed and to whom the case went. Made by the system, once for each time in a step. */
@Entity()
@Unique(['proposalId', 'stateSince'])
@Check('case_escalation_state', oneOf('state', WAITING_STATES))
@Check('case_escalation_to_role', oneOf('to_role', STEP_ROLES))
export class CaseEscalationEntity {
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
  state!: WaitingState;

  /** Since when the case was in this step. */
  @Column('timestamptz')
  stateSince!: Date;

  /** The last day of the term that has passed. */
  @Column('date')
  dueOn!: string;

  @Column('text')
  toRole!: StepRole;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
