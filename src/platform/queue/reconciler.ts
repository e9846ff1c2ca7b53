import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Interval } from '@nestjs/schedule';
import { RECONCILES, type Reconciles } from './reconciles.decorator';

const MINUTE = 60_000;

/**
 * Puts right what the queue may have lost. The database is the truth: each provider marked `@ReconcilesDueWork` looks there
 * for work that is due and hands it over (again). Runs when the application has started and every minute; any number of
 * processes may do so at once, because a job id is carried once.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap {
  private readonly logger = new Logger('reconciler');
  private running: Promise<void> | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): Promise<void> {
    return this.reconcile();
  }

  /** Runs every registered search once; a call during a run joins that run. One that fails does not stop the others. */
  @Interval(MINUTE)
  reconcile(): Promise<void> {
    this.running ??= this.reconcileAll().finally(() => (this.running = undefined));
    return this.running;
  }

  private async reconcileAll(): Promise<void> {
    for (const wrapper of this.discovery.getProviders()) {
      const type = wrapper.metatype;
      if (typeof type !== 'function' || !Reflect.getMetadata(RECONCILES, type)) continue;
      try {
        await (wrapper.instance as Reconciles).handOverDueWork();
      } catch (error) {
        this.logger.warn(`${type.name} could not hand over its due work: ${String(error)}`);
      }
    }
  }
}
