import type { EntityManager } from 'typeorm';

/**
 * Makes everything that changes proposals of a region go one by one until the end of the transaction: reviews, because
 * quotas span homes, and the storing of a round, because it replaces what reviewers see. Take it before any lock on a row
 * of a home or a proposal.
 */
export async function lockProposalsOf(manager: EntityManager, regionId: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`review:${regionId}`]);
}
