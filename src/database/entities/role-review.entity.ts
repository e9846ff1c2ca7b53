import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ActedAsColumns } from './acted-as.columns';
import { oneOf } from './one-of';

const ROLE_REVIEW_DECISIONS = ['keep', 'end'] as const;
export type RoleReviewDecision = (typeof ROLE_REVIEW_DECISIONS)[number];

/** Somebody looked at a role assignment and signed for it. Append-only. */
@Entity()
@Index(['assignmentId', 'at'])
@Check('role_review_decision', oneOf('decision', ROLE_REVIEW_DECISIONS))
export class RoleReviewEntity extends ActedAsColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RoleAssignmentEntity')
  @Column('uuid')
  assignmentId!: string;

  @Column('text')
  decision!: RoleReviewDecision;

  @Column('text', { nullable: true })
  note!: string | null;

  @ForeignKey('AccountEntity')
  @Column('uuid')
  actor!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
