import { In, type EntityManager } from 'typeorm';
import { timelineKinds } from '../../core/review/timeline-kinds';
import { AccountEntity } from '../../database/entities/account.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { OrganisationEntity } from '../../database/entities/organisation.entity';
import { RoleAssignmentEntity } from '../../database/entities/role-assignment.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { ROLE_NAMES } from '../../platform/access/permissions';
import { dayIn } from '../../platform/clock';
import type { TimelineEntryDto } from './timeline.dto';
import { type TimelineEntry, ZONE } from './timeline-entry';

const SYSTEM = 'Woonplek';
const NAMES: Readonly<Record<string, string>> = ROLE_NAMES;

interface Role {
  readonly role: string;
  readonly organisationId: string | null;
}

/** The lines with the names of people, organisations, clients and homes, as far as the reader may know them. */
export async function named(
  manager: EntityManager,
  regionId: string,
  entries: readonly TimelineEntry[],
): Promise<TimelineEntryDto[]> {
  const idsOf = (pick: (entry: TimelineEntry) => string | null) =>
    In([...new Set(entries.map(pick).filter((id) => id !== null))]);
  const accounts = await manager.findBy(AccountEntity, { id: idsOf(({ actor }) => actor) });
  const held = await manager.findBy(RoleAssignmentEntity, { regionId, accountId: idsOf(({ actor }) => actor) });
  const households = await manager.find(HouseholdEntity, {
    where: { id: idsOf(({ householdId }) => householdId) },
    select: { id: true, reference: true },
  });
  const units = await manager.find(UnitEntity, {
    where: { id: idsOf(({ unitId }) => unitId) },
    select: { id: true, name: true },
  });
  const organisations = await manager.findBy(OrganisationEntity, { regionId });
  const people = new Map(accounts.map(({ id, displayName }) => [id, displayName]));
  const references = new Map(households.map(({ id, reference }) => [id, reference]));
  const homes = new Map(units.map(({ id, name }) => [id, name]));
  const shortNames = new Map(organisations.map(({ id, shortName }) => [id, shortName]));
  return entries.map((entry) => {
    const role = roleOf(entry, held);
    const nummer = references.get(entry.householdId ?? '');
    const home = homes.get(entry.unitId ?? '');
    return {
      id: entry.id,
      op: entry.at.toISOString(),
      alleenDag: entry.isDay,
      soort: timelineKinds.named(entry.kind),
      wat: entry.what,
      door: {
        naam: entry.actor === null ? SYSTEM : (people.get(entry.actor) ?? 'Iemand'),
        rol: role && (NAMES[role.role] ?? role.role),
        organisatie: shortNames.get(role?.organisationId ?? '') ?? null,
      },
      namens: entry.onBehalfOf,
      reden: entry.reason,
      toelichting: entry.note,
      client: nummer === undefined ? null : { id: entry.householdId!, nummer },
      wooneenheid: home === undefined ? null : { id: entry.unitId!, naam: home },
      voorstel: entry.proposalId,
    };
  });
}

/** The role that the row keeps, else the only one that this person held that day. */
function roleOf(
  { actor, actorRole, actorOrganisationId, at }: TimelineEntry,
  held: readonly RoleAssignmentEntity[],
): Role | null {
  if (actor === null) return null;
  if (actorRole !== null) return { role: actorRole, organisationId: actorOrganisationId };
  const day = dayIn(ZONE, at);
  const then = held.filter(
    ({ accountId, validFrom, validUntil, endedAt }) =>
      accountId === actor &&
      validFrom <= day &&
      (validUntil === null || validUntil >= day) &&
      (endedAt === null || endedAt >= at),
  );
  return then.length === 1 ? then[0]! : null;
}
