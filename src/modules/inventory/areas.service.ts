import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { actingAs, systemOf } from '../../database/acting';
import { containsPattern } from '../../database/contains-pattern';
import { DoelgroepEntity } from '../../database/entities/doelgroep.entity';
import { GemeenteEntity } from '../../database/entities/gemeente.entity';
import { RegionEntity } from '../../database/entities/region.entity';
import { WijkDraagkrachtEntity } from '../../database/entities/wijk-draagkracht.entity';
import { WijkEntity } from '../../database/entities/wijk.entity';
import { orderRows } from '../../database/order-rows';
import { Clock } from '../../platform/clock';
import { orderOf, pageOf, window, type Page } from '../../platform/http/page';
import { notFound } from '../../platform/http/problem';
import type {
  DoelgroepDto,
  DoelgroepQuery,
  GemeenteDto,
  GemeenteQuery,
  RegionDetailDto,
  RegionDto,
  RegionQuery,
  WijkDto,
  WijkQuery,
} from './area.dto';

interface RegionNames {
  readonly centrumGemeente: string | null;
}
interface WijkNames {
  readonly gemeente: string;
  readonly points: number | null;
  readonly maxPlacements: number | null;
  readonly validFrom: string | null;
  readonly source: string | null;
}

const GEMEENTE_ORDER = { naam: 'gemeente.name', id: 'gemeente.id' } as const;
const WIJK_ORDER = { naam: 'wijk.name', gemeente: 'gemeente.name' } as const;

/** Regions, gemeenten, wijken and doelgroepen: what everything else refers to. */
@Injectable()
export class AreasService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async regions(regionId: string, query: RegionQuery): Promise<Page<RegionDto>> {
    const { direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const regions = orderRows(this.regionQuery(regionId), 'region.name', direction, ['region.id']);
    const { entities, raw } = await regions.offset(skip).limit(take).getRawAndEntities<RegionNames>();
    const items = entities.map((region, at) => regionDto(region, raw[at]!));
    return pageOf(items, await this.regionQuery(regionId).getCount(), query);
  }

  async region(regionId: string, id: string): Promise<RegionDetailDto> {
    const { entities, raw } = await this.regionQuery(regionId)
      .andWhere('region.id = :id', { id })
      .getRawAndEntities<RegionNames>();
    const [region] = entities;
    if (region === undefined) throw notFound('regio', id);
    const [counts] = await actingAs(systemOf(id), () =>
      this.database.query<RegionDetailDto['aantallen'][]>(
        `SELECT (SELECT count(*)::int FROM gemeente WHERE region_id = $1) AS gemeenten,
              (SELECT count(*)::int FROM wijk WHERE region_id = $1) AS wijken,
              (SELECT count(*)::int FROM complex WHERE region_id = $1) AS complexen,
              (SELECT count(*)::int FROM unit WHERE region_id = $1) AS wooneenheden,
              (SELECT coalesce(sum(places), 0)::int FROM unit WHERE region_id = $1) AS plaatsen,
              (SELECT count(*)::int FROM household WHERE region_id = $1) AS clienten`,
        [id],
      ),
    );
    return { ...regionDto(region, raw[0]!), aantallen: counts! };
  }

  async gemeenten(regionId: string, query: GemeenteQuery): Promise<Page<GemeenteDto>> {
    const { field, direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const gemeenten = this.database
      .createQueryBuilder(GemeenteEntity, 'gemeente')
      .innerJoin(RegionEntity, 'region', 'region.id = gemeente.regionId')
      .addSelect('coalesce(region.centrumGemeenteId = gemeente.id, false)', 'isCentre')
      .where('gemeente.regionId = :regionId', { regionId });
    if (query.zoek !== undefined) {
      gemeenten.andWhere('gemeente.name ILIKE :pattern', { pattern: containsPattern(query.zoek) });
    }
    const total = await gemeenten.getCount();
    orderRows(gemeenten, GEMEENTE_ORDER[field], direction, ['gemeente.id']).offset(skip).limit(take);
    const { entities, raw } = await gemeenten.getRawAndEntities<{ isCentre: boolean }>();
    const items = entities.map((gemeente, at) => ({
      id: gemeente.id,
      naam: gemeente.name,
      regio: gemeente.regionId,
      centrumgemeente: raw[at]!.isCentre,
      bron: gemeente.source,
      geldigVanaf: gemeente.validFrom,
      geldigTot: gemeente.validTo,
    }));
    return pageOf(items, total, query);
  }

  async wijken(regionId: string, query: WijkQuery): Promise<Page<WijkDto>> {
    const { field, direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const wijken = this.database
      .createQueryBuilder(WijkEntity, 'wijk')
      .innerJoin(GemeenteEntity, 'gemeente', 'gemeente.id = wijk.gemeenteId')
      .leftJoin(
        WijkDraagkrachtEntity,
        'agreed',
        `agreed.id = (SELECT x.id FROM wijk_draagkracht x WHERE x.wijk_id = wijk.id AND x.valid_from <= :today
           AND (x.valid_to IS NULL OR x.valid_to >= :today) ORDER BY x.valid_from DESC LIMIT 1)`,
        { today: this.clock.today() },
      )
      .addSelect('gemeente.name', 'gemeente')
      .addSelect('agreed.points', 'points')
      .addSelect('agreed.maxPlacements', 'maxPlacements')
      .addSelect('agreed.validFrom', 'validFrom')
      .addSelect('agreed.source', 'source')
      .where('wijk.regionId = :regionId', { regionId });
    if (query.gemeente !== undefined) wijken.andWhere('wijk.gemeenteId = :gemeente', { gemeente: query.gemeente });
    if (query.soort !== undefined) wijken.andWhere('wijk.kind = :kind', { kind: query.soort });
    if (query.zoek !== undefined) wijken.andWhere('wijk.name ILIKE :pattern', { pattern: containsPattern(query.zoek) });
    const total = await wijken.getCount();
    orderRows(wijken, WIJK_ORDER[field], direction, ['wijk.name', 'wijk.id']).offset(skip).limit(take);
    const { entities, raw } = await wijken.getRawAndEntities<WijkNames>();
    return pageOf(
      entities.map((wijk, at) => wijkDto(wijk, raw[at]!)),
      total,
      query,
    );
  }

  async doelgroepen(query: DoelgroepQuery): Promise<Page<DoelgroepDto>> {
    const { direction } = orderOf(query.sorteer);
    const [doelgroepen, total] = await this.database.getRepository(DoelgroepEntity).findAndCount({
      order: { name: direction, id: 'ASC' },
      ...window(query),
    });
    const items = doelgroepen.map(({ id, name, veraCode, source }) => ({ id, naam: name, veraCode, bron: source }));
    return pageOf(items, total, query);
  }

  private regionQuery(regionId: string): SelectQueryBuilder<RegionEntity> {
    return this.database
      .createQueryBuilder(RegionEntity, 'region')
      .leftJoin(GemeenteEntity, 'centre', 'centre.id = region.centrumGemeenteId')
      .addSelect('centre.name', 'centrumGemeente')
      .where('region.id = :regionId', { regionId });
  }
}

function regionDto(region: RegionEntity, { centrumGemeente }: RegionNames): RegionDto {
  const { id, name, centrumGemeenteId, timeZone, roundCron, leadTimeDays } = region;
  return {
    id,
    naam: name,
    centrumgemeente:
      centrumGemeenteId === null ? null : { id: centrumGemeenteId, naam: centrumGemeente ?? centrumGemeenteId },
    tijdzone: timeZone,
    rondeRooster: roundCron,
    doorlooptijdDagen: leadTimeDays,
  };
}

function wijkDto(wijk: WijkEntity, names: WijkNames): WijkDto {
  const { points, maxPlacements, validFrom, source } = names;
  const isAgreed = points !== null && validFrom !== null && source !== null;
  return {
    id: wijk.id,
    naam: wijk.name,
    soort: wijk.kind,
    cbsCode: wijk.cbsCode,
    gemeente: { id: wijk.gemeenteId, naam: names.gemeente },
    draagkracht: isAgreed
      ? { punten: points, maxPlaatsingen: maxPlacements, geldigVanaf: validFrom, bron: source }
      : null,
    bron: wijk.source,
    demonstratie: wijk.demonstration,
  };
}
