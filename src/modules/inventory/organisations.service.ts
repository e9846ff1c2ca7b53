import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { supportLevels } from '../../core/vocabulary/code-lists';
import { containsPattern } from '../../database/contains-pattern';
import { AanbiederCapacityEntity } from '../../database/entities/aanbieder-capacity.entity';
import { GemeenteEntity } from '../../database/entities/gemeente.entity';
import { OrganisationEntity, type OrganisationKind } from '../../database/entities/organisation.entity';
import { orderRows } from '../../database/order-rows';
import { Clock } from '../../platform/clock';
import { orderOf, pageOf, window, type Page } from '../../platform/http/page';
import type {
  AanbiederDto,
  AanbiederQuery,
  CorporatieDto,
  CorporatieQuery,
  OrganisationDto,
  OrganisationQuery,
} from './organisation.dto';

const UNITS_OF_CORPORATIE = '(SELECT count(*)::int FROM unit u WHERE u.corporatie_id = organisation.id)';
const ORGANISATION_ORDER = { naam: 'organisation.name', soort: 'organisation.kind' } as const;
const CORPORATIE_ORDER = { naam: 'organisation.name', aantalWooneenheden: UNITS_OF_CORPORATIE } as const;

/** The organisations of a region: corporaties that own homes, aanbieders that guide residents, gemeenten, the region itself. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async all(regionId: string, query: OrganisationQuery): Promise<Page<OrganisationDto>> {
    const { field, direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const organisations = this.ofRegion(regionId, query.zoek);
    if (query.soort !== undefined) organisations.andWhere('organisation.kind = :kind', { kind: query.soort });
    const total = await organisations.getCount();
    orderRows(organisations, ORGANISATION_ORDER[field], direction, ['organisation.id']).offset(skip).limit(take);
    const items = (await organisations.getMany()).map(({ id, name, shortName, kind }) => ({
      id,
      naam: name,
      korteNaam: shortName,
      soort: kind,
    }));
    return pageOf(items, total, query);
  }

  async corporaties(regionId: string, query: CorporatieQuery): Promise<Page<CorporatieDto>> {
    const { field, direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const corporaties = this.ofKind('corporatie', regionId, query.zoek).addSelect(UNITS_OF_CORPORATIE, 'units');
    const total = await corporaties.getCount();
    orderRows(corporaties, CORPORATIE_ORDER[field], direction, ['organisation.id']).offset(skip).limit(take);
    const { entities, raw } = await corporaties.getRawAndEntities<{ units: number }>();
    const items = entities.map((each, at) => ({ ...organisationDto(each), aantalWooneenheden: raw[at]!.units }));
    return pageOf(items, total, query);
  }

  async aanbieders(regionId: string, query: AanbiederQuery): Promise<Page<AanbiederDto>> {
    const { direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const aanbieders = this.ofKind('aanbieder', regionId, query.zoek).leftJoin(
      AanbiederCapacityEntity,
      'capacity',
      `capacity.id = (SELECT x.id FROM aanbieder_capacity x WHERE x.organisation_id = organisation.id
         AND x.valid_from <= :today AND (x.valid_to IS NULL OR x.valid_to >= :today)
         ORDER BY x.valid_from DESC LIMIT 1)`,
      { today: this.clock.today() },
    );
    if (query.gemeente !== undefined) {
      aanbieders.andWhere(':gemeente = ANY (capacity.gemeenteIds)', { gemeente: query.gemeente });
    }
    const total = await aanbieders.getCount();
    aanbieders.addSelect('capacity.id', 'capacityId');
    orderRows(aanbieders, 'organisation.name', direction, ['organisation.id']).offset(skip).limit(take);
    const { entities, raw } = await aanbieders.getRawAndEntities<{ capacityId: string | null }>();
    const capacities = await this.capacities(raw.flatMap(({ capacityId }) => capacityId ?? []));
    const items = entities.map((each, at) => ({
      ...organisationDto(each),
      capaciteit: capacities.get(raw[at]!.capacityId ?? '') ?? null,
    }));
    return pageOf(items, total, query);
  }

  private ofKind(kind: OrganisationKind, regionId: string, search: string | undefined) {
    return this.ofRegion(regionId, search).andWhere('organisation.kind = :kind', { kind });
  }

  private ofRegion(regionId: string, search: string | undefined) {
    const organisations = this.database
      .createQueryBuilder(OrganisationEntity, 'organisation')
      .where('organisation.regionId = :regionId', { regionId });
    if (search !== undefined) {
      organisations.andWhere('(organisation.name ILIKE :pattern OR organisation.shortName ILIKE :pattern)', {
        pattern: containsPattern(search),
      });
    }
    return organisations;
  }

  private async capacities(ids: readonly string[]): Promise<Map<string, NonNullable<AanbiederDto['capaciteit']>>> {
    const capacities = await this.database.getRepository(AanbiederCapacityEntity).findBy({ id: In([...ids]) });
    const gemeenteIds = [...new Set(capacities.flatMap((each) => each.gemeenteIds))];
    const gemeenten = await this.database.getRepository(GemeenteEntity).findBy({ id: In(gemeenteIds) });
    const names = new Map(gemeenten.map(({ id, name }) => [id, name]));
    return new Map(
      capacities.map((each) => [
        each.id,
        {
          gemeenten: each.gemeenteIds.map((id) => ({ id, naam: names.get(id) ?? id })),
          hoogsteNiveau: supportLevels.named(each.maxSupportLevel),
          urenPerWeek: each.guidanceHours,
          geldigVanaf: each.validFrom,
          geldigTot: each.validTo,
          bron: each.source,
          demonstratie: each.demonstration,
        },
      ]),
    );
  }
}

function organisationDto({ id, name, shortName, source, demonstration }: OrganisationEntity) {
  return { id, naam: name, korteNaam: shortName, bron: source, demonstratie: demonstration };
}
