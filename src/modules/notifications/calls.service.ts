import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Call, NotifiedRole } from '../../database/entities/notified';
import { Clock } from '../../platform/clock';
import { Mailer } from '../../platform/mail/mailer';
import { roleStands } from './notification-sql';

interface Called {
  readonly regionId: string;
  readonly call: Call;
  readonly about: { readonly handoverId: string } | { readonly meetingId: string };
  /** In which roles they are called; who holds more than one is called in the first. */
  readonly roles: readonly NotifiedRole[];
  /** Only these people, or only those of this organisation. */
  readonly accountIds?: readonly string[];
  readonly organisationId?: string;
  /** Who took the step, and knows of it. */
  readonly by: string;
}

const CALL = `
  INSERT INTO notification
         (id, region_id, handover_id, meeting_id, action, account_id, role, organisation_id, created_at, by_mail)
  SELECT DISTINCT ON (ra.account_id) gen_random_uuid(), ra.region_id, $2::uuid, $3::uuid, $4, ra.account_id, ra.role,
         ra.organisation_id, $5::timestamptz, $6::boolean
    FROM role_assignment ra JOIN account a ON a.id = ra.account_id AND a.active
   WHERE ra.region_id = $1 AND ra.role = ANY ($7) AND ${roleStands('$8')} AND ra.account_id <> $9
     AND ($10::uuid[] IS NULL OR ra.account_id = ANY ($10)) AND ($11::uuid IS NULL OR ra.organisation_id = $11)
   ORDER BY ra.account_id, array_position($7::text[], ra.role), ra.organisation_id`;

/**
 * Calls people for a warm handover or a meeting, in the transaction of the step itself: a step that is not committed calls
 * nobody, and mails leave as those of steps do. To be called as the system, because who is told is nobody else's to see.
 */
@Injectable()
export class CallsService {
  constructor(
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  async tell(manager: EntityManager, called: Called): Promise<void> {
    const { regionId, call, about, roles, accountIds, organisationId, by } = called;
    const subject = 'handoverId' in about ? [about.handoverId, null] : [null, about.meetingId];
    await manager.query(CALL, [
      ...[regionId, ...subject, call, this.clock.now(), this.mailer.consoleUrl !== undefined],
      ...[[...roles], this.clock.today(), by, accountIds ?? null, organisationId ?? null],
    ]);
  }
}
