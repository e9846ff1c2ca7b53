import type { IsoDate } from '../core/time/calendar';
import type { ComplexMixEntity } from '../database/entities/complex-mix.entity';
import type { ComplexEntity } from '../database/entities/complex.entity';
import type { UnitAanbiederEntity } from '../database/entities/unit-aanbieder.entity';
import type { ActedAsColumns } from '../database/entities/acted-as.columns';
import type { UnitStatusEventEntity } from '../database/entities/unit-status-event.entity';
import type { UnitEntity } from '../database/entities/unit.entity';
import type { RegionData, SeedUnit } from './region-data.schema';
import type { Row } from './row';
import { dateOfSeed } from './seed-date';
import { seedId } from './seed-id';

export interface InventoryRows {
  readonly complexes: readonly Row<ComplexEntity>[];
  readonly complexMixes: readonly Row<ComplexMixEntity>[];
  readonly units: readonly Row<UnitEntity>[];
  readonly unitAanbieders: readonly Row<UnitAanbiederEntity>[];
  readonly unitStatusEvents: readonly Omit<UnitStatusEventEntity, 'at' | 'actor' | keyof ActedAsColumns>[];
}

interface Location {
  readonly complexId: string | null;
  readonly gemeenteId: string;
  readonly wijkId: string;
}

/** The homes of a region: complexes with their groups of places, and single homes. */
export function buildInventoryRows(data: RegionData, referenceDate: IsoDate): InventoryRows {
  const regionId = data.region.id;
  const organisationId = (code: string): string => seedId(regionId, 'organisation', code);
  const regioOrganisation = data.organisations.find(({ kind }) => kind === 'regio')?.code ?? '';
  const ownerOf = (unit: SeedUnit): string =>
    organisationId(unit.corporatie ?? unit.aanbieders[0] ?? regioOrganisation);

  const located: readonly { readonly unit: SeedUnit; readonly location: Location }[] = [
    ...data.complexes.flatMap(({ code, gemeenteId, wijkId, units }) =>
      units.map((unit) => ({ unit, location: { complexId: seedId(regionId, 'complex', code), gemeenteId, wijkId } })),
    ),
    ...data.homes.map(({ gemeenteId, wijkId, ...unit }) => ({
      unit,
      location: { complexId: null, gemeenteId, wijkId },
    })),
  ];

  const unitRow = (unit: SeedUnit, location: Location): Row<UnitEntity> => {
    const { corporatie, aanbieders: _, availableFrom, availableUntil, statusFrom, statusUntil, ...same } = unit;
    const from = dateOfSeed(availableFrom, referenceDate);
    return {
      ...same,
      ...location,
      id: seedId(regionId, 'unit', unit.code),
      regionId,
      ownerOrganisationId: ownerOf(unit),
      corporatieId: corporatie === null ? null : organisationId(corporatie),
      availableFrom: from,
      availableUntil: dateOfSeed(availableUntil, referenceDate),
      statusFrom: dateOfSeed(statusFrom, referenceDate) ?? (from <= referenceDate ? from : referenceDate),
      statusUntil: dateOfSeed(statusUntil, referenceDate),
    };
  };
  const units = located.map(({ unit, location }) => unitRow(unit, location));

  return {
    complexes: data.complexes.map(({ units: _units, mixes: _mixes, owner, ...complex }) => ({
      ...complex,
      id: seedId(regionId, 'complex', complex.code),
      regionId,
      ownerOrganisationId: organisationId(owner),
    })),
    complexMixes: data.complexes.flatMap((complex) =>
      complex.mixes.map(({ code, ...mix }) => ({
        ...mix,
        id: seedId(regionId, 'complex-mix', complex.code, code),
        complexId: seedId(regionId, 'complex', complex.code),
        regionId,
        ownerOrganisationId: organisationId(complex.owner),
      })),
    ),
    units,
    unitAanbieders: located.flatMap(({ unit }) =>
      unit.aanbieders.map((aanbieder) => ({
        unitId: seedId(regionId, 'unit', unit.code),
        organisationId: organisationId(aanbieder),
        regionId,
        ownerOrganisationId: ownerOf(unit),
      })),
    ),
    unitStatusEvents: units.map((unit) => ({
      id: seedId(regionId, 'unit-status-event', unit.code),
      unitId: unit.id,
      regionId,
      ownerOrganisationId: unit.ownerOrganisationId,
      from: null,
      to: unit.status,
      reason: unit.statusReason,
      effectiveFrom: unit.statusFrom,
      effectiveUntil: unit.statusUntil,
    })),
  };
}
