import { Injectable } from '@nestjs/common';
import { Mailer } from '../../platform/mail/mailer';
import { JobQueue } from '../../platform/queue/job-queue';
import { ReconcilesDueWork, type Reconciles } from '../../platform/queue/reconciles.decorator';
import { mailJob } from './mail.job';
import { MailBundlesService } from './mail-bundles.service';
import { MailDeliveryService } from './mail-delivery.service';
import { StepFanOutService } from './step-fan-out.service';

/**
 * From a step to a mail: tells whom it concerns, puts together what is due, and hands each mail to the queue. All three go by
 * the database, so an hour without a process or a lost queue loses nothing.
 */
@Injectable()
@ReconcilesDueWork()
export class DueNotificationsService implements Reconciles {
  constructor(
    private readonly steps: StepFanOutService,
    private readonly bundles: MailBundlesService,
    private readonly delivery: MailDeliveryService,
    private readonly mailer: Mailer,
    private readonly queue: JobQueue,
  ) {}

  async handOverDueWork(): Promise<void> {
    await this.steps.tellAll();
    if (this.mailer.consoleUrl === undefined) return;
    await this.bundles.bundleDue();
    for (const mailId of await this.delivery.dueIds()) await this.queue.enqueue(mailJob, { mailId }, { jobId: mailId });
  }
}
