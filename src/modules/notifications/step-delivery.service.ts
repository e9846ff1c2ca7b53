import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ToldRole } from '../../core/notifications/step-notifications';
import { actingAs, systemOf } from '../../database/acting';
import { ROLE_NAMES } from '../../platform/access/permissions';
import type { StepDeliveryDto } from './notification.dto';
import { CHOICE, HAS_ADDRESS, RHYTHM } from './notification-sql';

interface Row {
  readonly eventId: string;
  readonly role: ToldRole;
  readonly people: number;
  readonly sent: number;
  readonly waiting: number;
  readonly failed: number;
  readonly read: number;
}

const COUNTS = `
  SELECT n.event_id AS "eventId", n.role, count(*)::int AS people,
         (count(*) FILTER (WHERE m.state = 'sent'))::int AS sent,
         (count(*) FILTER (WHERE m.state = 'waiting' OR n.mail_id IS NULL AND n.by_mail AND n.read_at IS NULL
                                 AND a.active AND ${RHYTHM} <> 'none' AND ${HAS_ADDRESS}))::int AS waiting,
         (count(*) FILTER (WHERE m.state = 'failed'))::int AS failed,
         (count(*) FILTER (WHERE n.read_at IS NOT NULL))::int AS read
    FROM notification n
    JOIN account a ON a.id = n.account_id
    LEFT JOIN notification_mail m ON m.id = n.mail_id
    ${CHOICE}
   WHERE n.proposal_id = $1 AND n.region_id = $2
   GROUP BY n.event_id, n.role ORDER BY n.role`;

/** How far the news of each step of a proposal got. */
@Injectable()
export class StepDeliveryService {
  constructor(private readonly database: DataSource) {}

  /** By step. Only for who sees the proposal: numbers of people by role leave here, and no names. */
  async ofProposal(regionId: string, proposalId: string): Promise<ReadonlyMap<string, readonly StepDeliveryDto[]>> {
    // Who was told is not for colleagues to see, so the system counts.
    const rows = await actingAs(systemOf(regionId), () => this.database.query<Row[]>(COUNTS, [proposalId, regionId]));
    const byStep = new Map<string, StepDeliveryDto[]>();
    for (const row of rows) byStep.set(row.eventId, [...(byStep.get(row.eventId) ?? []), answer(row)]);
    return byStep;
  }
}

function answer({ role, people, sent, waiting, failed, read }: Row): StepDeliveryDto {
  return {
    rol: { code: role, naam: ROLE_NAMES[role] },
    mensen: people,
    gemaild: sent,
    wachtOpMail: waiting,
    mailMislukt: failed,
    gezien: read,
  };
}
