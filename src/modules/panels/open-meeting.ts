import type { EntityManager } from 'typeorm';
import { PanelMeetingEntity } from '../../database/entities/panel-meeting.entity';
import { conflict } from '../../platform/http/problem';

/** Somebody who closes the minutes has seen what the version stands for, so each change of a planned meeting raises it. */
export async function raiseVersion(manager: EntityManager, { id, state }: PanelMeetingEntity): Promise<void> {
  if (state === 'gepland') await manager.increment(PanelMeetingEntity, { id }, 'version', 1);
}

/** A meeting, locked, to change something of it. Throws 409 once its minutes are closed. */
export async function openMeeting(manager: EntityManager, id: string): Promise<PanelMeetingEntity> {
  const meeting = await manager.findOneOrFail(PanelMeetingEntity, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (meeting.state === 'gepland') return meeting;
  const detail = 'Het verslag is vastgesteld en verandert niet meer. Schrijf een aanvulling bij de zaak.';
  throw conflict('verslag-vastgesteld', 'Verslag is vastgesteld', detail);
}
