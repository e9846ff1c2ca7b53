import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { PANEL_KINDS, PANEL_STATES, type PanelKind, type PanelState } from '../../core/review/case-panels';
import { oneOf } from './one-of';
import { RecordedColumns } from './recorded.columns';

/** A meeting of the veldtafel or the triageteam. Once its minutes are closed, or it is called off, nothing about it changes; see `panel_final`. */
@Entity()
@Index(['regionId', 'heldOn'])
@Check('panel_meeting_kind', oneOf('kind', PANEL_KINDS))
@Check('panel_meeting_state', oneOf('state', PANEL_STATES))
@Check('panel_meeting_title', `btrim("title") <> ''`)
@Check(
  'panel_meeting_closed',
  `("state" = 'vastgesteld') = ("closed_at" IS NOT NULL) AND ("closed_at" IS NULL) = ("closed_by" IS NULL)`,
)
@Check(
  'panel_meeting_cancelled',
  `("cancelled_at" IS NULL) = ("cancelled_by" IS NULL) AND ("cancelled_at" IS NULL) = ("cancelled_note" IS NULL) AND ("cancelled_at" IS NULL OR "state" = 'gepland')`,
)
export class PanelMeetingEntity extends RecordedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @Column('text')
  kind!: PanelKind;

  @Column('text')
  title!: string;

  @Column('date')
  heldOn!: string;

  @Column('text', { default: 'gepland' })
  state!: PanelState;

  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  /** When it was called off: it does not take place, and nothing about it changes any more. */
  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  cancelledBy!: string | null;

  @Column('text', { nullable: true })
  cancelledNote!: string | null;

  @VersionColumn({ type: 'integer' })
  version!: number;
}
