import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { BullmqJobProcessor } from './bullmq-job.processor';
import { BullmqJobQueue } from './bullmq-job-queue';
import { JobHandlers } from './job-handlers';
import { JobQueue } from './job-queue';
import { chooseBackend, QUEUE_NAME } from './queue-backend';
import type { QueueSettings } from './queue-settings';
import { Reconciler } from './reconciler';

/** The queue as the rest of the application sees it: `JobQueue` to hand work over, marks on classes to do it. */
@Module({})
export class QueueModule {
  static withSettings(settings: QueueSettings): DynamicModule {
    const processors: Type[] = settings.handlesJobs ? [BullmqJobProcessor] : [];
    return {
      module: QueueModule,
      global: true,
      imports: [
        DiscoveryModule,
        ScheduleModule.forRoot(),
        BullModule.forRoot(chooseBackend(settings)),
        BullModule.registerQueue({ name: QUEUE_NAME }),
      ],
      providers: [...processors, JobHandlers, Reconciler, { provide: JobQueue, useClass: BullmqJobQueue }],
      exports: [JobQueue, Reconciler],
    };
  }
}
