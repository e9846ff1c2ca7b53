import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CasePauseReason } from '../../core/review/case-reasons';
import { Sealed } from '../sealing/sealed';
import { OwnedColumns } from './owned.columns';

/** Days on which the terms of a case stand still. Why says something about health or the law, so it is sealed. */
@Entity()
@Index(['proposalId'])
@Index('case_pause_one_open', ['proposalId'], { unique: true, where: '"until" IS NULL' })
@Check('case_pause_period', '"until" >= "since"')
@Check('case_pause_sealed', `"reason" LIKE 's1:%' AND "note" LIKE 's1:%'`)
export class CasePauseEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ProposalEntity')
  @Column('uuid')
  proposalId!: string;

  @Column('text', { transformer: new Sealed('case_pause.reason') })
  reason!: CasePauseReason;

  @Column('text', { nullable: true, transformer: new Sealed('case_pause.note') })
  note!: string | null;

  /** The first day that does not count. */
  @Column('date')
  since!: string;

  /** The last day that does not count. Null: it still goes on. */
  @Column('date', { nullable: true })
  until!: string | null;
}
