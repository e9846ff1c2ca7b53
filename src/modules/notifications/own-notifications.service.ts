import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { stepTitle, TOLD_ROLES } from '../../core/notifications/step-notifications';
import { NotificationEntity } from '../../database/entities/notification.entity';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { notFound } from '../../platform/http/problem';
import { orderOf, type Page, pageOf, window } from '../../platform/http/page';
import { callTitle, isCall } from './call-words';
import type { NotificationDto, NotificationQuery, ReadDto } from './notification.dto';

/** What somebody is told. The database shows only what is for this person in the role in which they act. */
@Injectable()
export class OwnNotificationsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list({ accountId, regionId }: ActingAccount, query: NotificationQuery): Promise<Page<NotificationDto>> {
    const { direction } = orderOf(query.sorteer);
    const readAt = query.gelezen ? Not(IsNull()) : IsNull();
    const [rows, total] = await this.database.manager.findAndCount(NotificationEntity, {
      where: { accountId, regionId, ...(query.gelezen !== undefined && { readAt }) },
      order: { createdAt: direction, id: 'ASC' },
      ...window(query),
    });
    return pageOf(rows.map(answer), total, query);
  }

  /** Throws 404 for a notification of somebody else, or in another role. */
  markRead(actor: ActingAccount, id: string): Promise<NotificationDto> {
    return this.write(actor, async (manager) => {
      const own = { id, accountId: actor.accountId, regionId: actor.regionId };
      await manager.update(NotificationEntity, { ...own, readAt: IsNull() }, { readAt: this.clock.now() });
      const notification = await manager.findOneBy(NotificationEntity, own);
      if (notification === null) throw notFound('melding', id);
      return answer(notification);
    });
  }

  markAllRead(actor: ActingAccount): Promise<ReadDto> {
    return this.write(actor, async (manager) => {
      const { accountId, regionId } = actor;
      const unread = { accountId, regionId, readAt: IsNull() };
      const { affected } = await manager.update(NotificationEntity, unread, { readAt: this.clock.now() });
      return { gelezen: affected ?? 0 };
    });
  }

  private write<T>(actor: ActingAccount, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(this.database, work, { actor });
  }
}

function answer(notification: NotificationEntity): NotificationDto {
  const { id, action, proposalId, handoverId, meetingId, createdAt, readAt } = notification;
  return {
    id,
    actie: action,
    tekst: titleOf(notification),
    voorstel: proposalId,
    warmeOverdracht: handoverId,
    bijeenkomst: meetingId,
    gemaaktOp: createdAt.toISOString(),
    gelezenOp: readAt?.toISOString() ?? null,
  };
}

function titleOf({ action, role }: NotificationEntity): string {
  if (isCall(action)) return callTitle(action);
  return stepTitle(action, TOLD_ROLES.find((each) => each === role) ?? 'coordinator');
}
