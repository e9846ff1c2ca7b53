import { HOLDING_STATES, proposalTransitions } from '../../core/review/proposal-transitions';

const STILL_COUNTS = [...HOLDING_STATES, proposalTransitions.initial].map((state) => `'${state}'`).join(', ');

/**
 * SQL for the id of the proposal that tells how a client stands: the one that is open or promised, else the last one.
 * `household` is SQL for the id of the household. A later round can leave a lapsed proposal beside a promised one.
 */
export function latestProposalOf(household: string): string {
  return `(SELECT v.id FROM proposal v WHERE v.household_id = ${household}
    ORDER BY v.state IN (${STILL_COUNTS}) DESC, v.created_at DESC, v.id LIMIT 1)`;
}
