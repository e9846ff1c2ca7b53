import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Steps of which nobody has been told yet. A trigger adds them, in the transaction of the step itself. */
@Entity()
export class NotificationPendingEntity {
  @ForeignKey('ProposalEventEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  eventId!: string;
}
