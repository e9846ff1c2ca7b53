import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProposalAction } from '../../core/review/proposal-transitions';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import { lockForReview, refuseOldVersion } from './proposal-lock';
import { type StepActor, type StepRecord, takeStep } from './take-step';
import { UnitReservation } from './unit-reservation';

/** What a step of a proposal takes, for the modules that take steps after the confirmation. */
@Injectable()
export class ProposalStepsService {
  constructor(private readonly reservation: UnitReservation) {}

  /** The proposal under the locks of a review. Throws 404. */
  lock(manager: EntityManager, regionId: string, id: string): Promise<ProposalEntity> {
    return lockForReview(manager, regionId, id);
  }

  /** Throws 409 when the proposal changed since it was seen. */
  refuseOldVersion(manager: EntityManager, proposal: ProposalEntity, seen: number): Promise<void> {
    return refuseOldVersion(manager, proposal, seen);
  }

  /** Appends the step to the record and moves the proposal, which the caller saves. Returns the id of the event. */
  take(
    manager: EntityManager,
    actor: StepActor,
    proposal: ProposalEntity,
    action: ProposalAction,
    record: StepRecord,
  ): Promise<string> {
    return takeStep(manager, actor, proposal, action, record);
  }

  /** Places of a home that nobody lives in and that are promised to nobody. */
  freePlacesOf(manager: EntityManager, unitId: string): Promise<number> {
    return this.reservation.freePlacesOf(manager, unitId);
  }

  /** The home is free again, once the proposal is saved. */
  release(manager: EntityManager, actor: StepActor, unitId: string): Promise<void> {
    return this.reservation.release(manager, actor, unitId);
  }

  /** Somebody lives there, once their placement is saved. */
  moveIn(manager: EntityManager, actor: StepActor, unitId: string): Promise<void> {
    return this.reservation.moveIn(manager, actor, unitId);
  }
}
