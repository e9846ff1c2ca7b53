import { In, type EntityManager } from 'typeorm';
import { panelEntryKinds, type PanelKind } from '../../../core/review/case-panels';
import { PanelCaseEntity } from '../../../database/entities/panel-case.entity';
import { PanelEntryEntity } from '../../../database/entities/panel-entry.entity';
import { PanelMeetingEntity } from '../../../database/entities/panel-meeting.entity';
import { byAccount, type TimelineEntry, timelineEntry, type TimelineScope } from '../timeline-entry';

const NAMES: Readonly<Record<PanelKind, string>> = { veldtafel: 'de veldtafel', triageteam: 'het triageteam' };

/** What was asked of a veldtafel or triageteam about a client, and what was said. Of a client only. */
export async function panels(manager: EntityManager, { of, id, regionId }: TimelineScope): Promise<TimelineEntry[]> {
  if (of !== 'client') return [];
  const where = { householdId: id, regionId };
  const cases = await manager.find(PanelCaseEntity, { where });
  if (cases.length === 0) return [];
  const entries = await manager.find(PanelEntryEntity, { where });
  const meetings = await manager.findBy(PanelMeetingEntity, { id: In(cases.map(({ meetingId }) => meetingId)) });
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const nameOf = (meetingId: string): string => NAMES[byId.get(meetingId)?.kind ?? 'veldtafel'];
  const told = { kind: 'panel', householdId: id } as const;
  return [
    ...cases.map((each) =>
      timelineEntry({
        ...{ ...told, id: `zaak/${each.id}`, at: each.createdAt, ...byAccount(each.broughtBy), note: each.question },
        what: `Op de agenda van ${nameOf(each.meetingId)} gezet`,
      }),
    ),
    ...cases.flatMap((each) => {
      const { withdrawnAt: at, withdrawnBy, withdrawnNote: note } = each;
      if (at === null) return [];
      const what = `Van de agenda van ${nameOf(each.meetingId)} gehaald`;
      return [timelineEntry({ ...told, id: `zaak/${each.id}/terug`, at, ...byAccount(withdrawnBy), note, what })];
    }),
    ...cases.flatMap((each) => {
      const meeting = byId.get(each.meetingId);
      if (!meeting?.cancelledAt || each.withdrawnAt !== null) return [];
      const { cancelledAt: at, cancelledBy, cancelledNote: note } = meeting;
      const what = `Bijeenkomst van ${nameOf(each.meetingId)} afgelast`;
      return [timelineEntry({ ...told, id: `zaak/${each.id}/afgelast`, at, ...byAccount(cancelledBy), note, what })];
    }),
    ...entries.map((each) =>
      timelineEntry({
        ...{ ...told, id: `bijdrage/${each.id}`, at: each.at, note: each.text },
        ...{ actor: each.actor, actorRole: each.actorRole, actorOrganisationId: each.actorOrganisationId },
        what: `${panelEntryKinds.named(each.kind).naam} van ${nameOf(each.meetingId)}`,
      }),
    ),
  ];
}
