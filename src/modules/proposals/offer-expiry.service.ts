import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dateInWords } from '../../core/time/date-in-words';
import { systemOf } from '../../database/acting';
import { actingWithin, inTransaction } from '../../database/transaction';
import { CaseTermsService } from '../workflows/case-terms.service';
import { lockForReview } from './proposal-lock';
import { takeStep } from './take-step';
import { UnitReservation } from './unit-reservation';

const SYSTEM = { accountId: null };

/** Lets an offer that nobody answered in time lapse, and gives its home free. Nobody loses a home by it: no key was given. */
@Injectable()
export class OfferExpiryService {
  constructor(
    private readonly database: DataSource,
    private readonly terms: CaseTermsService,
    private readonly reservation: UnitReservation,
  ) {}

  /** One transaction that looks again under the locks. False: it is no longer so; somebody else was first. */
  expire(regionId: string, id: string): Promise<boolean> {
    return inTransaction(
      this.database,
      async (manager) => {
        const proposal = await lockForReview(manager, regionId, id);
        const [open] = await actingWithin(manager, systemOf(regionId), () =>
          this.terms.openCases(manager, regionId, id),
        );
        const dueOn = open?.term?.isOverdue === true && open.step?.effect === 'expire' ? open.term.dueOn : null;
        if (dueOn === null) return false;
        const note = `Er was geen antwoord tot en met ${dateInWords(dueOn).nl}.`;
        await takeStep(manager, SYSTEM, proposal, 'verlopen', { note });
        await manager.save(proposal);
        await this.reservation.release(manager, SYSTEM, proposal.unitId);
        return true;
      },
      { actor: null },
    );
  }
}
