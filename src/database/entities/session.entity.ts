import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from './one-of';

const SESSION_ENDS = ['signed-out', 'provider', 'replaced', 'revoked'] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

/** Somebody who is signed in. The browser holds a secret of which only the hash is here, so a copy of this table opens nothing. */
@Entity()
@Index(['accountId'])
@Index(['issuer', 'subject'])
@Check('session_token_hash', `"token_hash" ~ '^[0-9a-f]{64}$'`)
@Check('session_ended', `("ended_at" IS NULL) = ("end_reason" IS NULL)`)
@Check('session_end_reason', oneOf('end_reason', SESSION_ENDS))
export class SessionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  tokenHash!: string;

  @ForeignKey('AccountEntity')
  @Column('uuid')
  accountId!: string;

  /** The role that this person acts in now. */
  @ForeignKey('RoleAssignmentEntity')
  @Column('uuid')
  assignmentId!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  /** How the sign-in service names this session, when it does. */
  @Column('text', { nullable: true })
  providerSessionId!: string | null;

  /** How surely the service knew who it was. */
  @Column('text', { nullable: true })
  acr!: string | null;

  /** Shown to the service at sign-out, and forgotten then. */
  @Column('text', { nullable: true })
  idToken!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt!: Date;

  /** The moment after which it no longer counts, however busy it is. */
  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endReason!: SessionEnd | null;
}
