import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { ALL_PLACES_PROMISED, unitTransitions, type UnitAction } from '../../core/review/unit-transitions';
import { transition } from '../../core/review/validate-transitions';
import type { IsoDate } from '../../core/time/calendar';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitStatusEventEntity } from '../../database/entities/unit-status-event.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { Clock } from '../../platform/clock';
import { conflict } from '../../platform/http/problem';
import { PlacementLoadService } from '../monitor/placement-load.service';
import type { StepActor } from './take-step';

/** Keeps the status of a home in step with its approved proposals. The caller holds the lock on the home. */
@Injectable()
export class UnitReservation {
  constructor(
    private readonly placements: PlacementLoadService,
    private readonly clock: Clock,
  ) {}

  async reserveWhenFull(manager: EntityManager, actor: StepActor, unitId: string): Promise<void> {
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    if (unit.status !== 'available' || (await this.freePlaces(manager, unit)) > 0) return;
    await this.change(manager, actor, unit, 'reserve', ALL_PLACES_PROMISED);
  }

  async release(manager: EntityManager, actor: StepActor, unitId: string): Promise<void> {
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    if (unit.status !== 'reserved' || unit.statusReason !== ALL_PLACES_PROMISED) return;
    if ((await this.freePlaces(manager, unit)) > 0) await this.change(manager, actor, unit, 'release', null);
  }

  /** Somebody moved in, so that their placement counts: the home is occupied once every place is. */
  async moveIn(manager: EntityManager, actor: StepActor, unitId: string): Promise<void> {
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    const occupied = await this.placements.occupancyPerUnit(manager, unit.regionId, this.clock.today());
    if ((occupied.get(unitId) ?? 0) < unit.places) return;
    if (unit.status === 'available') {
      await this.change(manager, actor, unit, 'reserve', ALL_PLACES_PROMISED);
      unit.status = 'reserved';
    }
    if (unit.status === 'reserved') await this.change(manager, actor, unit, 'move-in', null);
  }

  /** Takes a home out of use that nobody is promised any more. Throws 409 while somebody is. */
  async takeOutOfService(
    manager: EntityManager,
    actor: StepActor,
    unitId: string,
    { reason, until }: { readonly reason: string; readonly until: IsoDate | null },
  ): Promise<void> {
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    const promised = await manager.countBy(ProposalEntity, { unitId, state: In([...HOLDING_STATES]) });
    if (promised > 0) {
      throw conflict(
        'voorstel-loopt',
        'Er loopt nog een voorstel',
        `Deze wooneenheid kan niet buiten gebruik: er ${promised === 1 ? 'is nog 1 plaats' : `zijn nog ${promised} plaatsen`} toegezegd aan een ander. Trek dat eerst in.`,
        { voorstellen: promised },
      );
    }
    await this.change(manager, actor, unit, 'withdraw', reason, until);
  }

  /** Places that nobody lives in and that are promised to nobody. */
  async freePlacesOf(manager: EntityManager, unitId: string): Promise<number> {
    return this.freePlaces(manager, await manager.findOneByOrFail(UnitEntity, { id: unitId }));
  }

  private async freePlaces(manager: EntityManager, { id, regionId, places }: UnitEntity): Promise<number> {
    const occupied = await this.placements.occupancyPerUnit(manager, regionId, this.clock.today());
    const promised = await manager.countBy(ProposalEntity, { unitId: id, state: In([...HOLDING_STATES]) });
    return places - (occupied.get(id) ?? 0) - promised;
  }

  private async change(
    manager: EntityManager,
    actor: StepActor,
    unit: UnitEntity,
    action: UnitAction,
    reason: string | null,
    until: IsoDate | null = null,
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
      effectiveUntil: until,
      at: () => 'clock_timestamp()',
      actor: actor.accountId,
      actorRole: actor.role ?? null,
      actorOrganisationId: actor.organisationId ?? null,
    });
    await manager.update(
      UnitEntity,
      { id: unit.id },
      { status: to, statusReason: reason, statusFrom: today, statusUntil: until },
    );
  }
}
