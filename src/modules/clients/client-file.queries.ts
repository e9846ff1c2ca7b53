import { In, IsNull, MoreThanOrEqual, Or, type EntityManager, type EntityTarget } from 'typeorm';
import { removableFrom, termOn } from '../../core/retention/retention-term';
import type { IsoDate } from '../../core/time/calendar';
import { ComplexEntity } from '../../database/entities/complex.entity';
import { DoelgroepEntity } from '../../database/entities/doelgroep.entity';
import { GemeenteEntity } from '../../database/entities/gemeente.entity';
import { HouseholdConsentEntity } from '../../database/entities/household-consent.entity';
import { HouseholdExclusionAreaEntity } from '../../database/entities/household-exclusion-area.entity';
import { HouseholdMemberEntity } from '../../database/entities/household-member.entity';
import { HouseholdRefusalEntity } from '../../database/entities/household-refusal.entity';
import type { HouseholdRestrictionEntity } from '../../database/entities/household-restriction.entity';
import { HouseholdWishEntity } from '../../database/entities/household-wish.entity';
import type { HouseholdEntity } from '../../database/entities/household.entity';
import { LegalHoldEntity } from '../../database/entities/legal-hold.entity';
import { OrganisationEntity } from '../../database/entities/organisation.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { RetentionTermEntity } from '../../database/entities/retention-term.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { WijkEntity } from '../../database/entities/wijk.entity';
import { readOpenRestrictions } from '../../database/open-restrictions';
import { readUrgencyCategories, type UrgencyCategoryOn } from '../../database/read-urgency-categories';
import { latestProposalOf } from './latest-proposal';

/** The rows of one household, and a way to name what they refer to. */
export interface ClientFile {
  readonly household: HouseholdEntity;
  readonly members: readonly HouseholdMemberEntity[];
  readonly wishes: readonly HouseholdWishEntity[];
  readonly refusals: readonly HouseholdRefusalEntity[];
  readonly consents: readonly HouseholdConsentEntity[];
  readonly latestProposal: Pick<ProposalEntity, 'id' | 'state' | 'plannedStart' | 'unitId'> | null;
  /** What keeps its data from being used. */
  readonly restriction: HouseholdRestrictionEntity | undefined;
  /** What keeps it from being removed. */
  readonly holds: readonly LegalHoldEntity[];
  /** The first day on which a closed file goes; null: it is open, or no term was decided. */
  readonly removableFrom: IsoDate | null;
  /** Its urgency category as it stands today; null: none. */
  readonly urgency: UrgencyCategoryOn | null;
  readonly names: Readonly<Record<NamedKind, ReadonlyMap<string, string>>>;
}
export type NamedKind = 'gemeente' | 'wijk' | 'complex' | 'unit' | 'organisation' | 'doelgroep';

/** Reads everything of one household in a fixed number of queries. */
export async function readClientFile(
  manager: EntityManager,
  household: HouseholdEntity,
  today: IsoDate,
): Promise<ClientFile> {
  const where = { householdId: household.id };
  const members = await manager.find(HouseholdMemberEntity, { where, order: { position: 'ASC' } });
  const wishes = await manager.find(HouseholdWishEntity, {
    where,
    order: { weight: 'DESC', kind: 'ASC', value: 'ASC' },
  });
  const refusals = await manager.find(HouseholdRefusalEntity, { where, order: { createdAt: 'DESC', id: 'ASC' } });
  const consents = await manager.find(HouseholdConsentEntity, { where, order: { givenOn: 'ASC', id: 'ASC' } });
  const latestProposal = await manager
    .createQueryBuilder(ProposalEntity, 'p')
    .select(['p.id', 'p.state', 'p.plannedStart', 'p.unitId'])
    .where(`p.id = ${latestProposalOf(':household')}`, { household: household.id })
    .getOne();
  const holds = await readHolds(manager, household, today);
  const removableOn = await readRemovableFrom(manager, household, today);
  const categories = await readUrgencyCategories(manager, household.regionId, today);
  const urgency = categories.get(household.urgencyCategoryId ?? '') ?? null;
  const wished = (kind: string): string[] => wishes.filter((wish) => wish.kind === kind).map((wish) => wish.value);
  const unitIds = [...refusals.map((refusal) => refusal.unitId), latestProposal?.unitId];
  return {
    ...{ household, members, wishes, refusals, consents, latestProposal, urgency, holds, removableFrom: removableOn },
    restriction: (await readOpenRestrictions(manager, { householdIds: [household.id] })).get(household.id),
    names: {
      gemeente: await namesOf(manager, GemeenteEntity, [household.herkomstGemeenteId, ...wished('gemeente')]),
      wijk: await namesOf(manager, WijkEntity, wished('wijk')),
      complex: await namesOf(manager, ComplexEntity, [
        ...refusals.map((refusal) => refusal.complexId),
        ...wished('complex'),
      ]),
      unit: await namesOf(manager, UnitEntity, unitIds),
      organisation: await namesOf(manager, OrganisationEntity, [
        household.ownerOrganisationId,
        ...consents.map((consent) => consent.organisationId),
      ]),
      doelgroep: await namesOf(manager, DoelgroepEntity, [household.doelgroepId]),
    },
  };
}

/** Holds on a household or its whole region that have not been lifted and whose last day has not passed. */
function readHolds(manager: EntityManager, { id, regionId }: HouseholdEntity, today: IsoDate) {
  const holds = { regionId, liftedAt: IsNull(), until: Or(IsNull(), MoreThanOrEqual(today)) };
  return manager.find(LegalHoldEntity, {
    where: [
      { ...holds, householdId: id },
      { ...holds, householdId: IsNull() },
    ],
    order: { since: 'ASC', id: 'ASC' },
  });
}

async function readRemovableFrom(manager: EntityManager, household: HouseholdEntity, today: IsoDate) {
  if (household.closedOn === null) return null;
  const terms = await manager.findBy(RetentionTermEntity, { regionId: household.regionId, category: 'file' });
  const term = termOn(terms, today);
  return term && removableFrom(household.closedOn, term.months);
}

/** The areas where a household may not or must not live, and the names of what they are made of. */
export async function readExclusionAreas(manager: EntityManager, householdId: string) {
  const areas = await manager.find(HouseholdExclusionAreaEntity, {
    where: { householdId },
    order: { until: 'ASC', id: 'ASC' },
  });
  const gemeenten = areas.flatMap((area) => area.gemeenteIds);
  const wijken = areas.flatMap((area) => area.wijkIds);
  return {
    areas,
    gemeenten: await namesOf(manager, GemeenteEntity, gemeenten),
    wijken: await namesOf(manager, WijkEntity, wijken),
  };
}

async function namesOf<Row extends { id: string; name: string }>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null && id !== undefined))];
  if (asked.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(entity, 'named')
    .select('named.id', 'id')
    .addSelect('named.name', 'name')
    .where({ id: In(asked) })
    .getRawMany<{ id: string; name: string }>();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
