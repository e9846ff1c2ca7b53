import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PanelNeed } from '../../core/review/case-panels';
import { Sealed } from '../sealing/sealed';
import { OwnedColumns } from './owned.columns';

/** A client on the agenda of a meeting, with the question and all that the meeting is told: as it was when it was put there. */
@Entity()
@Unique(['meetingId', 'householdId'])
@Check('panel_case_sealed', `"question" LIKE 's1:%' AND "shared" LIKE 's1:%'`)
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
}
