import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { passendheidOf, type Passendheid } from '../../../src/core/quotas/passend-tally';
import { foldProposal, HOLDING_STATES, type ProposalAction } from '../../../src/core/review/proposal-transitions';
import { ageOn } from '../../../src/core/time/calendar';
import { RentTableEntity } from '../../../src/database/entities/rent-table.entity';
import type { OwnerStandingDto } from '../../../src/modules/proposals/ledger.dto';
import { TEST_DAY } from '../../support/test-app';

interface CountedRow {
  readonly gemeente: string;
  readonly doelgroep: string;
  readonly planned: string;
  readonly selfContained: boolean;
  readonly rentCents: number | null;
  readonly incomeCents: number | null;
  readonly persons: number;
  readonly oldestBorn: string;
  readonly actions: ProposalAction[] | null;
}

type Line = OwnerStandingDto['afspraken'][number];
const named = ({ gemeente, doelgroep, jaar }: Line): string => `${gemeente.id} ${doelgroep?.id ?? ''} ${jaar}`;

/**
 * What the ledgers of a corporatie should say from the record of steps alone: agreements, and passend toewijzen. `before`: what
 * they said before the first step, so what others than these proposals count for.
 */
export async function expectLedgersEqualEvents(
  dataSource: DataSource,
  corporatie: string,
  before: OwnerStandingDto,
  now: OwnerStandingDto,
): Promise<void> {
  const rows = await dataSource.query<CountedRow[]>(
    `SELECT u.gemeente_id AS gemeente, h.doelgroep_id AS doelgroep, p.planned_start AS planned, u.self_contained AS "selfContained",
            u.rent_cents AS "rentCents", h.income_cents AS "incomeCents", m.persons, m.born AS "oldestBorn",
            (SELECT array_agg(e.action ORDER BY e.at, e.id) FROM proposal_event e WHERE e.proposal_id = p.id) AS actions
       FROM proposal p JOIN unit u ON u.id = p.unit_id JOIN household h ON h.id = p.household_id
       JOIN LATERAL (SELECT count(*)::int AS persons, min(birth_date) AS born FROM household_member WHERE household_id = h.id) m ON true
      WHERE u.corporatie_id = $1`,
    [corporatie],
  );
  const folded = rows.map((row) => ({ ...row, state: foldProposal(row.actions ?? []) }));
  const underWay = folded
    .filter(({ state }) => HOLDING_STATES.includes(state))
    .map((row) => ({ ...row, start: row.planned }));
  // The key was handed over today.
  const housed = folded.filter(({ state }) => state === 'gehuisvest').map((row) => ({ ...row, start: TEST_DAY }));

  expect(now.afspraken.length).toBeGreaterThan(0);
  for (const line of now.afspraken) {
    const { gemeente, doelgroep, jaar, afgesproken, gerealiseerd, onderweg, resterend } = line;
    const count = (counted: typeof underWay): number =>
      counted.filter(
        (row) =>
          row.gemeente === gemeente.id &&
          (doelgroep === null || row.doelgroep === doelgroep.id) &&
          row.start.startsWith(`${jaar}-`),
      ).length;
    const first = before.afspraken.find((each) => named(each) === named(line));
    // An agreement of later is compared with itself here; what it counts is of the other columns.
    const began = first?.gerealiseerd ?? gerealiseerd - count(housed);
    expect([named(line), onderweg, gerealiseerd]).toEqual([named(line), count(underWay), began + count(housed)]);
    expect(resterend).toBe(Math.max(0, afgesproken - gerealiseerd - onderweg));
  }

  const tables = await dataSource.getRepository(RentTableEntity).find();
  const kinds = [...underWay, ...housed].map(({ start, oldestBorn, ...facts }) => {
    const year = Number(start.slice(0, 4));
    const table = tables.find((each) => each.year === year);
    return { year, kind: passendheidOf(table, { ...facts, oldest: ageOn(oldestBorn, start) }) };
  });
  for (const { jaar, passend, nietPassend, onbekend } of now.passendToewijzen) {
    const first = before.passendToewijzen.find((each) => each.jaar === jaar);
    const count = (kind: Passendheid): number =>
      kinds.filter((each) => each.year === jaar && each.kind === kind).length;
    expect([jaar, passend, nietPassend, onbekend]).toEqual([
      jaar,
      (first?.passend ?? 0) + count('passend'),
      (first?.nietPassend ?? 0) + count('not-passend'),
      (first?.onbekend ?? 0) + count('unknown'),
    ]);
  }
}
