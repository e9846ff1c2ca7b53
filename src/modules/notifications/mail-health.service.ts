import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actingAs, SYSTEM } from '../../database/acting';
import { Clock } from '../../platform/clock';
import { Mailer } from '../../platform/mail/mailer';

const MINUTE = 60_000;

export interface MailHealth {
  readonly isConfigured: boolean;
  /** Since when the oldest mail waits that should have left by now; null: none waits. */
  readonly oldestMinutes: number | null;
}

/** Whether mail leaves, and how far behind it is. */
@Injectable()
export class MailHealthService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  async read(): Promise<MailHealth> {
    const [row] = await actingAs(SYSTEM, () =>
      this.database.query<{ oldest: Date | null }[]>(
        `SELECT min(created_at) AS oldest FROM notification_mail WHERE state = 'waiting'`,
      ),
    );
    const oldest = row?.oldest ?? null;
    const age = oldest === null ? null : Math.max(0, this.clock.now().getTime() - oldest.getTime());
    return {
      isConfigured: this.mailer.consoleUrl !== undefined,
      oldestMinutes: age === null ? null : Math.floor(age / MINUTE),
    };
  }
}
