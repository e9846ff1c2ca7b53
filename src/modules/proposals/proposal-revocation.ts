import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { ProposalEntity } from '../../database/entities/proposal.entity';

/** What follows when the last review of a proposal is taken back. */
@Injectable()
export class ProposalRevocation {
  /** Why it cannot be taken back, as a Dutch sentence; null: it can. */
  async obstacleTo(manager: EntityManager, proposal: ProposalEntity): Promise<string | null> {
    if (proposal.state === 'goedgekeurd' || (await this.isOvertaken(manager, proposal))) return null;
    const other = await manager.existsBy(ProposalEntity, {
      id: Not(proposal.id),
      householdId: proposal.householdId,
      state: In([...HOLDING_STATES]),
    });
    return other ? 'Deze cliënt heeft intussen een ander goedgekeurd voorstel.' : null;
  }

  /** Whether a newer round of the region is done. Its proposals took the place of those that were open. */
  async isOvertaken(manager: EntityManager, { runId }: ProposalEntity): Promise<boolean> {
    const [newer] = await manager.query<{ slot: string }[]>(
      `SELECT newer.slot FROM match_run run
         JOIN match_run newer ON newer.region_id = run.region_id AND newer.status = 'completed'
          AND newer.created_at > run.created_at
        WHERE run.id = $1 LIMIT 1`,
      [runId],
    );
    return newer !== undefined;
  }
}
