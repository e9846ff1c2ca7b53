import { BullModule } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import { type ConnectionOptions, createPostgresBackend, Queue, setDefaultBackendFactory, Worker } from 'bullmq';
import type { QueueSettings } from './queue-settings';

export const QUEUE_NAME = 'woonplek';

/** Schema of the queue's own tables, and the prefix of its keys in Redis. */
const NAMESPACE = 'bullmq';

const logger = new Logger('queue');

/** A lost backend gives an error at every attempt of every connection; the log needs each kind once in a while. */
const QUIET_MILLISECONDS = 30_000;
const lastReported = new Map<string, number>();

function report(error: Error): void {
  const text = error.message || error.name;
  const now = performance.now();
  if (now - (lastReported.get(text) ?? -Infinity) < QUIET_MILLISECONDS) return;
  lastReported.set(text, now);
  logger.warn(text);
}

/** How long a clean goodbye may take; a backend that is lost never answers, and the process must be able to end. */
const GOODBYE_MILLISECONDS = 4000;

async function atMost(goodbye: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, GOODBYE_MILLISECONDS);
  });
  await Promise.race([goodbye, tooLong]).finally(() => clearTimeout(timer));
}

/** An 'error' event without a listener would end the process, so the listener is there before the first connection. */
class ListeningQueue extends Queue {
  constructor(...args: ConstructorParameters<typeof Queue>) {
    super(...args);
    this.on('error', report);
  }

  override close(): Promise<void> {
    return atMost(super.close());
  }
}

class ListeningWorker extends Worker {
  constructor(...args: ConstructorParameters<typeof Worker>) {
    super(...args);
    this.on('error', report);
  }

  override pause(doNotWaitActive?: boolean): Promise<void> {
    return atMost(super.pause(doNotWaitActive));
  }

  override close(force?: boolean): Promise<void> {
    return atMost(super.close(force));
  }
}

/**
 * Points BullMQ at Redis or at PostgreSQL and gives the connection options that go with it. The choice holds for the whole
 * process, because BullMQ keeps one default.
 */
export function chooseBackend(settings: QueueSettings): { connection: ConnectionOptions; prefix?: string } {
  BullModule.queueClass = ListeningQueue;
  BullModule.workerClass = ListeningWorker as never;
  if (settings.redisUrl !== undefined) {
    setDefaultBackendFactory();
    return { connection: { url: settings.redisUrl, maxRetriesPerRequest: null }, prefix: NAMESPACE };
  }
  setDefaultBackendFactory(createPostgresBackend);
  // BullMQ types `connection` for Redis only; the PostgreSQL backend reads these fields.
  const connection = { connectionString: settings.ownerDatabaseUrl, schema: NAMESPACE, migrate: true, max: 2 };
  return { connection: connection };
}
