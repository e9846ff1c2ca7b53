import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { workflowOn } from '../../core/review/workflow';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { WorkflowEntity } from '../../database/entities/workflow.entity';
import { Clock } from '../../platform/clock';

/** The steps by programme, as versioned data of a region. */
@Injectable()
export class WorkflowsService {
  constructor(private readonly clock: Clock) {}

  /** The version by which a case goes that is approved today; null: the region has none. */
  async idFor(
    manager: EntityManager,
    { regionId, unitId }: Pick<ProposalEntity, 'regionId' | 'unitId'>,
  ): Promise<string | null> {
    const { programme } = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    return workflowOn(await this.all(manager, regionId), programme, this.clock.today())?.id ?? null;
  }

  /** Every version of every programme. */
  all(manager: EntityManager, regionId: string): Promise<WorkflowEntity[]> {
    return manager.find(WorkflowEntity, { where: { regionId }, order: { programme: 'ASC', validFrom: 'ASC' } });
  }
}
