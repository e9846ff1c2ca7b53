import type { EntityManager } from 'typeorm';
import { PanelMeetingEntity } from '../../database/entities/panel-meeting.entity';
import { conflict } from '../../platform/http/problem';
import { standingOf } from './panel-standing';

/** Somebody who closes the minutes has seen what the version stands for, so each change of a planned meeting raises it. */
export async function raiseVersion(manager: EntityManager, meeting: PanelMeetingEntity): Promise<void> {
  const { id } = meeting;
  if (standingOf(meeting) === 'gepland') await manager.increment(PanelMeetingEntity, { id }, 'version', 1);
}

/** Throws 409 where somebody changed the meeting after it was looked at. */
export function refuseOldVersion({ version }: PanelMeetingEntity, seen: number): void {
  if (version === seen) return;
  const detail = 'Deze bijeenkomst is intussen gewijzigd. Bekijk haar opnieuw.';
  throw conflict('intussen-gewijzigd', 'Intussen gewijzigd', detail, { versie: version });
}

/** A meeting, locked, to change something of it. Throws 409 once its minutes are closed, and once it is called off. */
export async function openMeeting(manager: EntityManager, id: string): Promise<PanelMeetingEntity> {
  const meeting = await manager.findOneOrFail(PanelMeetingEntity, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  const standing = standingOf(meeting);
  if (standing === 'gepland') return meeting;
  if (standing === 'afgelast') {
    const off = 'Deze bijeenkomst is afgelast. Plan een nieuwe.';
    throw conflict('bijeenkomst-afgelast', 'Bijeenkomst is afgelast', off);
  }
  const detail = 'Het verslag is vastgesteld en verandert niet meer. Schrijf een aanvulling bij de zaak.';
  throw conflict('verslag-vastgesteld', 'Verslag is vastgesteld', detail);
}
