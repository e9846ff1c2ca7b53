import type { EntityManager, FindOptionsWhere } from 'typeorm';
import type { PairDecisionKind } from '../../../core/review/pair-decisions';
import { ruleById } from '../../../core/rules/catalogue';
import { dateInWords } from '../../../core/time/date-in-words';
import { PairDecisionEntity } from '../../../database/entities/pair-decision.entity';
import { type TimelineEntry, timelineEntry, type TimelineScope } from '../timeline-entry';

const TAKEN: Readonly<Record<PairDecisionKind, string>> = {
  pin: 'Vastgezet op deze woonplek',
  ban: 'Uitgesloten voor deze woonplek',
  exception: 'Uitzondering toegestaan',
};
const LIFTED: Readonly<Record<PairDecisionKind, string>> = {
  pin: 'Vastzetting opgeheven',
  ban: 'Uitsluiting opgeheven',
  exception: 'Uitzondering opgeheven',
};

/** Pins, bans and exceptions: when they were taken, and when somebody lifted them. */
export async function pairDecisions(manager: EntityManager, scope: TimelineScope): Promise<TimelineEntry[]> {
  const { regionId, of, id, proposals } = scope;
  const pairs = proposals.map(({ householdId, unitId }) => ({ regionId, householdId, unitId }));
  const where: FindOptionsWhere<PairDecisionEntity> | FindOptionsWhere<PairDecisionEntity>[] =
    of === 'client' ? { regionId, householdId: id } : of === 'home' ? { regionId, unitId: id } : pairs;
  const decisions = await manager.find(PairDecisionEntity, { where });
  return decisions.flatMap((decision) => {
    const { kind, householdId, unitId, until, ruleId, createdAt, liftedAt } = decision;
    const told = { kind: 'pair-decision', householdId, unitId } as const;
    const rule = ruleId === null ? '' : `: ${ruleById(ruleId).title.nl.toLowerCase()}`;
    const last = until === null ? '' : `, tot en met ${dateInWords(until).nl}`;
    const taken = timelineEntry({
      ...{ ...told, id: `paarbesluit/${decision.id}`, at: createdAt, what: `${TAKEN[kind]}${rule}${last}` },
      ...{ actor: decision.createdBy, actorRole: decision.actorRole },
      ...{ actorOrganisationId: decision.actorOrganisationId, reason: decision.reason },
    });
    if (liftedAt === null) return [taken];
    const lifted = timelineEntry({
      ...{ ...told, id: `opgeheven/${decision.id}`, at: liftedAt, what: `${LIFTED[kind]}${rule}` },
      ...{ actor: decision.liftedBy, actorRole: decision.liftedRole },
      ...{ actorOrganisationId: decision.liftedOrganisationId, note: decision.liftedNote },
    });
    return [taken, lifted];
  });
}
