import { In, IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { HOLDING_STATES, proposalTransitions } from '../../core/review/proposal-transitions';
import type { IsoDate } from '../../core/time/calendar';
import { PlacementEntity } from '../../database/entities/placement.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { conflict } from '../../platform/http/problem';

/** Throws 409, naming the case, while a client who leaves the region has a proposal or a home here. Asks to see every row. */
export async function refuseRunningCase(manager: EntityManager, householdId: string, today: IsoDate): Promise<void> {
  const state = In(['voorgesteld', ...HOLDING_STATES]);
  const proposal = await manager.findOne(ProposalEntity, {
    where: { householdId, state },
    order: { createdAt: 'ASC' },
  });
  if (proposal !== null) {
    const unit = await manager.findOneByOrFail(UnitEntity, { id: proposal.unitId });
    const words = proposalTransitions.states.find(({ code }) => code === proposal.state)?.nl;
    const first = proposal.state === 'voorgesteld' ? 'Wijs dat eerst af.' : 'Trek dat eerst in, of rond het af.';
    throw conflict(
      'voorstel-loopt',
      'Er loopt nog een voorstel',
      `Voor deze cliënt loopt een voorstel voor ${unit.name} (${words}). ${first}`,
      { voorstel: proposal.id },
    );
  }
  const goesOn = [
    { householdId, endDate: IsNull() },
    { householdId, endDate: MoreThanOrEqual(today) },
  ];
  const placement = await manager.findOneBy(PlacementEntity, goesOn);
  if (placement === null) return;
  const unit = await manager.findOneByOrFail(UnitEntity, { id: placement.unitId });
  throw conflict(
    'plaatsing-loopt',
    'Er loopt nog een plaatsing',
    `Deze cliënt woont nog op ${unit.name}. Beëindig die plaatsing eerst.`,
    { plaatsing: placement.id },
  );
}
