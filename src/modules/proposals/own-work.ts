import type { ProposalEntity } from '../../database/entities/proposal.entity';

/** Whether this person made the proposal by hand: two pairs of eyes, so another approves it. */
export function isOwnWork(
  { origin, createdBy }: Pick<ProposalEntity, 'origin' | 'createdBy'>,
  { accountId }: { readonly accountId: string },
): boolean {
  return origin === 'manual' && createdBy === accountId;
}
