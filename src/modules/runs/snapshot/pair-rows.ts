import { In, IsNull, MoreThanOrEqual, Not, Or, type EntityManager } from 'typeorm';
import type { PairDecision, PairReference, RuleException, Unit } from '../../../core/matching/problem';
import { guidingAanbiederId } from '../../../core/matching/problem-index';
import { HOLDING_STATES } from '../../../core/review/proposal-transitions';
import type { IsoDate } from '../../../core/time/calendar';
import { PairDecisionEntity } from '../../../database/entities/pair-decision.entity';
import { ProposalEntity } from '../../../database/entities/proposal.entity';
import type { GuideOrder } from './guide-order';
import type { HomePromise } from './promise';

/** What people decided about single pairs, as far as it holds on `asOf`, and what the last round left open. */
export async function readPairDecisions(manager: EntityManager, regionId: string, asOf: IsoDate) {
  const holds = { regionId, liftedAt: IsNull(), until: Or(IsNull(), MoreThanOrEqual(asOf)) };
  const order = { householdId: 'ASC', unitId: 'ASC' } as const;
  const decisions = await manager.find(PairDecisionEntity, {
    where: holds,
    order: { ...order, ruleId: 'ASC', until: 'ASC' },
  });
  const open = await manager.find(ProposalEntity, { where: { regionId, state: 'voorgesteld' }, order });
  return {
    bans: decisions.filter(({ kind }) => kind === 'ban').map(pairDecision),
    pins: decisions.filter(({ kind }) => kind === 'pin').map(pairDecision),
    exceptions: decisions.flatMap(ruleException),
    open: open.map(({ householdId, unitId }): PairReference => ({ householdId, unitId })),
  };
}

function pairDecision(row: PairDecisionEntity): PairDecision {
  return { ...pairOf(row), reason: reasonOf(row), until: row.until };
}

function ruleException(row: PairDecisionEntity): RuleException[] {
  const { ruleId, until } = row;
  return ruleId === null || until === null ? [] : [{ ...pairOf(row), ruleId, reason: reasonOf(row), until }];
}

function pairOf({ householdId, unitId, createdBy }: PairDecisionEntity) {
  return { householdId, unitId, by: createdBy ?? 'system' };
}

function reasonOf({ reasonCode, reason }: PairDecisionEntity): string {
  return reasonCode === null ? reason : `${reasonCode}: ${reason}`;
}

/** Homes promised by an approved proposal but `except`; a placement takes over as soon as somebody moves in. */
export async function readPromises(
  manager: EntityManager,
  regionId: string,
  inGuideOrder: GuideOrder,
  except?: string,
): Promise<HomePromise[]> {
  const rows = await manager
    .createQueryBuilder()
    .select('p.household_id', 'householdId')
    .addSelect('p.unit_id', 'unitId')
    .addSelect('p.planned_start', 'startDate')
    .addSelect('u.complex_id', 'complexId')
    .addSelect("u.facts->>'portiekId'", 'portiekId')
    .addSelect('u.gemeente_id', 'gemeenteId')
    .addSelect('u.wijk_id', 'wijkId')
    .addSelect('u.corporatie_id', 'corporatieId')
    .addSelect('h.owner_organisation_id', 'aanbiederId')
    .addSelect('ARRAY(SELECT a.organisation_id FROM unit_aanbieder a WHERE a.unit_id = u.id)', 'aanbiederIds')
    .addSelect('h.doelgroep_id', 'doelgroepId')
    .addSelect('h.support_level', 'supportLevel')
    .addSelect('h.draaglast', 'draaglast')
    .addSelect('h.guidance_hours', 'guidanceHours')
    .from('proposal', 'p')
    .innerJoin('unit', 'u', 'u.id = p.unit_id')
    .innerJoin('household', 'h', 'h.id = p.household_id')
    .where({ regionId, state: In([...HOLDING_STATES]), ...(except !== undefined && { id: Not(except) }) })
    .orderBy('p.id')
    .getRawMany<HomePromise & Pick<Unit, 'aanbiederIds'>>();
  return rows.map(({ aanbiederIds, ...promise }) => ({
    ...promise,
    aanbiederId: guidingAanbiederId(promise, { aanbiederIds: inGuideOrder(promise.gemeenteId, aanbiederIds) }),
  }));
}
