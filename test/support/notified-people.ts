import { randomUUID } from 'node:crypto';
import { type ProposalAction, proposalTransitions } from '../../src/core/review/proposal-transitions';
import { AccountIdentityEntity } from '../../src/database/entities/account-identity.entity';
import { NotificationEntity } from '../../src/database/entities/notification.entity';
import { NotificationMailEntity } from '../../src/database/entities/notification-mail.entity';
import {
  type MailRhythm,
  NotificationPreferenceEntity,
} from '../../src/database/entities/notification-preference.entity';
import { OrganisationEntity } from '../../src/database/entities/organisation.entity';
import { ProposalEventEntity } from '../../src/database/entities/proposal-event.entity';
import { grantRole } from '../../src/database/grant-role';
import { inTransaction } from '../../src/database/transaction';
import { MailBundlesService } from '../../src/modules/notifications/mail-bundles.service';
import { MailDeliveryService } from '../../src/modules/notifications/mail-delivery.service';
import { StepFanOutService } from '../../src/modules/notifications/step-fan-out.service';
import { Clock } from '../../src/platform/clock';
import type { MailSettings } from '../../src/platform/mail/mail-settings';
import { Mailer } from '../../src/platform/mail/mailer';
import { createPurgeDatabase, type PurgeDatabase } from './purge-database';
import { SAMPLE } from './sample-rows';

const REGIO = randomUUID();
/** Somebody of each role that is told, in the organisations that the sample proposal is about, and a second coordinator. */
export const PEOPLE = {
  coordinator: ['coordinator', 'regio', REGIO, 'coordinator@regio.example'],
  colleague: ['coordinator', 'regio', REGIO, 'collega@regio.example'],
  corporatie: ['corporatie', 'corporatie', SAMPLE.corporatie, 'verhuur@corporatie.example'],
  aanbieder: ['aanbieder', 'aanbieder', SAMPLE.aanbieder, 'begeleider@aanbieder.example'],
} as const;
export type Person = keyof typeof PEOPLE;
const MINUTE = 60_000;

/** A clock that a test moves. */
export class MovedClock extends Clock {
  private instant = new Date();

  override now(): Date {
    return this.instant;
  }

  set(instant: string): void {
    this.instant = new Date(instant);
  }

  wait(minutes: number): void {
    this.instant = new Date(this.instant.getTime() + minutes * MINUTE);
  }
}

/** The sample region with people who are told of steps, and the services that tell them, without an application around them. */
export class NotifiedPeople {
  readonly clock = new MovedClock();
  readonly fanOut: StepFanOutService;
  readonly bundles: MailBundlesService;
  readonly delivery: MailDeliveryService;

  private constructor(
    readonly database: PurgeDatabase,
    mail: MailSettings | undefined,
    private readonly accounts: ReadonlyMap<string, string>,
  ) {
    const mailer = new Mailer(mail);
    this.fanOut = new StepFanOutService(database.app, this.clock, mailer);
    this.bundles = new MailBundlesService(database.app, this.clock);
    this.delivery = new MailDeliveryService(database.app, this.clock, mailer);
  }

  static async create(mail: MailSettings | undefined): Promise<NotifiedPeople> {
    const database = await createPurgeDatabase();
    const { app } = database;
    // The account of the sample rows is not told: it has no role of today.
    await app.query(`UPDATE role_assignment SET ended_at = now()`);
    const regio = {
      id: REGIO,
      regionId: SAMPLE.region,
      kind: 'regio',
      name: 'De regio',
      shortName: 'De regio',
    } as const;
    await app.manager.insert(OrganisationEntity, { ...regio, source: 'test', demonstration: true });
    for (const [role, kind, id, email] of Object.values(PEOPLE)) {
      const organisation = { id, kind, regionId: SAMPLE.region };
      const grant = { displayName: email, email, role, organisation, validFrom: '2020-01-01', validUntil: null };
      await inTransaction(app, (manager) => grantRole(manager, grant), { actor: null });
    }
    const rows = await app.query<{ id: string; email: string }[]>(`SELECT id, email FROM account`);
    const people = new NotifiedPeople(database, mail, new Map(rows.map(({ id, email }) => [email, id])));
    for (const person of Object.keys(PEOPLE) as Person[]) await people.signedIn(person);
    return people;
  }

  accountOf(person: Person): string {
    return this.accounts.get(emailOf(person))!;
  }

  /** A sign-in service has verified the address of this person. */
  async signedIn(person: Person): Promise<void> {
    const identity = { issuer: 'https://aanmelden.example', subject: person, accountId: this.accountOf(person) };
    await this.database.app.manager.insert(AccountIdentityEntity, identity);
  }

  /** Everybody has chosen nothing and was told nothing; it is Monday morning. */
  async forget(): Promise<void> {
    await this.database.owner.query(
      `TRUNCATE notification_pending, notification, notification_mail, notification_preference`,
    );
    this.clock.set('2026-11-23T09:00:00+01:00');
  }

  /** A step of the sample proposal, written as the services write it. */
  async step(action: ProposalAction, by: Person | null = null): Promise<void> {
    const { from, to } = proposalTransitions.transitions.find((each) => each.action === action)!;
    const event = {
      ...{ id: randomUUID(), proposalId: SAMPLE.proposal, regionId: SAMPLE.region, action, fromState: from },
      ...{ toState: to, ownerOrganisationId: SAMPLE.corporatie, actor: by && this.accountOf(by) },
    };
    const write = { actor: null };
    await inTransaction(this.database.app, (manager) => manager.insert(ProposalEventEntity, event), write);
  }

  async choose(person: Person, rhythm: MailRhythm, hour = 8): Promise<void> {
    const key = { accountId: this.accountOf(person), regionId: SAMPLE.region, role: PEOPLE[person][0] };
    await this.database.app.manager.save(NotificationPreferenceEntity, { ...key, rhythm, hour });
  }

  /** What the reconciler and the queue do together. */
  async work(): Promise<void> {
    await this.fanOut.tellAll();
    await this.bundles.bundleDue();
    for (const id of await this.delivery.dueIds()) await this.delivery.send(id);
  }

  notifications(): Promise<NotificationEntity[]> {
    return this.database.app.manager.find(NotificationEntity, { order: { createdAt: 'ASC' } });
  }

  mails(): Promise<NotificationMailEntity[]> {
    return this.database.app.manager.find(NotificationMailEntity, { order: { createdAt: 'ASC' } });
  }

  /** The addresses of who was told, in order. */
  async told(): Promise<string[]> {
    const rows = await this.database.app.query<{ email: string }[]>(
      `SELECT a.email FROM notification n JOIN account a ON a.id = n.account_id ORDER BY 1`,
    );
    return rows.map(({ email }) => email);
  }
}

export function emailOf(person: Person): string {
  return PEOPLE[person][3];
}

/** Addresses, in order. */
export function emailsOf(...people: readonly Person[]): string[] {
  return people.map(emailOf).sort();
}
