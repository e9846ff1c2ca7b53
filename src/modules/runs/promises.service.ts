import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../../core/time/calendar';
import { readGuideOrder } from './snapshot/guide-order';
import { readPromises } from './snapshot/pair-rows';
import type { HomePromise } from './snapshot/promise';

/** Homes that people promised, with the numbers that a round counts for them. */
@Injectable()
export class PromisesService {
  /** The promise to one household, as it stands on a day. Undefined: there is none. */
  async to(
    manager: EntityManager,
    regionId: string,
    householdId: string,
    day: IsoDate,
  ): Promise<HomePromise | undefined> {
    const promises = await readPromises(manager, regionId, await readGuideOrder(manager, regionId, day));
    return promises.find((promise) => promise.householdId === householdId);
  }
}
