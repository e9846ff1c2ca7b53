import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull, MoreThanOrEqual } from 'typeorm';
import { DomainError } from '../../core/errors';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import {
  UNIT_STATUS_DEMANDS,
  unitTransitions,
  unitTransitionTo,
  type UnitStatus,
} from '../../core/review/unit-transitions';
import { transitionsFrom } from '../../core/review/validate-transitions';
import { unitStatuses } from '../../core/vocabulary/code-lists';
import { systemOf } from '../../database/acting';
import { PlacementEntity } from '../../database/entities/placement.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitStatusEventEntity } from '../../database/entities/unit-status-event.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, forbidden, type InputFault, invalidInput, notFound } from '../../platform/http/problem';
import type { UnitDetailDto, UnitStatusChangeDto } from './unit.dto';
import { UnitsService } from './units.service';

/** Statuses in which nobody can live or move in. */
const CLOSED: readonly UnitStatus[] = ['in-preparation', 'out-of-service', 'ended'];
/** Statuses that end every stay, so that nobody may live there any more. */
const EMPTY: readonly UnitStatus[] = ['in-preparation', 'ended'];

/** Changes the status of a unit along its life cycle. */
@Injectable()
export class UnitStatusService {
  constructor(
    private readonly database: DataSource,
    private readonly units: UnitsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one step under a lock on the unit's row, so that of two people who change it at once the second sees what the
   * first did. Throws 404, 403 (a home of another organisation), 400 (a date or reason that does not fit) or 409 (stale version, a step that the life cycle
   * does not know, residents or an approved proposal in the way).
   */
  change(actor: ActingAccount, unitId: string, wish: UnitStatusChangeDto): Promise<UnitDetailDto> {
    const work = async (manager: EntityManager): Promise<UnitDetailDto> => {
      const seen = await manager.findOneBy(UnitEntity, { id: unitId, regionId: actor.regionId });
      if (seen === null) throw notFound('wooneenheid', unitId);
      if (actor.role !== 'coordinator' && seen.ownerOrganisationId !== actor.organisationId) {
        throw forbidden('Deze wooneenheid is niet van uw organisatie.');
      }
      const unit = await manager.findOneOrFail(UnitEntity, {
        where: { id: unitId },
        lock: { mode: 'pessimistic_write' },
      });
      if (unit.version !== wish.versie) throw stale(unit, wish.versie);
      const to = unitStatuses.toInternal(wish.status);
      refuseImpossible(unit.status, to);
      refuseWrongInput(unit, to, wish, this.clock.today());
      const system = systemOf(unit.regionId, actor.accountId);
      await actingWithin(manager, system, () => this.refuseWhileInUse(manager, unit, to));
      await this.record(manager, unit, to, wish, actor);
      return this.units.detail(actor.regionId, unitId, manager);
    };
    return inTransaction(this.database, work, { actor });
  }

  private async refuseWhileInUse(manager: EntityManager, unit: UnitEntity, to: UnitStatus): Promise<void> {
    const naam = unitStatuses.named(to).naam.toLowerCase();
    if (CLOSED.includes(to)) {
      const holding = { unitId: unit.id, state: In([...HOLDING_STATES]) };
      const voorstellen = await manager.getRepository(ProposalEntity).countBy(holding);
      if (voorstellen > 0) {
        throw conflict(
          'voorstel-loopt',
          'Er loopt een goedgekeurd voorstel',
          `Deze wooneenheid kan niet ‘${naam}’ worden: er ${voorstellen === 1 ? 'is een goedgekeurd voorstel' : `zijn ${voorstellen} goedgekeurde voorstellen`}. Herroep dat eerst.`,
          { voorstellen },
        );
      }
    }
    if (EMPTY.includes(to)) {
      const today = this.clock.today();
      const bewoners = await manager.getRepository(PlacementEntity).countBy([
        { unitId: unit.id, endDate: IsNull() },
        { unitId: unit.id, endDate: MoreThanOrEqual(today) },
      ]);
      if (bewoners > 0) {
        throw conflict(
          'nog-bewoond',
          'Er wonen nog mensen',
          `Deze wooneenheid kan niet ‘${naam}’ worden: er ${bewoners === 1 ? 'woont nog 1 huishouden' : `wonen nog ${bewoners} huishoudens`}.`,
          { bewoners },
        );
      }
    }
  }

  private async record(
    manager: EntityManager,
    unit: UnitEntity,
    to: UnitStatus,
    wish: UnitStatusChangeDto,
    actor: ActingAccount,
  ): Promise<void> {
    const event = manager.getRepository(UnitStatusEventEntity).create({
      id: randomUUID(),
      unitId: unit.id,
      regionId: unit.regionId,
      ownerOrganisationId: unit.ownerOrganisationId,
      from: unit.status,
      to,
      reason: wish.reden ?? null,
      effectiveFrom: wish.vanaf,
      effectiveUntil: wish.tot ?? null,
      at: this.clock.now(),
      actor: actor.accountId,
    });
    unit.status = to;
    unit.statusReason = wish.reden ?? null;
    unit.statusFrom = wish.vanaf;
    unit.statusUntil = wish.tot ?? null;
    await manager.save(unit);
    await manager.insert(UnitStatusEventEntity, event);
  }
}

function stale(unit: UnitEntity, seen: number) {
  return conflict(
    'verouderde-versie',
    'Iemand anders was u voor',
    `U zag versie ${seen}, maar de wooneenheid is intussen gewijzigd (versie ${unit.version}, status ‘${unitStatuses.named(unit.status).naam.toLowerCase()}’). Haal haar opnieuw op en kijk of uw wijziging nog klopt.`,
    { versie: unit.version, huidigeStatus: unitStatuses.toPublic(unit.status) },
  );
}

function refuseImpossible(from: UnitStatus, to: UnitStatus): void {
  try {
    unitTransitionTo(from, to);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const allowed = transitionsFrom(unitTransitions, from).map((step) => unitStatuses.named(step.to));
    const names = allowed.map(({ naam }) => `‘${naam.toLowerCase()}’`).join(', ');
    const [van, naar] = [from, to].map((status) => unitStatuses.named(status).naam.toLowerCase());
    const possible = names === '' ? 'Hierna kan niets meer.' : `Wel mogelijk: ${names}.`;
    throw conflict(
      'stap-niet-mogelijk',
      'Stap niet mogelijk',
      `Een wooneenheid die ‘${van}’ is, kan niet ‘${naar}’ worden. ${possible}`,
      { huidigeStatus: unitStatuses.toPublic(from), mogelijkeStatussen: allowed.map(({ code }) => code) },
    );
  }
}

/** Checks that the schema cannot do, because they depend on the unit and the day. Names every fault. */
function refuseWrongInput(unit: UnitEntity, to: UnitStatus, wish: UnitStatusChangeDto, today: string): void {
  const faults: InputFault[] = [];
  const fault = (veld: string, waarde: string | null, verwacht: string): void => {
    faults.push({ in: 'body', veld, waarde, verwacht });
  };
  const demands = UNIT_STATUS_DEMANDS[to];
  const naam = unitStatuses.named(to).naam.toLowerCase();
  if (demands.reason && wish.reden === undefined) fault('reden', null, `verplicht bij de status ‘${naam}’`);
  if (wish.vanaf > today) fault('vanaf', wish.vanaf, `vandaag (${today}) of eerder`);
  if (wish.vanaf < unit.statusFrom) {
    fault('vanaf', wish.vanaf, `op of na ${unit.statusFrom}, de eerste dag van de huidige status`);
  }
  if (wish.tot !== undefined && !demands.until)
    fault('tot', wish.tot, `niets: de status ‘${naam}’ heeft geen laatste dag`);
  else if (wish.tot !== undefined && wish.tot < wish.vanaf) fault('tot', wish.tot, `op of na ${wish.vanaf}`);
  if (faults.length > 0) throw invalidInput(faults);
}
