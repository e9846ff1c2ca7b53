import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { In } from 'typeorm';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { accessibilities, housingForms, unitStatuses } from '../../core/vocabulary/code-lists';
import { ComplexEntity } from '../../database/entities/complex.entity';
import { DoelgroepEntity } from '../../database/entities/doelgroep.entity';
import { GemeenteEntity } from '../../database/entities/gemeente.entity';
import { OrganisationEntity } from '../../database/entities/organisation.entity';
import { UnitAanbiederEntity } from '../../database/entities/unit-aanbieder.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { WijkEntity } from '../../database/entities/wijk.entity';
import type { UnitDto } from './unit.dto';

/** Columns beside those of the unit itself. */
export interface UnitNames {
  readonly complexName: string | null;
  readonly gemeenteName: string;
  readonly wijkName: string;
  readonly corporatieName: string | null;
  readonly occupied: number;
  /** Stays that have ended. */
  readonly movedOut: number;
  readonly free: number;
}

/** How full each home is: a number that whoever sees the home may know, though not who lives there. */
const TAKEN = '(SELECT * FROM places_taken(:today, ARRAY[:...holding]))';

/** SQL of the places that are free: without resident and without approved proposal, as far as the status lets anyone in. */
export const FREE = `CASE WHEN unit.status = 'available'
  THEN greatest(0, unit.places - coalesce(taken.residents, 0) - coalesce(taken.promised, 0)) ELSE 0 END`;

/** Units of a region with the names and counts that go with them. `today` decides who still lives there. */
export function unitsOf(manager: EntityManager, regionId: string, today: string): SelectQueryBuilder<UnitEntity> {
  return manager
    .createQueryBuilder(UnitEntity, 'unit')
    .innerJoin(GemeenteEntity, 'gemeente', 'gemeente.id = unit.gemeenteId')
    .innerJoin(WijkEntity, 'wijk', 'wijk.id = unit.wijkId')
    .leftJoin(ComplexEntity, 'complex', 'complex.id = unit.complexId')
    .leftJoin(OrganisationEntity, 'corporatie', 'corporatie.id = unit.corporatieId')
    .addSelect('complex.name', 'complexName')
    .addSelect('gemeente.name', 'gemeenteName')
    .addSelect('wijk.name', 'wijkName')
    .addSelect('corporatie.shortName', 'corporatieName')
    .leftJoin(TAKEN, 'taken', 'taken.unit_id = unit.id')
    .addSelect('coalesce(taken.residents, 0)', 'occupied')
    .addSelect('coalesce(taken.moved_out, 0)', 'movedOut')
    .addSelect(FREE, 'free')
    .where('unit.regionId = :regionId', { regionId })
    .setParameters({ today, holding: HOLDING_STATES });
}

/** The answers for these units, with two more queries for all of them together. */
export async function unitDtos(
  manager: EntityManager,
  units: readonly UnitEntity[],
  names: readonly UnitNames[],
): Promise<UnitDto[]> {
  const doelgroepIds = [...new Set(units.flatMap((unit) => unit.doelgroepIds))];
  const doelgroepen = await manager.getRepository(DoelgroepEntity).findBy({ id: In(doelgroepIds) });
  const doelgroepNames = new Map(doelgroepen.map(({ id, name }) => [id, name]));
  const aanbieders = await aanbiedersPerUnit(manager, units);
  return units.map((unit, at) => ({
    ...unitFields(unit, names[at]!),
    doelgroepen: unit.doelgroepIds.map((id) => ({ id, naam: doelgroepNames.get(id) ?? id })),
    aanbieders: aanbieders.get(unit.id) ?? [],
  }));
}

async function aanbiedersPerUnit(
  manager: EntityManager,
  units: readonly UnitEntity[],
): Promise<ReadonlyMap<string, UnitDto['aanbieders']>> {
  if (units.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(UnitAanbiederEntity, 'link')
    .innerJoin(OrganisationEntity, 'organisation', 'organisation.id = link.organisationId')
    .select('link.unitId', 'unitId')
    .addSelect('organisation.id', 'id')
    .addSelect('organisation.shortName', 'naam')
    .where('link.unitId IN (:...ids)', { ids: units.map((unit) => unit.id) })
    .orderBy('organisation.shortName')
    .addOrderBy('organisation.id')
    .getRawMany<{ unitId: string; id: string; naam: string }>();
  const perUnit = new Map<string, UnitDto['aanbieders']>();
  for (const { unitId, id, naam } of rows) perUnit.set(unitId, [...(perUnit.get(unitId) ?? []), { id, naam }]);
  return perUnit;
}

function unitFields(unit: UnitEntity, names: UnitNames): Omit<UnitDto, 'doelgroepen' | 'aanbieders'> {
  const reference = (id: string | null, naam: string | null) => (id === null ? null : { id, naam: naam ?? id });
  return {
    id: unit.id,
    code: unit.code,
    naam: unit.name,
    complex: reference(unit.complexId, names.complexName),
    gemeente: { id: unit.gemeenteId, naam: names.gemeenteName },
    wijk: { id: unit.wijkId, naam: names.wijkName },
    corporatie: reference(unit.corporatieId, names.corporatieName),
    programma: unit.programme,
    woonvorm: housingForms.toPublic(unit.housingForm),
    plaatsen: unit.places,
    plaatsenVrij: names.free,
    plaatsenBezet: names.occupied,
    leeftijdVanaf: unit.ageFrom,
    leeftijdTot: unit.ageBelow,
    slaapkamers: unit.bedrooms,
    maxPersonen: unit.maxPersons,
    kinderenToegestaan: unit.childrenAllowed,
    huisdierenToegestaan: unit.petsAllowed,
    toegankelijkheid: unit.accessibility === null ? null : accessibilities.named(unit.accessibility),
    huurCent: unit.rentCents,
    zelfstandig: unit.selfContained,
    beschikbaarVanaf: unit.availableFrom,
    beschikbaarTot: unit.availableUntil,
    maxVerblijfMaanden: unit.maxStayMonths,
    housingFirst: unit.housingFirst,
    status: {
      ...unitStatuses.named(unit.status),
      reden: unit.statusReason,
      vanaf: unit.statusFrom,
      tot: unit.statusUntil,
    },
    bron: unit.source,
    geldigVanaf: unit.validFrom,
    geldigTot: unit.validTo,
    demonstratie: unit.demonstration,
    versie: unit.version,
  };
}
