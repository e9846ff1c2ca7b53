import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Under which name a sign-in service knows an account. One name a service: who comes with another is somebody else. */
@Entity()
@Unique(['accountId', 'issuer'])
export class AccountIdentityEntity {
  @PrimaryColumn('text')
  issuer!: string;

  /** The `sub` of the service: opaque, and never a number of a citizen. */
  @PrimaryColumn('text')
  subject!: string;

  @ForeignKey('AccountEntity')
  @Column('uuid')
  accountId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  linkedAt!: Date;
}
