import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { OFFER_CHANNELS, type OfferChannel } from '../../core/review/offer-contacts';
import {
  OPEN_HANDOVER_STATES,
  WARM_HANDOVER_STATES,
  type WarmHandoverState,
} from '../../core/review/warm-handover-transitions';
import { PAUSE_REASONS, type PauseReason } from '../../core/review/waits-on';
import { Sealed } from '../sealing/sealed';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** The handing over of a household from one gemeente to another. Late is not stored: it follows from the days. */
@Entity()
@Index('warm_handover_once', ['householdId'], { unique: true, where: oneOf('state', OPEN_HANDOVER_STATES) })
@Index(['regionId', 'state', 'dueOn'])
@Check('warm_handover_state', oneOf('state', WARM_HANDOVER_STATES))
@Check(
  'warm_handover_other_gemeente',
  `"to_gemeente_code" ~ '^GM[0-9]{4}$' AND "to_gemeente_code" <> "from_gemeente_id"`,
)
@Check('warm_handover_term', '"due_on" > "proposed_on"')
@Check('warm_handover_consent', '"consent_on" <= "proposed_on"')
@Check('warm_handover_answer_channel', oneOf('answer_channel', OFFER_CHANNELS))
@Check(
  'warm_handover_answered',
  `"state" IN ('gevraagd', 'ingetrokken') OR ("answered_on" IS NOT NULL AND "answered_on" >= "proposed_on")`,
)
@Check(
  'warm_handover_evidence',
  `("answered_by" IS NULL) = ("answer_evidence" IS NULL) AND ("answered_by" IS NULL) = ("answer_channel" IS NULL)`,
)
@Check(
  'warm_handover_day',
  `("takes_over_on" IS NOT NULL AND "takes_over_on" >= "answered_on") OR ("takes_over_on" IS NULL AND "state" NOT IN ('aanvaard', 'overgedragen'))`,
)
@Check('warm_handover_completed', `("state" = 'overgedragen') = ("completed_on" IS NOT NULL)`)
@Check('warm_handover_earlier_status', oneOf('earlier_status', ['waiting', 'paused']))
@Check('warm_handover_earlier_reason', oneOf('earlier_pause_reason', PAUSE_REASONS))
@Check(
  'warm_handover_earlier_pause',
  `"earlier_status" IS NOT DISTINCT FROM 'paused' OR ("earlier_paused_until" IS NULL AND "earlier_pause_reason" IS NULL)`,
)
@Check(
  'warm_handover_sealed',
  `"reason" LIKE 's1:%' AND "agreed" LIKE 's1:%' AND "consent_how" LIKE 's1:%' AND "answer_note" LIKE 's1:%' AND "ended_note" LIKE 's1:%'`,
)
export class WarmHandoverEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  /** The number of the client, for the gemeente that answers and sees no file. */
  @Column('text')
  clientReference!: string;

  @ForeignKey('GemeenteEntity')
  @Column('text')
  fromGemeenteId!: string;

  /** CBS code; of a gemeente in the region or of any other. */
  @Column('text')
  toGemeenteCode!: string;

  @Column('text')
  toGemeenteName!: string;

  /** The gemeente as an organisation of this region. Null: outside it, so that the client leaves the region. */
  @Index()
  @ForeignKey('OrganisationEntity')
  @Column('uuid', { nullable: true })
  toOrganisationId!: string | null;

  @Column('text', { transformer: new Sealed('warm_handover.reason') })
  reason!: string;

  /** What was agreed about shelter and guidance until the other gemeente takes over. */
  @Column('text', { transformer: new Sealed('warm_handover.agreed') })
  agreed!: string;

  @Column('date')
  consentOn!: string;

  /** How the client agreed, and where that is written down. */
  @Column('text', { transformer: new Sealed('warm_handover.consent_how') })
  consentHow!: string;

  @Column('date')
  proposedOn!: string;

  /** The last day on which the answer is in time. */
  @Column('date')
  dueOn!: string;

  @Column('text', { default: 'gevraagd' })
  state!: WarmHandoverState;

  @Column('date', { nullable: true })
  answeredOn!: string | null;

  /** Who answered for a gemeente without people in Woonplek. Null: `decidedBy` did, or there is no answer. */
  @Column('text', { nullable: true })
  answeredBy!: string | null;

  @Column('text', { nullable: true })
  answerChannel!: OfferChannel | null;

  /** Where the proof of that answer is. */
  @Column('text', { nullable: true })
  answerEvidence!: string | null;

  @Column('text', { nullable: true, transformer: new Sealed('warm_handover.answer_note') })
  answerNote!: string | null;

  /** Who gave the answer, or wrote it down. */
  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** From when the other gemeente is responsible. */
  @Column('date', { nullable: true })
  takesOverOn!: string | null;

  /** The day on which it took place. */
  @Column('date', { nullable: true })
  completedOn!: string | null;

  /** Why it was withdrawn, or how it took place. */
  @Column('text', { nullable: true, transformer: new Sealed('warm_handover.ended_note') })
  endedNote!: string | null;

  /** How the household stood when a gemeente outside the region accepted: what a withdrawal restores. Null: it did not. */
  @Column('text', { nullable: true })
  earlierStatus!: 'waiting' | 'paused' | null;

  @Column('date', { nullable: true })
  earlierPausedUntil!: string | null;

  @Column('text', { nullable: true })
  earlierPauseReason!: PauseReason | null;

  @Column('text', { nullable: true })
  earlierStatusNote!: string | null;

  @VersionColumn({ type: 'integer' })
  version!: number;
}
