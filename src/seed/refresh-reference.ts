import { In, Not, type DataSource } from 'typeorm';
import { isIsoDate } from '../core/time/calendar';
import { AanbiederCapacityEntity } from '../database/entities/aanbieder-capacity.entity';
import { PrestatieafspraakEntity } from '../database/entities/prestatieafspraak.entity';
import { RegionEntity } from '../database/entities/region.entity';
import { WorkflowSettingEntity } from '../database/entities/workflow-setting.entity';
import { RetentionTermEntity } from '../database/entities/retention-term.entity';
import { RentTableEntity } from '../database/entities/rent-table.entity';
import { SpreidingQuotaEntity } from '../database/entities/spreiding-quota.entity';
import { UrgencyCategoryPeriodEntity } from '../database/entities/urgency-category-period.entity';
import { UrgencyCategoryEntity } from '../database/entities/urgency-category.entity';
import { WijkDraagkrachtEntity } from '../database/entities/wijk-draagkracht.entity';
import { WorkflowEntity } from '../database/entities/workflow.entity';
import { inTransaction } from '../database/transaction';
import { buildAgreementRows } from './build-agreement-rows';
import { buildAreaRows } from './build-area-rows';
import { checkRentYears } from './check-rent-years';
import type { LoadRegionOptions } from './load-region';
import { readRegionData } from './read-region-data';
import { refreshValidity } from './refresh-validity';
import { RegionDataError } from './region-data.error';
import { requireKnown } from './require-known';
import { seedId } from './seed-id';

export interface RefreshedReference {
  readonly name: string;
  readonly rentTables: number;
  readonly spreidingQuotas: number;
  readonly prestatieafspraken: number;
  readonly urgencyCategories: number;
  /** Agreements about draagkracht that began or ended. */
  readonly changedDraagkracht: number;
  /** Guidance capacities that began or ended. */
  readonly changedCapacities: number;
}

/**
 * Brings the reference data of a loaded region to what its seed files say: rent tables by year, the spreiding and
 * prestatieafspraken of the periods around the reference date, urgency categories with their periods, retention terms, what
 * was agreed about refusals and soft landings, and draagkracht and
 * guidance capacity from the reference date on. Rows of other years and periods stay, as do urgency categories that the files
 * do not name, clients, homes, placements and rounds. A second time changes nothing. Throws `RegionDataError` before anything
 * is written.
 */
export async function refreshReference(
  dataSource: DataSource,
  regionId: string,
  { referenceDate, actor }: LoadRegionOptions,
): Promise<RefreshedReference> {
  if (!isIsoDate(referenceDate)) throw new RegionDataError([`"${referenceDate}" is geen datum als 2026-11-22.`], null);
  const data = readRegionData(regionId);
  checkRentYears(data, referenceDate);
  const {
    rentTables,
    urgencyCategories,
    urgencyPeriods,
    retentionTerms,
    wijkDraagkracht,
    workflowSettings,
    workflows,
  } = buildAreaRows(data, referenceDate);
  const { spreidingQuotas, prestatieafspraken, aanbiederCapacities } = buildAgreementRows(data, referenceDate);
  return inTransaction(
    dataSource,
    async (manager) => {
      if (!(await manager.existsBy(RegionEntity, { id: regionId }))) {
        throw new RegionDataError(
          [`${data.region.name} is nog niet geladen. Laad de regio eerst, zonder --reference.`],
          null,
        );
      }
      await requireKnown(manager, data);
      const changed = { skipUpdateIfNoValuesChanged: true };
      await manager.upsert(RentTableEntity, [...rentTables], { conflictPaths: ['year'], ...changed });
      await manager.upsert(SpreidingQuotaEntity, [...spreidingQuotas], { conflictPaths: ['id'], ...changed });
      await manager.upsert(PrestatieafspraakEntity, [...prestatieafspraken], { conflictPaths: ['id'], ...changed });
      await manager.upsert(UrgencyCategoryEntity, [...urgencyCategories], { conflictPaths: ['id'], ...changed });
      // The files are the whole truth about the categories that they name: a postponed law must not begin on its old day.
      await manager.delete(UrgencyCategoryPeriodEntity, {
        regionId,
        categoryId: In(urgencyCategories.map(({ id }) => id)),
        id: Not(In(urgencyPeriods.map(({ id }) => id))),
      });
      await manager.upsert(UrgencyCategoryPeriodEntity, [...urgencyPeriods], { conflictPaths: ['id'], ...changed });
      // Terms are never changed: one that the files add is added, what the region decided itself stays.
      await manager
        .createQueryBuilder()
        .insert()
        .into(RetentionTermEntity)
        .values([...retentionTerms])
        .orIgnore()
        .execute();
      // Running cases refer to a version, so a version is never changed either.
      await manager
        .createQueryBuilder()
        .insert()
        .into(WorkflowSettingEntity)
        .values([...workflowSettings])
        .orIgnore()
        .execute();
      // Nor is a version of a workflow: cases run by it.
      await manager
        .createQueryBuilder()
        .insert()
        .into(WorkflowEntity)
        .values([...workflows])
        .orIgnore()
        .execute();
      return {
        name: data.region.name,
        rentTables: rentTables.length,
        spreidingQuotas: spreidingQuotas.length,
        prestatieafspraken: prestatieafspraken.length,
        urgencyCategories: urgencyCategories.length,
        changedDraagkracht: await refreshValidity(
          manager,
          {
            entity: WijkDraagkrachtEntity,
            subject: 'wijkId',
            agreed: ['points', 'maxPlacements'],
            idOf: (wijkId, validFrom) => seedId(regionId, 'wijk-draagkracht', wijkId, validFrom),
          },
          regionId,
          wijkDraagkracht,
          referenceDate,
        ),
        changedCapacities: await refreshValidity(
          manager,
          {
            entity: AanbiederCapacityEntity,
            subject: 'organisationId',
            agreed: ['gemeenteIds', 'maxSupportLevel', 'guidanceHours'],
            idOf: (organisationId, validFrom) => seedId(regionId, 'aanbieder-capacity', organisationId, validFrom),
          },
          regionId,
          aanbiederCapacities,
          referenceDate,
        ),
      };
    },
    { actor },
  );
}
