import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { ALL_PLACES_PROMISED, unitTransitions } from '../../core/review/unit-transitions';
import { transition } from '../../core/review/validate-transitions';
import { addDays } from '../../core/time/calendar';
import { UnitStatusEventEntity } from '../../database/entities/unit-status-event.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { inTransaction } from '../../database/transaction';
import { Clock } from '../../platform/clock';
import { ReconcilesDueWork, type Reconciles } from '../../platform/queue/reconciles.decorator';

/** `$1` today, `$2` the reason of a reservation by the system, `$3` states that hold a place. */
const DUE = `
  SELECT u.id FROM unit u
   WHERE (u.status = 'out-of-service' AND u.status_until < $1)
      OR (u.status = 'reserved' AND u.status_reason = $2 AND u.places >
            (SELECT count(*) FROM placement p WHERE p.unit_id = u.id AND (p.end_date IS NULL OR p.end_date >= $1))
          + (SELECT count(*) FROM proposal v WHERE v.unit_id = u.id AND v.state = ANY ($3::text[])))
   ORDER BY u.id FOR UPDATE OF u SKIP LOCKED`;

/**
 * Makes homes available again where only the calendar has to pass: out of service until a last day, or reserved because all
 * places were promised, when a resident has left since. What is due follows from the rows alone, so days without a running
 * process lose nothing; the event says from which day the home is back.
 */
@Injectable()
@ReconcilesDueWork()
export class UnitReturnService implements Reconciles {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  handOverDueWork(): Promise<void> {
    return inTransaction(this.database, (manager) => this.returnDue(manager), { actor: null });
  }

  private async returnDue(manager: EntityManager): Promise<void> {
    const today = this.clock.today();
    const due = await manager.query<{ id: string }[]>(DUE, [today, ALL_PLACES_PROMISED, HOLDING_STATES]);
    const units = await manager.findBy(UnitEntity, { id: In(due.map(({ id }) => id)) });
    for (const unit of units) {
      const isBack = unit.status === 'out-of-service' && unit.statusUntil !== null;
      const { from, to } = transition(unitTransitions, unit.status, isBack ? 'restore' : 'release');
      const effectiveFrom = isBack ? addDays(unit.statusUntil!, 1) : today;
      await manager.insert(UnitStatusEventEntity, {
        id: randomUUID(),
        unitId: unit.id,
        regionId: unit.regionId,
        ownerOrganisationId: unit.ownerOrganisationId,
        from,
        to,
        reason: isBack ? 'De laatste dag buiten gebruik is voorbij.' : 'Er is weer een plaats vrij.',
        effectiveFrom,
        effectiveUntil: null,
        at: this.clock.now(),
        actor: null,
      });
      const status = { status: to, statusReason: null, statusFrom: effectiveFrom, statusUntil: null };
      await manager.update(UnitEntity, { id: unit.id }, status);
    }
  }
}
