import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that has been sent to the sign-in service and has not come back. Used once; minutes old at most. */
@Entity()
@Check('sign_in_attempt_token_hash', `"token_hash" ~ '^[0-9a-f]{64}$'`)
export class SignInAttemptEntity {
  /** Hash of the secret in the cookie of that browser. */
  @PrimaryColumn('text')
  tokenHash!: string;

  @Column('text')
  state!: string;

  @Column('text')
  nonce!: string;

  @Column('text')
  codeVerifier!: string;

  /** The page of the console to return to. */
  @Column('text')
  returnTo!: string;

  @Column('timestamptz')
  expiresAt!: Date;
}
