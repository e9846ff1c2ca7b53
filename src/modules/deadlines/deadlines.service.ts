import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actingAs, SYSTEM, systemOf } from '../../database/acting';
import { RegionEntity } from '../../database/entities/region.entity';
import { inTransaction } from '../../database/transaction';
import { ReconcilesDueWork, type Reconciles } from '../../platform/queue/reconciles.decorator';
import { OfferExpiryService } from '../proposals/offer-expiry.service';
import { ReservesService } from '../proposals/reserves.service';
import { CaseTermsService, type OpenCase } from '../workflows/case-terms.service';

/**
 * Lets terms that have passed have their effect: an offer lapses and its home goes on to the next candidate, a case goes to
 * somebody else. What is due follows from the rows alone, and each effect is a transaction of its own that looks again: a process
 * that is killed in between, an hour without any, and two at once all end in the same. Nobody's stay in a home ends here.
 */
@Injectable()
@ReconcilesDueWork()
export class DeadlinesService implements Reconciles {
  private readonly logger = new Logger('deadlines');

  constructor(
    private readonly database: DataSource,
    private readonly terms: CaseTermsService,
    private readonly offers: OfferExpiryService,
    private readonly reserves: ReservesService,
  ) {}

  async handOverDueWork(): Promise<void> {
    const regions = await actingAs(SYSTEM, () => this.database.manager.find(RegionEntity, { select: { id: true } }));
    for (const { id } of regions) {
      const cases = await actingAs(systemOf(id), () =>
        this.database.transaction((manager) => this.terms.openCases(manager, id)),
      );
      for (const each of cases) await this.actOn(id, each);
      await this.reserves.seekAll(id);
    }
  }

  /** One that fails does not keep the others. */
  private async actOn(regionId: string, each: OpenCase): Promise<void> {
    try {
      if (each.term?.isOverdue !== true) return;
      if (each.step?.effect === 'expire') await this.offers.expire(regionId, each.id);
      if (each.term.escalatedTo !== null && each.escalatedAt === null) await this.escalate(each);
    } catch (error) {
      this.logger.warn(`The term of case ${each.id} waits for the next look: ${String(error)}`);
    }
  }

  /** Once for each time that a case is in a step: a second row of the same is refused by the database. */
  private async escalate({ id, state, term }: OpenCase): Promise<void> {
    await inTransaction(
      this.database,
      (manager) =>
        manager.query(
          `INSERT INTO case_escalation (id, proposal_id, region_id, owner_organisation_id, state, state_since, due_on, to_role)
           SELECT $1, p.id, p.region_id, p.owner_organisation_id, p.state,
                  coalesce((SELECT max(e.at) FROM proposal_event e WHERE e.proposal_id = p.id), p.created_at), $4, $5
             FROM proposal p WHERE p.id = $2 AND p.state = $3
               ON CONFLICT DO NOTHING`,
          [randomUUID(), id, state, term?.dueOn, term?.escalatedTo],
        ),
      { actor: null },
    );
  }
}
