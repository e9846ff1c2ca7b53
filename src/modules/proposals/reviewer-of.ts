import type { EntityManager } from 'typeorm';
import { ProposalEventEntity } from '../../database/entities/proposal-event.entity';

/** The account that approved a proposal last; null: nobody has. */
export async function reviewerOf(manager: EntityManager, proposalId: string): Promise<string | null> {
  const review = await manager.findOne(ProposalEventEntity, {
    where: { proposalId, action: 'goedkeuren' },
    order: { at: 'DESC' },
  });
  return review?.actor ?? null;
}
