import { Injectable } from '@nestjs/common';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { supportLevels } from '../../core/vocabulary/code-lists';
import { actingAs, systemOf } from '../../database/acting';
import { containsPattern } from '../../database/contains-pattern';
import { ComplexMixEntity } from '../../database/entities/complex-mix.entity';
import { ComplexEntity } from '../../database/entities/complex.entity';
import { DoelgroepEntity } from '../../database/entities/doelgroep.entity';
import { GemeenteEntity } from '../../database/entities/gemeente.entity';
import { WijkEntity } from '../../database/entities/wijk.entity';
import { orderRows } from '../../database/order-rows';
import { Clock } from '../../platform/clock';
import { orderOf, pageOf, window, type Page } from '../../platform/http/page';
import { notFound } from '../../platform/http/problem';
import { PlacementLoadService } from '../monitor/placement-load.service';
import type { ComplexDetailDto, ComplexDto, ComplexQuery } from './complex.dto';
import { type UnitNames, unitsOf } from './unit.queries';

interface ComplexNames {
  readonly gemeenteName: string;
  readonly wijkName: string;
  readonly places: number;
  readonly units: number;
}

const PLACES = '(SELECT coalesce(sum(u.places), 0)::int FROM unit u WHERE u.complex_id = complex.id)';
const UNITS = '(SELECT count(*)::int FROM unit u WHERE u.complex_id = complex.id)';
const ORDER = { naam: 'complex.name', code: 'complex.code', gemeente: 'gemeente.name', plaatsen: PLACES } as const;

/** Buildings or groups of homes that belong together. */
@Injectable()
export class ComplexesService {
  constructor(
    private readonly database: DataSource,
    private readonly placements: PlacementLoadService,
    private readonly clock: Clock,
  ) {}

  async list(regionId: string, query: ComplexQuery): Promise<Page<ComplexDto>> {
    const { field, direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const complexes = this.complexesOf(regionId);
    const { gemeente, wijk, zoek } = query;
    if (gemeente !== undefined) complexes.andWhere('complex.gemeenteId = :gemeente', { gemeente });
    if (wijk !== undefined) complexes.andWhere('complex.wijkId = :wijk', { wijk });
    if (zoek !== undefined) {
      complexes.andWhere('(complex.name ILIKE :pattern OR complex.code ILIKE :pattern)', {
        pattern: containsPattern(zoek),
      });
    }
    const total = await complexes.getCount();
    orderRows(complexes, ORDER[field], direction, ['complex.code', 'complex.id']).offset(skip).limit(take);
    const { entities, raw } = await complexes.getRawAndEntities<ComplexNames>();
    return pageOf(
      entities.map((complex, at) => complexDto(complex, raw[at]!)),
      total,
      query,
    );
  }

  async detail(regionId: string, id: string): Promise<ComplexDetailDto> {
    const { entities, raw } = await this.complexesOf(regionId)
      .andWhere('complex.id = :id', { id })
      .getRawAndEntities<ComplexNames>();
    const [complex] = entities;
    if (complex === undefined) throw notFound('complex', id);
    const units = await unitsOf(this.database.manager, regionId, this.clock.today())
      .andWhere('unit.complexId = :id', { id })
      .orderBy('unit.code')
      .getRawAndEntities<UnitNames>();
    return {
      ...complexDto(complex, raw[0]!),
      doel: complex.goal,
      instroom: complex.inflowSources,
      overigeRuimten: complex.nonResidentialRooms.map(({ kind, count }) => ({ soort: kind, aantal: count })),
      toelichting: complex.note,
      mix: await this.mixes(complex),
      eenheden: units.entities.map((unit, at) => ({
        id: unit.id,
        code: unit.code,
        naam: unit.name,
        plaatsen: unit.places,
        plaatsenVrij: units.raw[at]!.free,
      })),
    };
  }

  private async mixes(complex: ComplexEntity): Promise<ComplexDetailDto['mix']> {
    const { manager } = this.database;
    const mixes = await manager.getRepository(ComplexMixEntity).find({
      where: { complexId: complex.id },
      order: { name: 'ASC' },
    });
    // A number of the whole complex, also for who may not see who lives there.
    const occupied = await actingAs(systemOf(complex.regionId), () =>
      this.placements.occupiedPerMix(manager, complex.regionId, this.clock.today()),
    );
    const doelgroepIds = [...new Set(mixes.flatMap((mix) => mix.doelgroepIds))];
    const doelgroepen = await manager.getRepository(DoelgroepEntity).findBy({ id: In(doelgroepIds) });
    const names = new Map(doelgroepen.map(({ id, name }) => [id, name]));
    return mixes.map((mix) => ({
      id: mix.id,
      naam: mix.name,
      doelgroepen: mix.doelgroepIds.map((id) => ({ id, naam: names.get(id) ?? id })),
      vanafNiveau: supportLevels.named(mix.minSupportLevel),
      hoogstens: mix.max,
      bezet: occupied.get(mix.id) ?? 0,
      bron: mix.source,
    }));
  }

  private complexesOf(regionId: string): SelectQueryBuilder<ComplexEntity> {
    return this.database
      .createQueryBuilder(ComplexEntity, 'complex')
      .innerJoin(GemeenteEntity, 'gemeente', 'gemeente.id = complex.gemeenteId')
      .innerJoin(WijkEntity, 'wijk', 'wijk.id = complex.wijkId')
      .addSelect('gemeente.name', 'gemeenteName')
      .addSelect('wijk.name', 'wijkName')
      .addSelect(PLACES, 'places')
      .addSelect(UNITS, 'units')
      .where('complex.regionId = :regionId', { regionId });
  }
}

function complexDto(complex: ComplexEntity, names: ComplexNames): ComplexDto {
  return {
    id: complex.id,
    code: complex.code,
    naam: complex.name,
    gemeente: { id: complex.gemeenteId, naam: names.gemeenteName },
    wijk: { id: complex.wijkId, naam: names.wijkName },
    programma: complex.programme,
    plaatsen: names.places,
    wooneenheden: names.units,
    bron: complex.source,
    geldigVanaf: complex.validFrom,
    geldigTot: complex.validTo,
    demonstratie: complex.demonstration,
  };
}
