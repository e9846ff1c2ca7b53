import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { systemOf } from '../../database/acting';
import { ClientRequestEntity } from '../../database/entities/client-request.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { WarmHandoverEntity } from '../../database/entities/warm-handover.entity';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock, dayIn } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/http/problem';
import type { ClientRequestsDto, ResumptionDto } from './client-request.dto';
import { ClientRequestsService } from './client-requests.service';
import { lockedHousehold } from './own-household';
import { pauseAfterObjection } from './pause-after-objection';
import { RestrictionService } from './restriction.service';

/**
 * Ends the pause that follows a granted objection: only when the client wants to take part again (AVG article 21 lid 1). A client
 * whom a gemeente outside the region accepted stays paused for that.
 */
@Injectable()
export class ResumptionsService {
  constructor(
    private readonly database: DataSource,
    private readonly requests: ClientRequestsService,
    private readonly restrictions: RestrictionService,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws 404 for a client that this account may not see, exactly as for one that does not exist, 400 for a day that cannot
   * be, and 409 while the processing is restricted, or where no granted objection keeps the client paused.
   */
  resume(actor: ActingAccount, id: string, wish: ResumptionDto): Promise<ClientRequestsDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        const household = await lockedHousehold(manager, actor, id);
        await this.restrictions.refuseRestricted(manager, id);
        const objection = await pauseAfterObjection(manager, household);
        if (objection === null) {
          const detail = 'Deze cliënt staat niet op pauze door een bezwaar dat is ingewilligd.';
          throw conflict('geen-pauze-na-bezwaar', 'Er is niets te hervatten', detail);
        }
        this.refuseWrongDay(objection, wish.clientAkkoordOp);
        await this.record(manager, objection, wish);
        const system = systemOf(actor.regionId, actor.accountId);
        const leaves = await actingWithin(manager, system, () => leavesRegion(manager, id));
        const standing = leaves
          ? ({ status: 'paused', pauseReason: 'handover' } as const)
          : ({ status: 'waiting', pauseReason: null } as const);
        await manager.update(HouseholdEntity, { id }, { ...standing, pausedUntil: null });
        return this.requests.answer(manager, household);
      },
      { actor },
    );
  }

  private refuseWrongDay({ decidedAt }: ClientRequestEntity, agreedOn: string): void {
    const today = this.clock.today();
    const first = decidedAt === null ? today : dayIn('Europe/Amsterdam', decidedAt);
    if (agreedOn >= first && agreedOn <= today) return;
    const verwacht = `de dag waarop de cliënt akkoord ging: van ${first} tot en met ${today}`;
    throw invalidInput([{ in: 'body', veld: 'clientAkkoordOp', waarde: agreedOn, verwacht }]);
  }

  private async record(manager: EntityManager, objection: ClientRequestEntity, wish: ResumptionDto): Promise<void> {
    objection.resumedOn = wish.clientAkkoordOp;
    objection.resumptionNote = wish.reden;
    await manager.save(objection);
  }
}

/** Whether a gemeente outside the region accepted the client; a withdrawal of that lets the client wait again from now on. */
async function leavesRegion(manager: EntityManager, householdId: string): Promise<boolean> {
  const leaves = { householdId, state: 'aanvaard', toOrganisationId: IsNull() } as const;
  // A pause without a reason was that of the objection.
  const objected = { ...leaves, earlierPausedUntil: IsNull(), earlierPauseReason: IsNull() };
  await manager.update(WarmHandoverEntity, objected, { earlierStatus: 'waiting' });
  return manager.existsBy(WarmHandoverEntity, leaves);
}
