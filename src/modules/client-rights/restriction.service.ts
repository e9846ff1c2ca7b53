import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { restrictionWords, type RestrictionGround } from '../../core/review/client-request-transitions';
import type { IsoDate } from '../../core/time/calendar';
import { HouseholdRestrictionEntity } from '../../database/entities/household-restriction.entity';
import type { HouseholdEntity } from '../../database/entities/household.entity';
import { readOpenRestrictions } from '../../database/open-restrictions';
import { lockProposalsOf } from '../../database/review-lock';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict } from '../../platform/http/problem';
import { pauseAfterObjection } from './pause-after-objection';

export interface EndOfRestriction {
  readonly note: string;
  /** When the client was told. Null: it ends because the client took the request back. */
  readonly toldOn: IsoDate | null;
}

/** Restriction of processing (AVG article 18): the data of a household are kept and shown, and used for nothing else. */
@Injectable()
export class RestrictionService {
  constructor(private readonly clock: Clock) {}

  /** Throws 409 with the reason while the data of the household may not be used. */
  async refuseRestricted(manager: EntityManager, householdId: string): Promise<void> {
    const open = (await readOpenRestrictions(manager, { householdIds: [householdId] })).get(householdId);
    if (open === undefined) return;
    throw conflict(
      'verwerking-beperkt',
      'Verwerking is beperkt',
      `${restrictionWords(open)} Tot de beperking is opgeheven, gebeurt er niets met de gegevens van deze cliënt.`,
    );
  }

  /** Whether a granted objection keeps the household out of the rounds: only the client ends that (AVG article 21). */
  async isPausedByObjection(manager: EntityManager, household: Pick<HouseholdEntity, 'id'>): Promise<boolean> {
    return (await pauseAfterObjection(manager, household)) !== null;
  }

  /** The caller's transaction first waits for a review or a round that is under way. A request starts one restriction at most. */
  async start(
    manager: EntityManager,
    household: HouseholdEntity,
    { requestId, ground }: { readonly requestId: string; readonly ground: RestrictionGround },
  ): Promise<void> {
    const { id: householdId, regionId, ownerOrganisationId } = household;
    await lockProposalsOf(manager, regionId);
    await manager.insert(HouseholdRestrictionEntity, {
      ...{ id: randomUUID(), householdId, regionId, ownerOrganisationId, requestId, ground },
      since: this.clock.today(),
    });
  }

  async end(manager: EntityManager, actor: ActingAccount, id: string, end: EndOfRestriction): Promise<void> {
    await manager.update(HouseholdRestrictionEntity, { id, endedAt: IsNull() }, this.ended(actor, end));
  }

  private ended({ accountId }: ActingAccount, { note, toldOn }: EndOfRestriction) {
    return { endedAt: this.clock.now(), endedBy: accountId, endedNote: note, toldOn };
  }
}
