import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { RUNNING_STATES } from '../../core/review/tenancy-transitions';
import { addDays, type IsoDate } from '../../core/time/calendar';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { PlacementEntity } from '../../database/entities/placement.entity';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { invalidInput } from '../../platform/http/problem';
import { PromisesService } from '../runs/promises.service';
import { type KnownTenancy, recordTenancyStart, takeTenancyStep } from './tenancy-record';

/** Begins a tenancy with a key, and ends the one that the household leaves for it. */
@Injectable()
export class TenancyStartService {
  constructor(private readonly promises: PromisesService) {}

  /**
   * With the numbers that rounds count for the promised home. An intermediate home that becomes a permanent one elsewhere
   * counts once for the agreements: at its first key. Throws 400 for a key on or before the first day of the home they leave.
   */
  async start(manager: EntityManager, actor: ActingAccount, proposal: ProposalEntity, keyDate: IsoDate): Promise<void> {
    const { id: proposalId, regionId, householdId, unitId } = proposal;
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    const household = await manager.findOneByOrFail(HouseholdEntity, { id: householdId });
    const promise = (await this.promises.to(manager, regionId, householdId, keyDate))!;
    const previous = await this.leave(manager, actor, { householdId, keyDate, unit });
    const placement = {
      ...{ id: randomUUID(), regionId, ownerOrganisationId: unit.ownerOrganisationId, proposalId },
      ...{ unitId, householdId, gemeenteId: promise.gemeenteId, wijkId: promise.wijkId },
      doelgroepId: promise.doelgroepId,
      herkomstGemeenteId: household.herkomstGemeenteId,
      draaglast: promise.draaglast,
      supportLevel: promise.supportLevel,
      guidanceHours: promise.guidanceHours,
      aanbiederOrganisationId: promise.aanbiederId,
      startDate: keyDate,
      endDate: null,
      state: 'lopend',
      previousPlacementId: previous?.placement.id ?? null,
      counts: !(previous?.becomesPermanent ?? false),
      weighsSince: null,
      contract: null,
      source: 'Sleutel na een voorstel',
      demonstration: household.demonstration,
    } as const;
    await manager.insert(PlacementEntity, placement);
    const started = (await manager.findOneByOrFail(PlacementEntity, { id: placement.id })) as KnownTenancy;
    await recordTenancyStart(manager, actor, started, 'sleutel', { onDay: keyDate });
  }

  /** Where the household lives until the key. Null: nowhere in the region. */
  private async leave(
    manager: EntityManager,
    actor: ActingAccount,
    { householdId, keyDate, unit }: { householdId: string; keyDate: IsoDate; unit: UnitEntity },
  ): Promise<{ readonly placement: PlacementEntity; readonly becomesPermanent: boolean } | null> {
    const placement = (await manager.findOne(PlacementEntity, {
      where: { householdId, state: In([...RUNNING_STATES]) },
      order: { startDate: 'DESC' },
    })) as KnownTenancy | null;
    if (placement === null) return null;
    if (keyDate <= placement.startDate) {
      const verwacht = `een dag na ${placement.startDate}, de eerste dag in de huidige woning`;
      throw invalidInput([{ in: 'body', veld: 'sleuteldatum', waarde: keyDate, verwacht }]);
    }
    const home = await manager.findOneByOrFail(UnitEntity, { id: placement.unitId });
    const form = placement.contract ?? home.housingForm;
    const becomesPermanent = form === 'intermediate' && unit.housingForm === 'permanent';
    const lastDay = addDays(keyDate, -1);
    await takeTenancyStep(manager, actor, placement, becomesPermanent ? 'omklappen' : 'beeindigen', {
      onDay: lastDay,
      reasonCode: becomesPermanent ? null : 'moved-own',
      note: 'Verhuisd met een nieuw voorstel.',
    });
    placement.endDate = lastDay;
    await manager.save(placement);
    return { placement, becomesPermanent };
  }
}
