import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ToldRole } from '../../core/notifications/step-notifications';
import { systemOf } from '../../database/acting';
import { actingWithin } from '../../database/transaction';
import { ROLE_NAMES } from '../../platform/access/permissions';
import type { StepDeliveryDto } from './notification.dto';
import { CHOICE, HAS_ADDRESS, RHYTHM } from './notification-sql';

interface Row {
  readonly eventId: string;
  readonly proposalId: string;
  readonly at: Date;
  readonly role: ToldRole;
  readonly people: number;
  readonly sent: number;
  readonly waiting: number;
  readonly failed: number;
  readonly read: number;
}

/** How far the news of one step got with one role. */
export interface ToldStep {
  readonly eventId: string;
  readonly proposalId: string;
  /** When the first of them was told. */
  readonly at: Date;
  readonly told: StepDeliveryDto;
}

const COUNTS = `
  SELECT n.event_id AS "eventId", n.proposal_id AS "proposalId", min(n.created_at) AS at, n.role, count(*)::int AS people,
         (count(*) FILTER (WHERE m.state = 'sent'))::int AS sent,
         (count(*) FILTER (WHERE m.state = 'waiting' OR n.mail_id IS NULL AND n.by_mail AND n.read_at IS NULL
                                 AND a.active AND ${RHYTHM} <> 'none' AND ${HAS_ADDRESS}))::int AS waiting,
         (count(*) FILTER (WHERE m.state = 'failed'))::int AS failed,
         (count(*) FILTER (WHERE n.read_at IS NOT NULL))::int AS read
    FROM notification n
    JOIN account a ON a.id = n.account_id
    LEFT JOIN notification_mail m ON m.id = n.mail_id
    ${CHOICE}
   WHERE n.proposal_id = ANY ($1) AND n.region_id = $2
   GROUP BY n.event_id, n.proposal_id, n.role ORDER BY n.role`;

/** How far the news of each step of a proposal got. Numbers of people by role leave here, and no names. */
@Injectable()
export class StepDeliveryService {
  constructor(private readonly database: DataSource) {}

  /** By step. Only for who sees the proposal. */
  async ofProposal(regionId: string, proposalId: string): Promise<ReadonlyMap<string, readonly StepDeliveryDto[]>> {
    const byStep = new Map<string, StepDeliveryDto[]>();
    const steps = await this.database.transaction((manager) => this.ofProposals(manager, regionId, [proposalId]));
    for (const { eventId, told } of steps) {
      byStep.set(eventId, [...(byStep.get(eventId) ?? []), told]);
    }
    return byStep;
  }

  /** Of proposals that the reader sees, in the open transaction. */
  async ofProposals(manager: EntityManager, regionId: string, proposalIds: readonly string[]): Promise<ToldStep[]> {
    // Who was told is not for colleagues to see, so the system counts.
    const rows = await actingWithin(manager, systemOf(regionId), () =>
      manager.query<Row[]>(COUNTS, [proposalIds, regionId]),
    );
    return rows.map((row) => ({ eventId: row.eventId, proposalId: row.proposalId, at: row.at, told: answer(row) }));
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
