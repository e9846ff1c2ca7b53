import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { passendheidOf, type Passendheid, passendTally, type PassendTally } from '../../core/quotas/passend-tally';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { ageOn, type IsoDate } from '../../core/time/calendar';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import { RentTableEntity } from '../../database/entities/rent-table.entity';
import type { UnitEntity } from '../../database/entities/unit.entity';

/** An allocation as passend toewijzen looks at it; without members: of before the household was known here. */
interface AllocationRow {
  readonly proposalId: string | null;
  readonly start: IsoDate;
  readonly rentCents: number | null;
  readonly selfContained: boolean;
  readonly incomeCents: number | null;
  readonly persons: number | null;
  readonly oldestBorn: IsoDate | null;
}

/** The tally of one corporatie in one year, and what each allocation that is under way counts as. */
export interface PassendYear extends PassendTally {
  readonly perProposal: ReadonlyMap<string, Passendheid>;
}

const STAYS_AND_PROMISES = `
  SELECT NULL::uuid AS proposal_id, unit_id, household_id, start_date AS start FROM placement WHERE region_id = $1
  UNION ALL
  SELECT id, unit_id, household_id, planned_start FROM proposal WHERE region_id = $1 AND state = ANY ($4::text[])`;

/**
 * Passend toewijzen as the law counts it: per corporatie and year, over the tenancies that began and those under way. What
 * a corporatie lets outside Woonplek is not in it. Reads households, so the caller acts as the system.
 */
@Injectable()
export class PassendService {
  async ofYear(manager: EntityManager, regionId: string, corporatieId: string, year: number): Promise<PassendYear> {
    const rows = await manager.query<AllocationRow[]>(
      `SELECT e.proposal_id AS "proposalId", e.start, u.rent_cents AS "rentCents", u.self_contained AS "selfContained",
              h.income_cents AS "incomeCents", m.persons, m.oldest_born AS "oldestBorn"
         FROM (${STAYS_AND_PROMISES}) e
         JOIN unit u ON u.id = e.unit_id AND u.corporatie_id = $2
         LEFT JOIN household h ON h.id = e.household_id
         LEFT JOIN LATERAL (SELECT nullif(count(*), 0)::int AS persons, min(birth_date) AS oldest_born
                              FROM household_member WHERE household_id = h.id) m ON true
        WHERE extract(year FROM e.start) = $3`,
      [regionId, corporatieId, year, HOLDING_STATES],
    );
    const table = await manager.findOneBy(RentTableEntity, { year });
    const judged = rows.map((row) => ({ row, kind: judge(table ?? undefined, row) }));
    return {
      ...passendTally(judged.map(({ kind }) => kind)),
      perProposal: new Map(
        judged.flatMap(({ row, kind }) => (row.proposalId === null ? [] : [[row.proposalId, kind]])),
      ),
    };
  }

  /** Whether this allocation is not passend and its corporatie is under the norm with it. */
  async breaksNorm(manager: EntityManager, proposal: ProposalEntity, unit: UnitEntity): Promise<boolean> {
    if (unit.corporatieId === null) return false;
    const year = Number(proposal.plannedStart.slice(0, 4));
    const { breaksNorm, perProposal } = await this.ofYear(manager, proposal.regionId, unit.corporatieId, year);
    return breaksNorm && perProposal.get(proposal.id) === 'not-passend';
  }
}

function judge(table: RentTableEntity | undefined, { start, oldestBorn, ...facts }: AllocationRow): Passendheid {
  return passendheidOf(table, { ...facts, oldest: oldestBorn === null ? null : ageOn(oldestBorn, start) });
}
