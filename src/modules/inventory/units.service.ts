import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { HOLDING_STATES, proposalTransitions } from '../../core/review/proposal-transitions';
import { UNIT_STATUS_DEMANDS, unitTransitions } from '../../core/review/unit-transitions';
import { transitionsFrom } from '../../core/review/validate-transitions';
import { housingForms, unitStatuses } from '../../core/vocabulary/code-lists';
import { containsPattern } from '../../database/contains-pattern';
import { AccountEntity } from '../../database/entities/account.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitStatusEventEntity } from '../../database/entities/unit-status-event.entity';
import type { UnitEntity } from '../../database/entities/unit.entity';
import { orderRows } from '../../database/order-rows';
import { Clock } from '../../platform/clock';
import { orderOf, pageOf, window, type Page } from '../../platform/http/page';
import { notFound } from '../../platform/http/problem';
import type { UnitDetailDto, UnitDto, UnitQuery, UnitStatusEventDto } from './unit.dto';
import { FREE, unitDtos, type UnitNames, unitsOf } from './unit.queries';

const ORDER = {
  code: 'unit.code',
  naam: 'unit.name',
  gemeente: 'gemeente.name',
  plaatsen: 'unit.places',
  plaatsenVrij: 'free',
  huurCent: 'unit.rentCents',
  beschikbaarVanaf: 'unit.availableFrom',
  status: 'unit.status',
} as const;

/** Proposals that somebody can still act on: open ones and those that hold a place. */
const OPEN_STATES = [proposalTransitions.initial, ...HOLDING_STATES];

/** Reads homes and groups of places. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(regionId: string, query: UnitQuery): Promise<Page<UnitDto>> {
    const { field, direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const units = filtered(unitsOf(this.database.manager, regionId, this.clock.today()), query);
    const total = await units.getCount();
    orderRows(units, column(ORDER[field]), direction, ['unit.code', 'unit.id']);
    const { entities, raw } = await units.offset(skip).limit(take).getRawAndEntities<UnitNames>();
    return pageOf(await unitDtos(this.database.manager, entities, raw), total, query);
  }

  /** One unit. Throws 404 when it is not of this region. Give the manager of a transaction to see what it wrote. */
  async detail(regionId: string, id: string, manager: EntityManager = this.database.manager): Promise<UnitDetailDto> {
    const today = this.clock.today();
    const { entities, raw } = await unitsOf(manager, regionId, today)
      .andWhere('unit.id = :id', { id })
      .getRawAndEntities<UnitNames>();
    const [dto] = await unitDtos(manager, entities, raw);
    const [unit] = entities;
    if (dto === undefined || unit === undefined) throw notFound('wooneenheid', id);
    const proposals = await manager.getRepository(ProposalEntity).find({
      select: { id: true, state: true, plannedStart: true },
      where: { unitId: id, state: In(OPEN_STATES) },
      order: { plannedStart: 'ASC', id: 'ASC' },
    });
    return {
      ...dto,
      statusGeschiedenis: await this.history(id, manager),
      mogelijkeStatussen: nextStatuses(unit),
      plaatsingen: { lopend: dto.plaatsenBezet, geeindigd: raw[0]!.movedOut },
      openVoorstellen: proposals.map(({ id, state, plannedStart }) => ({
        id,
        status: state,
        startdatum: plannedStart,
      })),
      vera: { eenheiddetailsoort: unit.veraUnitKind, woonvorm: unit.veraHousingForm },
    };
  }

  private async history(unitId: string, manager: EntityManager): Promise<UnitStatusEventDto[]> {
    const { entities, raw } = await manager
      .createQueryBuilder(UnitStatusEventEntity, 'event')
      .leftJoin(AccountEntity, 'account', 'account.id = event.actor')
      .addSelect('account.displayName', 'actorName')
      .where('event.unitId = :unitId', { unitId })
      .orderBy('event.at', 'DESC')
      .addOrderBy('event.id', 'DESC')
      .getRawAndEntities<{ actorName: string | null }>();
    return entities.map((event, at) => ({
      id: event.id,
      van: event.from === null ? null : unitStatuses.named(event.from),
      naar: unitStatuses.named(event.to),
      reden: event.reason,
      vanaf: event.effectiveFrom,
      tot: event.effectiveUntil,
      op: event.at.toISOString(),
      door: raw[at]!.actorName ?? 'Woonplek',
    }));
  }
}

function nextStatuses(unit: UnitEntity): UnitDetailDto['mogelijkeStatussen'] {
  return transitionsFrom(unitTransitions, unit.status).map(({ to }) => ({
    ...unitStatuses.named(to),
    redenNodig: UNIT_STATUS_DEMANDS[to].reason,
    totMogelijk: UNIT_STATUS_DEMANDS[to].until,
  }));
}

/** An alias of the select list has to be quoted to keep its case. */
function column(name: string): string {
  return name.includes('.') ? name : `"${name}"`;
}

function filtered(units: SelectQueryBuilder<UnitEntity>, query: UnitQuery): SelectQueryBuilder<UnitEntity> {
  const { gemeente, wijk, complex, corporatie, status, woonvorm, doelgroep, vrij, zoek } = query;
  if (gemeente !== undefined) units.andWhere('unit.gemeenteId = :gemeente', { gemeente });
  if (wijk !== undefined) units.andWhere('unit.wijkId = :wijk', { wijk });
  if (complex !== undefined) units.andWhere('unit.complexId = :complex', { complex });
  if (corporatie !== undefined) units.andWhere('unit.corporatieId = :corporatie', { corporatie });
  if (status !== undefined) units.andWhere('unit.status = :status', { status: unitStatuses.toInternal(status) });
  if (woonvorm !== undefined) units.andWhere('unit.housingForm = :form', { form: housingForms.toInternal(woonvorm) });
  if (doelgroep !== undefined) {
    units.andWhere('(cardinality(unit.doelgroepIds) = 0 OR :doelgroep = ANY (unit.doelgroepIds))', { doelgroep });
  }
  if (vrij !== undefined) units.andWhere(`(${FREE}) ${vrij ? '>' : '='} 0`);
  if (zoek !== undefined) {
    units.andWhere('(unit.name ILIKE :pattern OR unit.code ILIKE :pattern)', { pattern: containsPattern(zoek) });
  }
  return units;
}
