import type { EntityManager } from 'typeorm';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { lockProposalsOf } from '../../database/review-lock';
import { conflict, notFound } from '../../platform/http/problem';

/**
 * Takes what a review needs, always in this order: the region (quotas span homes, so reviews of a region go one by one), the
 * home, the proposal. The home is locked without its key, so that a round can still store proposals for it.
 */
export async function lockForReview(manager: EntityManager, regionId: string, id: string): Promise<ProposalEntity> {
  await lockProposalsOf(manager, regionId);
  const found = await manager.findOneBy(ProposalEntity, { id, regionId });
  if (!found) throw notFound('voorstel', id);
  await manager.findOneOrFail(UnitEntity, { where: { id: found.unitId }, lock: { mode: 'for_no_key_update' } });
  return manager.findOneOrFail(ProposalEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** Refuses a decision about a proposal that has changed since the reviewer saw it, and says who changed it. */
export async function refuseOldVersion(
  manager: EntityManager,
  { id, version, state }: ProposalEntity,
  seen: number,
): Promise<void> {
  if (version === seen) return;
  const [last] = await manager.query<{ name: string | null }[]>(
    `SELECT a.display_name AS name FROM proposal_event e LEFT JOIN account a ON a.id = e.actor
      WHERE e.proposal_id = $1 ORDER BY e.at DESC LIMIT 1`,
    [id],
  );
  const who = last === undefined ? '' : last.name === null ? ' door een nieuwe ronde' : ` door ${last.name}`;
  throw conflict(
    'intussen-gewijzigd',
    'Voorstel is intussen gewijzigd',
    `Dit voorstel is intussen gewijzigd${who} en staat nu op "${state}". Bekijk het opnieuw.`,
    { statusVoorstel: state, versie: version },
  );
}
