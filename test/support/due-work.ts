import { Queue } from 'bullmq';
import type { DataSource } from 'typeorm';
import { DeadlinesService } from '../../src/modules/deadlines/deadlines.service';
import { UnitReturnService } from '../../src/modules/inventory/unit-return.service';
import { PlacementLoadService } from '../../src/modules/monitor/placement-load.service';
import { MailBundlesService } from '../../src/modules/notifications/mail-bundles.service';
import { MailDeliveryService } from '../../src/modules/notifications/mail-delivery.service';
import { StepFanOutService } from '../../src/modules/notifications/step-fan-out.service';
import { OfferExpiryService } from '../../src/modules/proposals/offer-expiry.service';
import { PairCheckService } from '../../src/modules/proposals/pair-check.service';
import { ReservesService } from '../../src/modules/proposals/reserves.service';
import { UnitReservation } from '../../src/modules/proposals/unit-reservation';
import { LotteryDrawsService } from '../../src/modules/runs/lottery-draws.service';
import { RunsQueries } from '../../src/modules/runs/runs.queries';
import { RunsService } from '../../src/modules/runs/runs.service';
import { SnapshotService } from '../../src/modules/runs/snapshot.service';
import { CaseTermsService } from '../../src/modules/workflows/case-terms.service';
import { WorkflowsService } from '../../src/modules/workflows/workflows.service';
import { Clock } from '../../src/platform/clock';
import type { MailSettings } from '../../src/platform/mail/mail-settings';
import { Mailer } from '../../src/platform/mail/mailer';
import { BullmqJobQueue } from '../../src/platform/queue/bullmq-job-queue';
import { chooseBackend, QUEUE_NAME } from '../../src/platform/queue/queue-backend';

/**
 * What follows by itself once a term has passed, until nothing is due: the reconciler's look at terms, reserves and
 * notifications, and the mails. A worker would take those off the queue; here they are sent straight away, because a queue waits
 * half a minute for a worker that died. Without the rest of the application, which takes seconds to load.
 */
export async function doDueWork(database: DataSource, databaseUrl: string, settings: MailSettings): Promise<void> {
  const clock = new Clock();
  const placements = new PlacementLoadService();
  const snapshots = new SnapshotService(placements);
  const terms = new CaseTermsService(new WorkflowsService(clock), clock);
  const connection = chooseBackend({ redisUrl: undefined, ownerDatabaseUrl: databaseUrl, handlesJobs: false });
  const queue = new Queue(QUEUE_NAME, connection);
  const runs = new RunsService(
    database,
    new RunsQueries(database),
    snapshots,
    new UnitReturnService(database, clock),
    new LotteryDrawsService(database),
    new BullmqJobQueue(queue),
    clock,
  );
  const reserves = new ReservesService(database, runs, new PairCheckService(snapshots, clock), placements, clock);
  const expiry = new OfferExpiryService(database, terms, new UnitReservation(placements, clock));
  const deadlines = new DeadlinesService(database, terms, expiry, reserves);
  const mailer = new Mailer(settings);
  const [steps, bundles] = [new StepFanOutService(database, clock, mailer), new MailBundlesService(database, clock)];
  const delivery = new MailDeliveryService(database, clock, mailer);

  await deadlines.handOverDueWork();
  await steps.tellAll();
  await bundles.bundleDue();
  for (const id of await delivery.dueIds()) await delivery.send(id);
  mailer.onApplicationShutdown();
  await queue.close();
}
