import { Column } from 'typeorm';

/**
 * In which role, and for which organisation, somebody did this. The database fills them in from the actor of the transaction
 * (see `inTransaction`); null: the system itself, or done before there were roles.
 */
export abstract class ActedAsColumns {
  @Column('text', { nullable: true })
  actorRole!: string | null;

  @Column('uuid', { nullable: true })
  actorOrganisationId!: string | null;
}
