import { Column, CreateDateColumn, ForeignKey, UpdateDateColumn } from 'typeorm';

/**
 * When a row was made and last changed, and by which account. The database fills these in from the actor of the
 * transaction (see `inTransaction`); null: the system itself.
 */
export abstract class RecordedColumns {
  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  // Checked at commit, so that the first account of an installation can be loaded together with what it made.
  @ForeignKey('AccountEntity', { deferrable: 'INITIALLY DEFERRED' })
  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt!: Date;

  @ForeignKey('AccountEntity', { deferrable: 'INITIALLY DEFERRED' })
  @Column('uuid', { nullable: true })
  updatedBy!: string | null;
}
