import { Injectable } from '@nestjs/common';
import { In, LessThan, LessThanOrEqual, type EntityManager } from 'typeorm';
import type { PairReference, Policy, Problem, RentTable } from '../../core/matching/problem';
import { fadeWeeksOf } from '../../core/quotas/fade-weeks-of';
import { addDays, daysBetween, laterOf, type IsoDate } from '../../core/time/calendar';
import { HouseholdConsentEntity } from '../../database/entities/household-consent.entity';
import { HouseholdExclusionAreaEntity } from '../../database/entities/household-exclusion-area.entity';
import { HouseholdMemberEntity } from '../../database/entities/household-member.entity';
import { HouseholdRefusalEntity } from '../../database/entities/household-refusal.entity';
import { HouseholdWishEntity } from '../../database/entities/household-wish.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import type { OrganisationEntity } from '../../database/entities/organisation.entity';
import { PolicyEntity } from '../../database/entities/policy.entity';
import type { RecordedColumns } from '../../database/entities/recorded.columns';
import { RegionEntity } from '../../database/entities/region.entity';
import type { RentTableEntity } from '../../database/entities/rent-table.entity';
import { UnitAanbiederEntity } from '../../database/entities/unit-aanbieder.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { readOpenRestrictions } from '../../database/open-restrictions';
import { readUrgencyCategories } from '../../database/read-urgency-categories';
import { conflict, notFound } from '../../platform/http/problem';
import { PlacementLoadService } from '../monitor/placement-load.service';
import { assembleHouseholds } from './snapshot/assemble-households';
import { assembleAanbieders, assembleAgreements, assembleSpreiding, assembleWijken } from './snapshot/assemble-quotas';
import { assembleComplexes, assembleUnits } from './snapshot/assemble-units';
import { apartFromPromised, assembleGroups } from './snapshot/assemble-groups';
import { policyForHomes } from './snapshot/policy-for-homes';
import { readGuideOrder, type GuideOrder } from './snapshot/guide-order';
import { readOrganisations } from './snapshot/organisations';
import { readPassedOver } from './snapshot/passed-over';
import { readPairDecisions, readPromises } from './snapshot/pair-rows';
import type { HomePromise } from './snapshot/promise';
import { readRegionRows, validOn, type RegionRows } from './snapshot/region-rows';

type RentTableColumns = Omit<RentTableEntity, keyof RecordedColumns | 'demonstration'>;

export interface SnapshotRequest {
  readonly regionId: string;
  readonly asOf: IsoDate;
  readonly seed: string;
  /**
   * Only this household and this unit, whatever their status, with every quota as it stands. For the check of one pair on
   * today's data. Without it: everybody who waits and whose data may be used, and every home with a free place.
   */
  readonly pair?: PairReference;
  /**
   * The proposal that this pair was promised its home by. Its promise takes no place and counts in no agreement, so that it
   * does not stand in its own way, and the pair starts on the day that was promised, or today when that has passed.
   */
  readonly promise?: { readonly proposalId: string; readonly start: IsoDate };
}

/**
 * Reads the facts of a region as one core `Problem`. Run it in a transaction of isolation REPEATABLE READ for a round, so
 * that all tables show the same moment. Every list has a fixed order: equal facts give equal bytes.
 */
@Injectable()
export class SnapshotService {
  constructor(private readonly placements: PlacementLoadService) {}

  async read(manager: EntityManager, request: SnapshotRequest): Promise<Problem> {
    const { regionId, asOf, seed, pair, promise } = request;
    const region = await manager.findOneBy(RegionEntity, { id: regionId });
    if (region === null) throw notFound('regio', regionId);
    const policy = startingOn(await this.policyOn(manager, region, asOf), asOf, promise?.start);
    const firstStart = addDays(asOf, policy.leadTimeDays);

    const inGuideOrder = await readGuideOrder(manager, regionId, firstStart);
    const promises = await readPromises(manager, regionId, inGuideOrder, promise?.proposalId);
    const promised = new Set(promises.map(({ householdId }) => householdId));
    const households = (await this.households(manager, request, policy)).filter(({ id }) => pair || !promised.has(id));
    const units = (await this.units(manager, request, promises, inGuideOrder)).filter(
      ({ freePlaces }) => pair || freePlaces > 0,
    );
    const lastStart = units.reduce((last, { availableFrom }) => laterOf(last, availableFrom), firstStart);
    const rows = await readRegionRows(manager, regionId, firstStart, lastStart);
    const organisations = await readOrganisations(manager, regionId, households, units);
    const decisions = await readPairDecisions(manager, regionId, asOf);
    const ofRound = pairsWithin(households, units);
    return {
      format: 'woonplek-problem/1',
      region: { id: region.id, name: region.name },
      asOf,
      seed,
      policy: policyForHomes(policy, units, rows.complexes),
      ...assembleGroups(region.facts, households),
      doelgroepen: rows.doelgroepen.map(({ id, name }) => ({ id, name })),
      gemeenten: rows.gemeenten.map(({ id, name }) => ({ id, name })),
      ...(await this.standing(manager, regionId, asOf, policy, rows, promises, organisations.aanbieders)),
      corporaties: organisations.corporaties.map(({ id, name, facts }) => ({ ...facts, id, name })),
      units,
      households: apartFromPromised(region.facts, households, promises, asOf),
      rentTables: rows.rentTables.map(
        ({ createdAt: _, createdBy: __, updatedAt: ___, updatedBy: ____, demonstration: _____, ...table }) =>
          withoutNulls(table),
      ),
      pins: decisions.pins.filter(ofRound),
      bans: decisions.bans.filter(ofRound),
      exceptions: decisions.exceptions.filter(ofRound),
      previousMatches: decisions.open.filter(ofRound),
    };
  }

  /** The policy that holds on a day; its row knows the id, version and first day, whatever the document says. */
  private async policyOn(manager: EntityManager, region: RegionEntity, day: IsoDate): Promise<Policy> {
    const row = await manager.findOne(PolicyEntity, {
      where: { regionId: region.id, ...validOn(day) },
      order: { validFrom: 'DESC', createdAt: 'DESC', version: 'DESC' },
    });
    if (row !== null) return { ...row.document, id: row.id, version: row.version, validFrom: row.validFrom };
    throw conflict(
      'geen-beleid',
      'Geen beleid',
      `Voor ${region.name} geldt op ${day} geen beleid. Stel eerst beleid vast.`,
    );
  }

  private async households(manager: EntityManager, { regionId, asOf, pair }: SnapshotRequest, policy: Policy) {
    const found = await manager.find(HouseholdEntity, {
      // A pause with a last day is over by itself.
      where: pair
        ? { regionId, id: pair.householdId }
        : [
            { regionId, status: 'waiting' },
            { regionId, status: 'paused', pausedUntil: LessThan(asOf) },
          ],
      order: { id: 'ASC' },
    });
    const restricted = await readOpenRestrictions(manager, { regionId });
    const households = found.filter(({ id }) => pair || !restricted.has(id));
    const where = { householdId: In(households.map(({ id }) => id)) };
    return assembleHouseholds(
      {
        households,
        members: await manager.find(HouseholdMemberEntity, { where, order: { position: 'ASC' } }),
        exclusionAreas: await manager.find(HouseholdExclusionAreaEntity, { where, order: { id: 'ASC' } }),
        wishes: await manager.find(HouseholdWishEntity, { where, order: { kind: 'ASC', value: 'ASC' } }),
        refusals: await manager.find(HouseholdRefusalEntity, { where, order: { id: 'ASC' } }),
        consents: await manager.find(HouseholdConsentEntity, { where, order: { id: 'ASC' } }),
        urgencyCategories: await readUrgencyCategories(manager, regionId, asOf),
        passedOver: await readPassedOver(manager, regionId, policy),
      },
      asOf,
    );
  }

  private async units(
    manager: EntityManager,
    { regionId, asOf, pair }: SnapshotRequest,
    promises: readonly HomePromise[],
    inGuideOrder: GuideOrder,
  ) {
    const units = await manager.find(UnitEntity, {
      where: pair
        ? { regionId, id: pair.unitId }
        : { regionId, status: 'available', statusFrom: LessThanOrEqual(asOf), ...validOn(asOf) },
      order: { id: 'ASC' },
    });
    const aanbieders = await manager.find(UnitAanbiederEntity, { where: { unitId: In(units.map(({ id }) => id)) } });
    const occupied = await this.placements.occupancyPerUnit(manager, regionId, asOf);
    return assembleUnits(units, aanbieders, occupied, promises, inGuideOrder);
  }

  /** Everything that earlier placements and promises use up. */
  private async standing(
    manager: EntityManager,
    regionId: string,
    asOf: IsoDate,
    policy: Policy,
    rows: RegionRows,
    promises: readonly HomePromise[],
    aanbieders: readonly OrganisationEntity[],
  ) {
    const firstStart = addDays(asOf, policy.leadTimeDays);
    const load = await this.placements.loadPerWijk(manager, regionId, asOf, fadeWeeksOf(policy));
    const hours = await this.placements.usedGuidanceHours(manager, regionId, asOf);
    const mixes = await this.placements.occupiedPerMix(manager, regionId, asOf);
    const perComplex = await this.placements.occupiedPerComplex(manager, regionId, asOf);
    const perQuota = await this.placements.realisedPerQuota(manager, regionId, firstStart);
    const perAgreement = await this.placements.realisedPerAgreement(manager, regionId, firstStart);
    return {
      wijken: assembleWijken(rows.wijken, rows.draagkracht, load, promises),
      aanbieders: assembleAanbieders(aanbieders, rows.capacities, hours, promises),
      complexes: assembleComplexes(rows.complexes, rows.mixes, new Map([...mixes, ...perComplex]), promises),
      spreidingQuotas: assembleSpreiding(rows.spreiding, perQuota, promises),
      agreements: assembleAgreements(rows.agreements, perAgreement, promises),
    };
  }
}

/** The policy with the lead time that is left until a start that was agreed. */
function startingOn(policy: Policy, asOf: IsoDate, start: IsoDate | undefined): Policy {
  return start === undefined ? policy : { ...policy, leadTimeDays: Math.max(0, daysBetween(asOf, start)) };
}

function pairsWithin(
  households: readonly { readonly id: string }[],
  units: readonly { readonly id: string }[],
): (pair: PairReference) => boolean {
  const householdIds = new Set(households.map(({ id }) => id));
  const unitIds = new Set(units.map(({ id }) => id));
  return ({ householdId, unitId }) => householdIds.has(householdId) && unitIds.has(unitId);
}

/** An optional amount that nobody filled in is absent from a problem. */
function withoutNulls({
  incomeLimitOnePersonCents,
  incomeLimitMorePersonsCents,
  ...table
}: RentTableColumns): RentTable {
  return {
    ...table,
    ...(incomeLimitOnePersonCents !== null && { incomeLimitOnePersonCents }),
    ...(incomeLimitMorePersonsCents !== null && { incomeLimitMorePersonsCents }),
  };
}
