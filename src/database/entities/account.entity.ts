import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

/**
 * One person who acts in the system. What they may do is in their role assignments. There are no accounts of groups: the
 * address is of one person and found once.
 */
@Entity()
@Index('account_email_once', ['email'], { unique: true })
@Check('account_email', `"email" = lower("email") AND "email" LIKE '%_@_%'`)
export class AccountEntity extends RecordedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  displayName!: string;

  /** In lower case; a first sign-in is recognised by it. Null: nobody can sign in as this account. */
  @Column('text', { nullable: true })
  email!: string | null;

  @Column('boolean', { default: true })
  active!: boolean;
}
