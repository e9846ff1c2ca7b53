import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PanelNeed } from '../../core/review/case-panels';
import { Sealed } from '../sealing/sealed';
import { OwnedColumns } from './owned.columns';

/** A client on the agenda of a meeting, with the question and all that the meeting is told: as it was when it was put there. */
@Entity()
@Index('panel_case_once', ['meetingId', 'householdId'], { unique: true, where: '"withdrawn_at" IS NULL' })
@Check(
  'panel_case_withdrawn',
  '("withdrawn_at" IS NULL) = ("withdrawn_by" IS NULL) AND ("withdrawn_at" IS NULL) = ("withdrawn_note" IS NULL)',
)
@Check('panel_case_sealed', `"question" LIKE 's1:%' AND "shared" LIKE 's1:%' AND "withdrawn_note" LIKE 's1:%'`)
export class PanelCaseEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('PanelMeetingEntity')
  @Column('uuid')
  meetingId!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  /** The number of the client: who sits at the table sees no file. */
  @Column('text')
  clientReference!: string;

  /** Who brings it in. */
  @ForeignKey('AccountEntity')
  @Column('uuid')
  broughtBy!: string;

  @Column('text', { transformer: new Sealed('panel_case.question') })
  question!: string;

  /** What the question needs, of what the region allows. */
  @Column('text', { transformer: new Sealed('panel_case.shared') })
  shared!: readonly { readonly need: PanelNeed; readonly value: string }[];

  /** When it was taken off the agenda: from then on who is invited sees nothing of it. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  withdrawnBy!: string | null;

  @Column('text', { nullable: true, transformer: new Sealed('panel_case.withdrawn_note') })
  withdrawnNote!: string | null;
}
