import { In, type EntityManager } from 'typeorm';
import { restrictionGrounds } from '../../../core/review/client-request-transitions';
import { dateInWords } from '../../../core/time/date-in-words';
import { closingReasons, pauseReasons } from '../../../core/vocabulary/code-lists';
import { AccountEntity } from '../../../database/entities/account.entity';
import { HouseholdContactEntity } from '../../../database/entities/household-contact.entity';
import { HouseholdRestrictionEntity } from '../../../database/entities/household-restriction.entity';
import { HouseholdStatusEventEntity } from '../../../database/entities/household-status-event.entity';
import { ROLE_NAMES } from '../../../platform/access/permissions';
import { byAccount, type TimelineEntry, timelineEntry, type TimelineScope } from '../timeline-entry';

/** Whether a client takes part: pauses, restrictions of the processing, closing, and who the contact persons are. Of a client only. */
export async function participation(manager: EntityManager, { of, id }: TimelineScope): Promise<TimelineEntry[]> {
  if (of !== 'client') return [];
  const where = { householdId: id };
  const statuses = await manager.find(HouseholdStatusEventEntity, { where });
  const restrictions = await manager.find(HouseholdRestrictionEntity, { where });
  const keepers = await manager.find(HouseholdContactEntity, { where });
  const people = await manager.findBy(AccountEntity, { id: In(keepers.map(({ accountId }) => accountId)) });
  const names = new Map(people.map((person) => [person.id, person.displayName]));
  return [
    ...statuses.map(statusEntry),
    ...restrictions.flatMap(restrictionEntries),
    ...keepers.flatMap((keeper) => keeperEntries(keeper, names.get(keeper.accountId) ?? 'Iemand')),
  ];
}

function statusEntry(event: HouseholdStatusEventEntity): TimelineEntry {
  const { reasonCode, note, householdId, at } = event;
  const list = event.toStatus === 'closed' ? closingReasons : pauseReasons;
  return timelineEntry({
    ...{ id: `deelname/${event.id}`, at, kind: 'participation', what: statusWords(event), householdId, note },
    ...{ actor: event.actor, actorRole: event.actorRole, actorOrganisationId: event.actorOrganisationId },
    reason: reasonCode && (list.entries.find(({ internal }) => internal === reasonCode)?.nl ?? reasonCode),
  });
}

function statusWords({ fromStatus, toStatus, until }: HouseholdStatusEventEntity): string {
  if (toStatus === 'paused') {
    const last = until === null ? '' : ` tot en met ${dateInWords(until).nl}`;
    return `Doet niet mee in de rondes${last}`;
  }
  if (toStatus === 'housed') return 'Heeft een woning en wacht niet meer';
  if (toStatus === 'closed') return 'Dossier afgesloten';
  if (fromStatus === null) return 'Dossier begonnen';
  return fromStatus === 'closed' ? 'Dossier weer geopend' : 'Doet weer mee in de rondes';
}

function restrictionEntries(restriction: HouseholdRestrictionEntity): TimelineEntry[] {
  const { id, householdId, ground, since, createdAt, createdBy, endedAt, endedBy, endedNote } = restriction;
  const told = { kind: 'participation', householdId } as const;
  const begun = timelineEntry({
    ...{ ...told, id: `beperking/${id}`, at: createdAt, ...byAccount(createdBy) },
    what: `Gegevens worden niet gebruikt sinds ${dateInWords(since).nl}`,
    reason: restrictionGrounds.named(ground).naam,
  });
  if (endedAt === null) return [begun];
  const ended = { ...told, id: `beperking-voorbij/${id}`, at: endedAt, ...byAccount(endedBy), note: endedNote };
  return [begun, timelineEntry({ ...ended, what: 'Gegevens mogen weer worden gebruikt' })];
}

function keeperEntries(keeper: HouseholdContactEntity, name: string): TimelineEntry[] {
  const { id, householdId, role, note, createdAt, createdBy, endedAt, endedBy } = keeper;
  const told = { kind: 'keeper', householdId } as const;
  const words = ROLE_NAMES[role].toLowerCase();
  const begun = timelineEntry({
    ...{ ...told, id: `contactpersoon/${id}`, at: createdAt, ...byAccount(createdBy), note },
    what: `${name} is contactpersoon (${words})`,
  });
  if (endedAt === null) return [begun];
  return [
    begun,
    timelineEntry({
      ...{ ...told, id: `contactpersoon-tot/${id}`, at: endedAt, ...byAccount(endedBy) },
      what: `${name} is geen contactpersoon meer (${words})`,
    }),
  ];
}
