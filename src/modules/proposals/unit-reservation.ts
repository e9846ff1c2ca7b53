import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { ALL_PLACES_PROMISED, unitTransitions, type UnitAction } from '../../core/review/unit-transitions';
import { transition } from '../../core/review/validate-transitions';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitStatusEventEntity } from '../../database/entities/unit-status-event.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { Clock } from '../../platform/clock';
import { PlacementLoadService } from '../monitor/placement-load.service';

/** Who brings the home into another status. Null: the system itself. */
interface Doer {
  readonly accountId: string | null;
}

/** Keeps the status of a home in step with its approved proposals. The caller holds the lock on the home. */
@Injectable()
export class UnitReservation {
  constructor(
    private readonly placements: PlacementLoadService,
    private readonly clock: Clock,
  ) {}

  async reserveWhenFull(manager: EntityManager, actor: Doer, unitId: string): Promise<void> {
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    if (unit.status !== 'available' || (await this.freePlaces(manager, unit)) > 0) return;
    await this.change(manager, actor, unit, 'reserve', ALL_PLACES_PROMISED);
  }

  async release(manager: EntityManager, actor: Doer, unitId: string): Promise<void> {
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    if (unit.status !== 'reserved' || unit.statusReason !== ALL_PLACES_PROMISED) return;
    if ((await this.freePlaces(manager, unit)) > 0) await this.change(manager, actor, unit, 'release', null);
  }

  private async freePlaces(manager: EntityManager, { id, regionId, places }: UnitEntity): Promise<number> {
    const occupied = await this.placements.occupancyPerUnit(manager, regionId, this.clock.today());
    const promised = await manager.countBy(ProposalEntity, { unitId: id, state: In([...HOLDING_STATES]) });
    return places - (occupied.get(id) ?? 0) - promised;
  }

  private async change(
    manager: EntityManager,
    actor: Doer,
    unit: UnitEntity,
    action: UnitAction,
    reason: string | null,
  ): Promise<void> {
    const { to } = transition(unitTransitions, unit.status, action);
    const today = this.clock.today();
    await manager.insert(UnitStatusEventEntity, {
      id: randomUUID(),
      unitId: unit.id,
      regionId: unit.regionId,
      ownerOrganisationId: unit.ownerOrganisationId,
      from: unit.status,
      to,
      reason,
      effectiveFrom: today,
      effectiveUntil: null,
      at: () => 'clock_timestamp()',
      actor: actor.accountId,
    });
    await manager.update(
      UnitEntity,
      { id: unit.id },
      { status: to, statusReason: reason, statusFrom: today, statusUntil: null },
    );
  }
}
