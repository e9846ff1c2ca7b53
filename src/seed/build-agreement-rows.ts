import { addDays, type IsoDate } from '../core/time/calendar';
import type { AanbiederCapacityEntity } from '../database/entities/aanbieder-capacity.entity';
import type { PlacementEntity } from '../database/entities/placement.entity';
import type { PrestatieafspraakEntity } from '../database/entities/prestatieafspraak.entity';
import type { SpreidingQuotaEntity } from '../database/entities/spreiding-quota.entity';
import { halfYearOf } from './half-year';
import type { RegionData } from './region-data.schema';
import { RegionDataError } from './region-data.error';
import type { Row } from './row';
import { dateOfSeed, placementStartOf } from './seed-date';
import { seedId } from './seed-id';

export interface AgreementRows {
  readonly aanbiederCapacities: readonly Row<AanbiederCapacityEntity>[];
  readonly spreidingQuotas: readonly Row<SpreidingQuotaEntity>[];
  readonly prestatieafspraken: readonly Row<PrestatieafspraakEntity>[];
  readonly placements: readonly Row<PlacementEntity>[];
}

/** What was agreed for this half year and the next, for this year and the next, and what was realised before. */
export function buildAgreementRows(data: RegionData, referenceDate: IsoDate): AgreementRows {
  const regionId = data.region.id;
  const organisationId = (code: string): string => seedId(regionId, 'organisation', code);
  const organisationOfGemeente = new Map(data.gemeenten.map((gemeente) => [gemeente.id, gemeente.organisation]));
  const ownerGemeente = (id: string): string => organisationId(organisationOfGemeente.get(id) ?? id);
  const thisHalf = halfYearOf(referenceDate);
  const nextHalf = halfYearOf(addDays(thisHalf.to, 1));
  const year = Number(referenceDate.slice(0, 4));
  const units = new Map(
    [
      ...data.complexes.flatMap((complex) =>
        complex.units.map((unit) => ({ unit, gemeenteId: complex.gemeenteId, wijkId: complex.wijkId })),
      ),
      ...data.homes.map((home) => ({ unit: home, gemeenteId: home.gemeenteId, wijkId: home.wijkId })),
    ].map((located) => [located.unit.code, located]),
  );

  return {
    aanbiederCapacities: data.aanbiederCapacities.map(({ organisation, ...capacity }) => ({
      ...capacity,
      id: seedId(regionId, 'aanbieder-capacity', organisation),
      organisationId: organisationId(organisation),
      regionId,
      ownerOrganisationId: organisationId(organisation),
      validFrom: `${year}-01-01`,
      validTo: null,
    })),
    spreidingQuotas: [thisHalf, nextHalf].flatMap((period) =>
      data.spreidingQuotas.map((quota) => ({
        ...quota,
        id: seedId(regionId, 'spreiding-quota', period.from, quota.gemeenteId, quota.doelgroepId ?? ''),
        regionId,
        ownerOrganisationId: ownerGemeente(quota.gemeenteId),
        periodFrom: period.from,
        periodTo: period.to,
      })),
    ),
    prestatieafspraken: [year, year + 1].flatMap((agreedYear) =>
      data.prestatieafspraken.map(({ corporatie, ...agreement }) => ({
        ...agreement,
        id: seedId(
          regionId,
          'prestatieafspraak',
          String(agreedYear),
          corporatie,
          agreement.gemeenteId,
          agreement.doelgroepId ?? '',
        ),
        regionId,
        ownerOrganisationId: organisationId(corporatie),
        year: agreedYear,
      })),
    ),
    placements: data.placements.map(({ unit: code, aanbieder, start, end, ...placement }, position) => {
      const located = units.get(code);
      if (located === undefined) throw new RegionDataError([`plaatsing in onbekende wooneenheid ${code}`]);
      return {
        ...placement,
        id: seedId(regionId, 'placement', String(position)),
        regionId,
        ownerOrganisationId: organisationId(located.unit.corporatie ?? aanbieder),
        unitId: seedId(regionId, 'unit', code),
        householdId: null,
        gemeenteId: located.gemeenteId,
        wijkId: located.wijkId,
        aanbiederOrganisationId: organisationId(aanbieder),
        startDate: placementStartOf(start, referenceDate),
        endDate: dateOfSeed(end, referenceDate),
        ...{
          state: 'lopend',
          proposalId: null,
          previousPlacementId: null,
          counts: true,
          weighsSince: null,
          contract: null,
        },
        source: data.placementSource,
        demonstration: true,
      };
    }),
  };
}
