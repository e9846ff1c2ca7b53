import type { EntityManager } from 'typeorm';
import type { WarmHandoverState } from '../../../core/review/warm-handover-transitions';
import { dateInWords } from '../../../core/time/date-in-words';
import { WarmHandoverEntity } from '../../../database/entities/warm-handover.entity';
import { byAccount, type TimelineEntry, timelineEntry, type TimelineScope } from '../timeline-entry';

const ENDED: Partial<Record<WarmHandoverState, string>> = {
  ingetrokken: 'ingetrokken',
  overgedragen: 'afgerond',
};

/** Asking another gemeente to take over a client, its answer, and the end. Of a client only. */
export async function handovers(manager: EntityManager, { of, id, regionId }: TimelineScope): Promise<TimelineEntry[]> {
  if (of !== 'client') return [];
  const rows = await manager.find(WarmHandoverEntity, { where: { householdId: id, regionId } });
  return rows.flatMap(entries);
}

function entries(handover: WarmHandoverEntity): TimelineEntry[] {
  const { id, householdId, state, toGemeenteName, createdAt, createdBy, updatedAt, updatedBy } = handover;
  const { decidedAt, decidedBy, takesOverOn, answeredBy, reason, answerNote, endedNote } = handover;
  const told = { kind: 'handover', householdId } as const;
  const lines = [
    timelineEntry({
      ...{ ...told, id: `overdracht/${id}`, at: createdAt, ...byAccount(createdBy), reason },
      what: `Aan gemeente ${toGemeenteName} gevraagd om over te nemen`,
    }),
  ];
  if (decidedAt !== null) {
    const answer =
      takesOverOn === null
        ? `Gemeente ${toGemeenteName} neemt niet over`
        : `Gemeente ${toGemeenteName} neemt over vanaf ${dateInWords(takesOverOn).nl}`;
    lines.push(
      timelineEntry({
        ...{ ...told, id: `overdracht-antwoord/${id}`, at: decidedAt, ...byAccount(decidedBy), note: answerNote },
        ...{ what: answer, onBehalfOf: answeredBy },
      }),
    );
  }
  const end = ENDED[state];
  if (end !== undefined) {
    const what = `Overdracht aan gemeente ${toGemeenteName} ${end}`;
    lines.push(
      timelineEntry({
        ...{ ...told, id: `overdracht-einde/${id}`, at: updatedAt, ...byAccount(updatedBy), note: endedNote, what },
      }),
    );
  }
  return lines;
}
