import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { appDataSource } from './database/data-source';
import { AccessLogModule } from './modules/access-log/access-log.module';
import { AccountsModule } from './modules/accounts/accounts.module';
import { ClientRightsModule } from './modules/client-rights/client-rights.module';
import { ClientsModule } from './modules/clients/clients.module';
import { ContactsModule } from './modules/contacts/contacts.module';
import { DeadlinesModule } from './modules/deadlines/deadlines.module';
import { ExplanationsModule } from './modules/explanations/explanations.module';
import { HandoversModule } from './modules/handovers/handovers.module';
import { HealthModule } from './modules/health/health.module';
import { InventoryModule } from './modules/inventory/inventory.module';
import { ManualMatchModule } from './modules/manual-match/manual-match.module';
import { MonitorModule } from './modules/monitor/monitor.module';
import { OffersModule } from './modules/offers/offers.module';
import { NotificationsModule } from './modules/notifications/notifications.module';
import { PairDecisionsModule } from './modules/pair-decisions/pair-decisions.module';
import { PanelsModule } from './modules/panels/panels.module';
import { PolicyModule } from './modules/policy/policy.module';
import { ProposalsModule } from './modules/proposals/proposals.module';
import { RetentionModule } from './modules/retention/retention.module';
import { RunsModule } from './modules/runs/runs.module';
import { TenanciesModule } from './modules/tenancies/tenancies.module';
import { TimelineModule } from './modules/timeline/timeline.module';
import { UrgencyModule } from './modules/urgency/urgency.module';
import { AccessModule } from './platform/access/access.module';
import { ClockModule } from './platform/clock.module';
import { HttpModule } from './platform/http/http.module';
import { MailModule } from './platform/mail/mail.module';
import type { MailSettings } from './platform/mail/mail-settings';
import { QueueModule } from './platform/queue/queue.module';
import { RateLimitModule } from './platform/rate-limit/rate-limit.module';
import type { RateLimits } from './platform/rate-limit/rate-limits';
import type { SignInSettings } from './platform/sign-in/sign-in-settings';

/** Where this process finds its neighbours, and whether it does the work of the queue. */
export interface AppSettings {
  /** PostgreSQL as the owner of the schema; the application itself takes a lesser role on it. */
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly handlesJobs: boolean;
  readonly signIn: SignInSettings;
  /** How many requests a minute; undefined: no limit, as in a process that serves no people. */
  readonly rateLimits?: RateLimits;
  /** Undefined: no mail leaves. */
  readonly mail?: MailSettings | undefined;
}

/** The composition root: the only place that lists every module. */
@Module({})
export class AppModule {
  static with(settings: AppSettings): DynamicModule {
    const logger = new Logger('database');
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ type: 'postgres', retryAttempts: 0 }),
          dataSourceFactory: () =>
            appDataSource(settings.databaseUrl, { onPoolError: (error) => logger.warn(error.message) }).initialize(),
        }),
        QueueModule.withSettings({
          redisUrl: settings.redisUrl,
          ownerDatabaseUrl: settings.databaseUrl,
          handlesJobs: settings.handlesJobs,
        }),
        ClockModule,
        RateLimitModule.withSettings({ limits: settings.rateLimits, redisUrl: settings.redisUrl }),
        MailModule.withSettings(settings.mail),
        HttpModule,
        AccessModule.using(AccountsModule.withSettings(settings.signIn), AccessLogModule),
        HealthModule,
        InventoryModule,
        ClientsModule,
        ClientRightsModule,
        ContactsModule,
        UrgencyModule,
        MonitorModule,
        PolicyModule,
        RunsModule,
        ProposalsModule,
        OffersModule,
        TenanciesModule,
        ExplanationsModule,
        PairDecisionsModule,
        ManualMatchModule,
        RetentionModule,
        DeadlinesModule,
        NotificationsModule,
        HandoversModule,
        PanelsModule,
        TimelineModule,
      ],
    };
  }
}
