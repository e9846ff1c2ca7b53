import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { HandlesJob, type JobHandler } from '../../platform/queue/job-handler';
import { mailJob } from './mail.job';
import { MailDeliveryService } from './mail-delivery.service';

/** Takes a mail off the queue. */
@Injectable()
@HandlesJob(mailJob)
export class MailProcessor implements JobHandler<z.infer<typeof mailJob.payload>> {
  constructor(private readonly delivery: MailDeliveryService) {}

  handle({ mailId }: { readonly mailId: string }): Promise<void> {
    return this.delivery.send(mailId);
  }
}
