import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { isIsoDate, type IsoDate } from '../core/time/calendar';
import { AanbiederCapacityEntity } from '../database/entities/aanbieder-capacity.entity';
import { ComplexMixEntity } from '../database/entities/complex-mix.entity';
import { ComplexEntity } from '../database/entities/complex.entity';
import { DoelgroepEntity } from '../database/entities/doelgroep.entity';
import { GemeenteEntity } from '../database/entities/gemeente.entity';
import { HouseholdConsentEntity } from '../database/entities/household-consent.entity';
import { HouseholdExclusionAreaEntity } from '../database/entities/household-exclusion-area.entity';
import { HouseholdMemberEntity } from '../database/entities/household-member.entity';
import { HouseholdRefusalEntity } from '../database/entities/household-refusal.entity';
import { HouseholdWishEntity } from '../database/entities/household-wish.entity';
import { HouseholdEntity } from '../database/entities/household.entity';
import { LotteryDrawEntity } from '../database/entities/lottery-draw.entity';
import { OrganisationEntity } from '../database/entities/organisation.entity';
import { PlacementEntity } from '../database/entities/placement.entity';
import { PolicyEntity } from '../database/entities/policy.entity';
import { PrestatieafspraakEntity } from '../database/entities/prestatieafspraak.entity';
import { RegionEntity } from '../database/entities/region.entity';
import { RentTableEntity } from '../database/entities/rent-table.entity';
import { RetentionTermEntity } from '../database/entities/retention-term.entity';
import { SpreidingQuotaEntity } from '../database/entities/spreiding-quota.entity';
import { UnitAanbiederEntity } from '../database/entities/unit-aanbieder.entity';
import { UnitStatusEventEntity } from '../database/entities/unit-status-event.entity';
import { UnitEntity } from '../database/entities/unit.entity';
import { UrgencyCategoryPeriodEntity } from '../database/entities/urgency-category-period.entity';
import { UrgencyCategoryEntity } from '../database/entities/urgency-category.entity';
import { WorkflowSettingEntity } from '../database/entities/workflow-setting.entity';
import { WijkDraagkrachtEntity } from '../database/entities/wijk-draagkracht.entity';
import { WijkEntity } from '../database/entities/wijk.entity';
import { WorkflowEntity } from '../database/entities/workflow.entity';
import { newLotteryDraw } from '../database/new-lottery-draw';
import { inTransaction, type TransactionActor } from '../database/transaction';
import { buildAgreementRows } from './build-agreement-rows';
import { buildAreaRows } from './build-area-rows';
import { buildClientRows } from './build-client-rows';
import { buildInventoryRows } from './build-inventory-rows';
import { checkRentYears } from './check-rent-years';
import { generateClients } from './generate-clients';
import { readRegionData } from './read-region-data';
import { RegionDataError } from './region-data.error';

export interface LoadRegionOptions {
  /** The day from which relative dates, ages and waiting times count: normally today in Europe/Amsterdam. */
  readonly referenceDate: IsoDate;
  /** Account that loads. Null: the system itself. */
  readonly actor: TransactionActor | null;
}

export interface LoadedRegion {
  readonly regionId: string;
  readonly name: string;
  /** False: the region was there already and nothing has changed. */
  readonly loaded: boolean;
  readonly places: number;
  readonly households: number;
}

/** Rows in one statement; Postgres takes 65,535 parameters at most. */
const ROWS_AT_ONCE = 500;

/**
 * Loads a region from its seed files, with made-up clients, in one transaction: all of it or nothing. A region that is there
 * already stays as it is. Throws `RegionDataError` for data that are not right, before anything is written.
 */
export async function loadRegion(
  dataSource: DataSource,
  regionId: string,
  { referenceDate, actor }: LoadRegionOptions,
): Promise<LoadedRegion> {
  if (!isIsoDate(referenceDate)) throw new RegionDataError([`"${referenceDate}" is geen datum als 2026-11-22.`], null);
  const data = readRegionData(regionId);
  checkRentYears(data, referenceDate);
  const area = buildAreaRows(data, referenceDate);
  const inventory = buildInventoryRows(data, referenceDate);
  const agreements = buildAgreementRows(data, referenceDate);
  const clients = buildClientRows(regionId, generateClients(data, { referenceDate }));

  return inTransaction(
    dataSource,
    async (manager) => {
      // Two processes that start together must not both load.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('woonplek.seed'))`);
      const summary = {
        regionId,
        name: data.region.name,
        places: inventory.units.reduce((sum, { places }) => sum + places, 0),
        households: clients.households.length,
      };
      if (await manager.existsBy(RegionEntity, { id: regionId })) return { ...summary, loaded: false };

      await insert(manager, RegionEntity, [area.region]);
      // The intake of the first round opens with the region.
      await insert(manager, LotteryDrawEntity, [{ ...newLotteryDraw(), regionId }]);
      await insert(manager, OrganisationEntity, area.organisations);
      await insert(manager, GemeenteEntity, area.gemeenten);
      await insertShared(manager, DoelgroepEntity, area.doelgroepen);
      await insertShared(manager, RentTableEntity, area.rentTables);
      await insertShared(manager, UrgencyCategoryEntity, area.urgencyCategories);
      await insert(manager, UrgencyCategoryPeriodEntity, area.urgencyPeriods);
      await insert(manager, RetentionTermEntity, area.retentionTerms);
      await insert(manager, WorkflowSettingEntity, area.workflowSettings);
      await insert(manager, WorkflowEntity, area.workflows);
      await insert(manager, WijkEntity, area.wijken);
      await insert(manager, WijkDraagkrachtEntity, area.wijkDraagkracht);
      await insert(manager, PolicyEntity, [area.policy]);
      await insert(manager, ComplexEntity, inventory.complexes);
      await insert(manager, ComplexMixEntity, inventory.complexMixes);
      await insert(manager, UnitEntity, inventory.units);
      await insert(manager, UnitAanbiederEntity, inventory.unitAanbieders);
      const statusEvents = inventory.unitStatusEvents.map((event) => ({ ...event, actor: actor?.accountId ?? null }));
      await insert(manager, UnitStatusEventEntity, statusEvents);
      await insert(manager, AanbiederCapacityEntity, agreements.aanbiederCapacities);
      await insert(manager, SpreidingQuotaEntity, agreements.spreidingQuotas);
      await insert(manager, PrestatieafspraakEntity, agreements.prestatieafspraken);
      await insert(manager, PlacementEntity, agreements.placements);
      await insert(manager, HouseholdEntity, clients.households);
      await insert(manager, HouseholdMemberEntity, clients.members);
      await insert(manager, HouseholdExclusionAreaEntity, clients.exclusionAreas);
      await insert(manager, HouseholdWishEntity, clients.wishes);
      await insert(manager, HouseholdConsentEntity, clients.consents);
      await insert(manager, HouseholdRefusalEntity, clients.refusals);
      return { ...summary, loaded: true };
    },
    { actor },
  );
}

function batches<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, batch) => rows.slice(batch * ROWS_AT_ONCE, (batch + 1) * ROWS_AT_ONCE));
}

async function insert<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly QueryDeepPartialEntity<T>[],
): Promise<void> {
  for (const batch of batches(rows)) await manager.insert(entity, batch);
}

/** For what regions have in common: what another region brought stays as it is. */
async function insertShared<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly QueryDeepPartialEntity<T>[],
): Promise<void> {
  for (const batch of batches(rows)) {
    await manager.createQueryBuilder().insert().into(entity).values(batch).orIgnore().execute();
  }
}
