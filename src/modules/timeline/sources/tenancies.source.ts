import { In, type EntityManager, type FindOptionsWhere } from 'typeorm';
import {
  progresses,
  tenancyEndReasons,
  timeOutReasons,
  type TenancyAction,
} from '../../../core/review/tenancy-transitions';
import { dateInWords } from '../../../core/time/date-in-words';
import { PlacementEntity } from '../../../database/entities/placement.entity';
import { TenancyEventEntity, type TenancyStart } from '../../../database/entities/tenancy-event.entity';
import { dayEntry, type TimelineEntry, timelineEntry, type TimelineScope } from '../timeline-entry';

/** A stay of which the person is not told. */
interface Stay {
  readonly id: string;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly state: string;
}

const WORDS: Readonly<Record<TenancyAction | TenancyStart, string>> = {
  sleutel: 'Sleutel gekregen',
  omgeklapt: 'Vast contract begonnen',
  notitie: 'Nazorg',
  'time-out': 'Time-out van de begeleiding',
  hervatten: 'Begeleiding hervat',
  terugval: 'Terugval: weer nazorg',
  afsluiten: 'Nazorg afgesloten',
  doorstromen: 'Zoekt een vaste woning',
  omklappen: 'Tussenvorm omgeklapt',
  beeindigen: 'Plaatsing beëindigd',
};
const BEGINS: readonly string[] = ['sleutel', 'omgeklapt'];
const ENDS: readonly string[] = ['beeindigen', 'omklappen'];

/** What happened in tenancies, from the key on; and of a home when somebody lived there, also where the reader may not know who. */
export async function tenancies(manager: EntityManager, scope: TimelineScope): Promise<TimelineEntry[]> {
  const { of, id, regionId } = scope;
  const where: Readonly<Record<TimelineScope['of'], FindOptionsWhere<PlacementEntity>>> = {
    client: { regionId, householdId: id },
    home: { regionId, unitId: id },
    proposal: { regionId, proposalId: id },
  };
  const placements = await manager.find(PlacementEntity, { where: where[of] });
  const byId = new Map(placements.map((placement) => [placement.id, placement]));
  const events = await manager.find(TenancyEventEntity, { where: { placementId: In([...byId.keys()]) } });
  const happened = (placement: string, actions: readonly string[]): boolean =>
    events.some((event) => event.placementId === placement && actions.includes(event.action));
  const stays: readonly Stay[] = of === 'home' ? await staysOf(manager, id) : placements;
  return [
    ...events.map((event) => eventEntry(event, byId.get(event.placementId)!)),
    ...stays.flatMap((stay) => {
      const { householdId = null, proposalId = null, unitId = id } = byId.get(stay.id) ?? {};
      return stayEntries(stay, { householdId, proposalId, unitId }, scope.today).filter(
        (_, place) => !happened(stay.id, place === 0 ? BEGINS : ENDS),
      );
    }),
  ];
}

function eventEntry(event: TenancyEventEntity, { householdId, unitId, proposalId }: PlacementEntity): TimelineEntry {
  const { action, onDay, untilDay, reasonCode, progress, note, at } = event;
  const until = untilDay === null ? '' : `, naar verwachting tot en met ${dateInWords(untilDay).nl}`;
  const goes = progress === null ? '' : `: ${progresses.named(progress).naam.toLowerCase()}`;
  return timelineEntry({
    ...{ id: `plaatsing/${event.id}`, at, kind: 'tenancy', householdId, unitId, proposalId, note },
    ...{ actor: event.actor, actorRole: event.actorRole, actorOrganisationId: event.actorOrganisationId },
    what: `${WORDS[action]}${goes}, op ${dateInWords(onDay).nl}${until}`,
    reason: reasonCode && reasonWords(action, reasonCode),
  });
}

function reasonWords(action: TenancyEventEntity['action'], code: string): string {
  const list = action === 'time-out' ? timeOutReasons : tenancyEndReasons;
  return list.entries.find(({ internal }) => internal === code)?.nl ?? code;
}

/** The beginning first, then the end, where that day has come. */
function stayEntries(
  { id, startDate, endDate, state }: Stay,
  told: Pick<TimelineEntry, 'householdId' | 'proposalId' | 'unitId'>,
  today: string,
): TimelineEntry[] {
  const who = told.householdId === null ? 'Iemand' : 'De cliënt';
  const end = state === 'omgeklapt' ? 'De tussenvorm werd een vaste woning' : `${who} woont hier niet meer`;
  const started = { ...told, id: `woont/${id}`, kind: 'tenancy', day: startDate, what: `${who} woont hier` } as const;
  const begins = startDate > today ? { ...started, what: `${who} komt hier wonen` } : started;
  if (endDate === null || endDate > today) return [dayEntry(begins)];
  return [dayEntry(begins), dayEntry({ ...told, id: `woonde/${id}`, kind: 'tenancy', day: endDate, what: end })];
}

function staysOf(manager: EntityManager, unitId: string): Promise<Stay[]> {
  return manager.query<Stay[]>(
    `SELECT id, start_date AS "startDate", end_date AS "endDate", state FROM home_stays($1)`,
    [unitId],
  );
}
