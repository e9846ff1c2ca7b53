import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  ANSWER_SIDES,
  OFFER_CHANNELS,
  OFFER_CONTACT_KINDS,
  type AnswerSide,
  type OfferChannel,
  type OfferContactKind,
} from '../../core/review/offer-contacts';
import { ActedAsColumns } from './acted-as.columns';
import { oneOf } from './one-of';

/** An offer, an answer or an appointment that was missed, as somebody wrote it down. Append-only. */
@Entity()
@Index(['proposalId', 'at'])
@Check('offer_contact_kind', oneOf('kind', OFFER_CONTACT_KINDS))
@Check('offer_contact_channel', oneOf('channel', OFFER_CHANNELS))
@Check('offer_contact_side', oneOf('side', ANSWER_SIDES))
@Check('offer_contact_representative', `("side" = 'representative') = ("representative" IS NOT NULL)`)
@Check('offer_contact_evidence', `"side" = 'client' OR "evidence" IS NOT NULL`)
@Check('offer_contact_reason', `("kind" = 'refused') = ("reason_code" IS NOT NULL)`)
export class OfferContactEntity extends ActedAsColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  ownerOrganisationId!: string;

  @Index()
  @ForeignKey('HouseholdEntity')
  @Column('uuid')
  householdId!: string;

  @ForeignKey('ProposalEntity')
  @Column('uuid')
  proposalId!: string;

  @Column('text')
  kind!: OfferContactKind;

  /** Whose words it are. */
  @Column('text')
  side!: AnswerSide;

  /** Who spoke for the client. */
  @Column('text', { nullable: true })
  representative!: string | null;

  @Column('text')
  channel!: OfferChannel;

  @Column('date')
  onDay!: string;

  /** Where it can be found, such as a signed form in the file of the aanbieder. */
  @Column('text', { nullable: true })
  evidence!: string | null;

  @Column('text', { nullable: true })
  reasonCode!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** The account that wrote it down. Null: the system itself. */
  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  actor!: string | null;
}
