import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import {
  CLIENT_REQUEST_KINDS,
  CLIENT_REQUEST_STATES,
  type ClientRequestKind,
  type ClientRequestState,
} from '../../core/review/client-request-transitions';
import { Sealed } from '../sealing/sealed';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** What a client asked about their own data (AVG articles 15 to 21), and what was answered. Late is not stored: it follows from `due_on`. */
@Entity()
@Index(['regionId', 'state', 'dueOn'])
@Check('client_request_kind', oneOf('kind', CLIENT_REQUEST_KINDS))
@Check('client_request_state', oneOf('state', CLIENT_REQUEST_STATES))
@Check(
  'client_request_sealed',
  `"asked" LIKE 's1:%' AND "extension_reason" LIKE 's1:%' AND "answer" LIKE 's1:%' AND "resumption_note" LIKE 's1:%'`,
)
@Check('client_request_due', '"due_on" > "received_on"')
@Check('client_request_extended', '("extended_on" IS NULL) = ("extension_reason" IS NULL)')
@Check('client_request_decided', `("state" = 'open') = ("decided_at" IS NULL)`)
@Check(
  'client_request_resumed',
  `("resumed_on" IS NULL) = ("resumption_note" IS NULL) AND ("resumed_on" IS NULL OR "kind" = 'objection' AND "state" = 'ingewilligd')`,
)
export class ClientRequestEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @Column('text')
  kind!: ClientRequestKind;

  @Column('date')
  receivedOn!: string;

  /** The last day on which the answer is in time. */
  @Column('date')
  dueOn!: string;

  @Column('text', { transformer: new Sealed('client_request.asked') })
  asked!: string;

  /** Whether the client asked that nothing is done with the data until a correction is decided. */
  @Column('boolean', { default: false })
  asksRestriction!: boolean;

  /** When the client was told that the answer takes longer. */
  @Column('date', { nullable: true })
  extendedOn!: string | null;

  @Column('text', { nullable: true, transformer: new Sealed('client_request.extension_reason') })
  extensionReason!: string | null;

  @Column('text', { default: 'open' })
  state!: ClientRequestState;

  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true, transformer: new Sealed('client_request.answer') })
  answer!: string | null;

  /** After an objection that was granted: the day on which the client agreed to take part again. */
  @Column('date', { nullable: true })
  resumedOn!: string | null;

  @Column('text', { nullable: true, transformer: new Sealed('client_request.resumption_note') })
  resumptionNote!: string | null;

  @VersionColumn({ type: 'integer' })
  version!: number;
}
