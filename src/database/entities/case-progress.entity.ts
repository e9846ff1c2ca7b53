import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { progressReasons, type ProgressReason } from '../../core/review/case-reasons';
import { WAITING_STATES, type WaitingState } from '../../core/review/workflow';
import { Sealed } from '../sealing/sealed';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

const REASONS = progressReasons.entries.map(({ internal }) => internal);

/** What somebody said of a case that waits. Nobody changes it: the application has no right to. */
@Entity()
@Index(['proposalId', 'createdAt'])
@Check('case_progress_state', oneOf('state', WAITING_STATES))
@Check('case_progress_reason_code', oneOf('reason_code', REASONS))
@Check('case_progress_sealed', `"note" LIKE 's1:%'`)
export class CaseProgressEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ProposalEntity')
  @Column('uuid')
  proposalId!: string;

  /** The step in which the case was then. */
  @Column('text')
  state!: WaitingState;

  /** Whether there is contact with the client. */
  @Column('boolean')
  isInvolved!: boolean;

  @Column('text')
  reasonCode!: ProgressReason;

  /** Null: not known. */
  @Column('date', { nullable: true })
  lastSeenOn!: string | null;

  @Column('text', { nullable: true, transformer: new Sealed('case_progress.note') })
  note!: string | null;
}
