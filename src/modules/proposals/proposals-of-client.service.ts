import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { MatchExplanation } from '../../core/explain/why';
import { HOLDING_STATES, proposalTransitions, type ProposalState } from '../../core/review/proposal-transitions';
import { actingAs, systemOf } from '../../database/acting';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { changesSinceRound } from './changes-since-round';
import { PairCheckService } from './pair-check.service';
import { explainProposal, type ExplainedProposal, type ExplainedStep } from './proposal-explanation';
import type { ProposalExplanationDto } from './proposal-explanation.dto';

/** A proposal that is under way, and what of its facts is different today. */
export interface TouchedProposal {
  readonly id: string;
  readonly status: ProposalState;
  readonly wooneenheid: { readonly id: string; readonly naam: string };
  readonly veranderd: string[];
}

/** The proposals of one client, for what the client has a right to. Whoever asks has made sure that they may see the client. */
@Injectable()
export class ProposalsOfClientService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pairs: PairCheckService,
  ) {}

  /** Those under way for which a rule says today what it did not say in the round. Takes the facts of the whole region. */
  madeOnOldFacts(regionId: string, householdId: string): Promise<TouchedProposal[]> {
    return actingAs(systemOf(regionId), () =>
      this.dataSource.transaction('REPEATABLE READ', (manager) => this.touched(manager, regionId, householdId)),
    );
  }

  /** All that were ever made, oldest first, in plain Dutch. */
  explained(regionId: string, householdId: string): Promise<ProposalExplanationDto[]> {
    return actingAs(systemOf(regionId), () =>
      this.dataSource.transaction('REPEATABLE READ', async (manager) => {
        const proposals = await manager.query<ExplainedProposal[]>(
          `SELECT p.id, u.name AS unit, g.name AS gemeente, p.state, p.created_at AS "createdAt",
                  p.planned_start AS "plannedStart", p.justification
             FROM proposal p JOIN unit u ON u.id = p.unit_id JOIN gemeente g ON g.id = u.gemeente_id
            WHERE p.region_id = $1 AND p.household_id = $2 ORDER BY p.created_at, p.id`,
          [regionId, householdId],
        );
        const steps = await manager.query<ExplainedStep[]>(
          `SELECT e.proposal_id AS "proposalId", e.action, e.at, e.actor_role AS role, e.reason_code AS "reasonCode", e.note
             FROM proposal_event e WHERE e.proposal_id = ANY ($1::uuid[]) ORDER BY e.at, e.id`,
          [proposals.map(({ id }) => id)],
        );
        return proposals.map((proposal) => explainProposal(proposal, steps));
      }),
    );
  }

  private async touched(manager: EntityManager, regionId: string, householdId: string): Promise<TouchedProposal[]> {
    const proposals = await manager.find(ProposalEntity, {
      where: { regionId, householdId, state: In([proposalTransitions.initial, ...HOLDING_STATES]) },
      order: { createdAt: 'DESC', id: 'ASC' },
    });
    const touched: TouchedProposal[] = [];
    for (const proposal of proposals) {
      const check = await this.pairs.check(manager, proposal);
      const veranderd = changesSinceRound(check, proposal.justification as MatchExplanation);
      if (veranderd.length === 0) continue;
      const unit = await manager.findOneByOrFail(UnitEntity, { id: proposal.unitId });
      touched.push({
        id: proposal.id,
        status: proposal.state,
        wooneenheid: { id: unit.id, naam: unit.name },
        veranderd,
      });
    }
    return touched;
  }
}
