import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { JobDefinition } from './job-definition';
import { HANDLED_JOB, type JobHandler } from './job-handler';

interface Handled {
  readonly job: JobDefinition<unknown>;
  readonly handler: JobHandler<unknown>;
}

/** Every handler of the application by the name of its job. */
@Injectable()
export class JobHandlers {
  private handlers: ReadonlyMap<string, Handled> | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  /** Throws for a job that nobody handles, and when two handle the same. */
  find(name: string): Handled {
    this.handlers ??= this.discover();
    const handled = this.handlers.get(name);
    if (!handled) throw new Error(`No handler for job '${name}'; known: ${[...this.handlers.keys()].join(', ')}`);
    return handled;
  }

  private discover(): ReadonlyMap<string, Handled> {
    const found = new Map<string, Handled>();
    for (const wrapper of this.discovery.getProviders()) {
      const type = wrapper.metatype;
      const job =
        typeof type === 'function'
          ? (Reflect.getMetadata(HANDLED_JOB, type) as JobDefinition<unknown> | undefined)
          : undefined;
      if (!job) continue;
      const handler = wrapper.instance as JobHandler<unknown>;
      if (found.has(job.name) && found.get(job.name)?.handler !== handler) {
        throw new Error(`Job '${job.name}' has two handlers`);
      }
      found.set(job.name, { job, handler });
    }
    return found;
  }
}
