import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { ProposalEntity } from '../../database/entities/proposal.entity';

/** Whether the last review of a proposal can still be taken back. */
@Injectable()
export class ProposalRevocation {
  /** Why not, as a Dutch sentence; null: it can. */
  async obstacleTo(manager: EntityManager, proposal: ProposalEntity): Promise<string | null> {
    const [newer] = await manager.query<{ slot: string }[]>(
      `SELECT newer.slot FROM match_run run
         JOIN match_run newer ON newer.region_id = run.region_id AND newer.status = 'completed'
          AND newer.created_at > run.created_at
        WHERE run.id = $1 ORDER BY newer.created_at DESC LIMIT 1`,
      [proposal.runId],
    );
    if (newer) {
      return `Er is een nieuwere ronde klaar (${newer.slot}). De voorstellen van deze ronde gelden niet meer.`;
    }
    const other = await manager.existsBy(ProposalEntity, {
      id: Not(proposal.id),
      householdId: proposal.householdId,
      state: In([...HOLDING_STATES]),
    });
    return other ? 'Deze cliënt heeft intussen een ander goedgekeurd voorstel.' : null;
  }
}
