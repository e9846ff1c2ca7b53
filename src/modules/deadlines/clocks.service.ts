import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { clockOn, type ClockStart, REGION_CLOCKS } from '../../core/review/region-clocks';
import { daysBetween, type IsoDate } from '../../core/time/calendar';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { orderOf, type Page, pageOf, window } from '../../platform/http/page';
import type { ClockDto, ClockListQuery } from './clock.dto';

interface StartRow {
  readonly start: ClockStart;
  /** Of what it counts for. */
  readonly id: string;
  readonly from: IsoDate;
  readonly maxStayMonths: number | null;
  /** Of somebody in shelter: whether it is known that they can leave, or the triageteam has talked about them. */
  readonly isReady: boolean;
  readonly householdId: string | null;
  readonly reference: string | null;
  readonly unitId: string | null;
  readonly unit: string | null;
}

/** `$1` the region, `$2` today. Each row as far as the reader may see it. */
const STARTS = `
  SELECT 'admission' AS start, h.id, h.current_stay_since AS "from", NULL::int AS "maxStayMonths",
         coalesce(h.ready_for_outflow_on <= $2, false) OR EXISTS (
           SELECT FROM panel_case c JOIN panel_meeting m ON m.id = c.meeting_id
            WHERE c.household_id = h.id AND c.withdrawn_at IS NULL AND m.kind = 'triageteam' AND m.state = 'vastgesteld'
              AND m.held_on BETWEEN h.current_stay_since AND $2) AS "isReady", h.id AS "householdId", h.reference,
         NULL::uuid AS "unitId", NULL AS unit
    FROM household h
   WHERE h.region_id = $1 AND h.status IN ('waiting', 'paused') AND h.current_stay_since IS NOT NULL
  UNION ALL
  SELECT 'readiness', h.id, h.ready_for_outflow_on, NULL, true, h.id, h.reference, NULL, NULL
    FROM household h
   WHERE h.region_id = $1 AND h.status IN ('waiting', 'paused') AND h.ready_for_outflow_on <= $2
  UNION ALL
  SELECT 'stay', p.id, p.start_date, u.max_stay_months, true, h.id, h.reference, u.id, u.name
    FROM placement p JOIN unit u ON u.id = p.unit_id LEFT JOIN household h ON h.id = p.household_id
   WHERE p.region_id = $1 AND p.start_date <= $2 AND (p.end_date IS NULL OR p.end_date >= $2) AND u.max_stay_months IS NOT NULL
  UNION ALL
  SELECT 'tenancy-end', p.id, p.end_date, NULL, true, h.id, h.reference, u.id, u.name
    FROM placement p JOIN unit u ON u.id = p.unit_id LEFT JOIN household h ON h.id = p.household_id
   WHERE p.region_id = $1 AND p.start_date <= $2 AND p.end_date >= $2
  UNION ALL
  SELECT 'home-end', u.id, u.available_until, NULL, true, NULL, NULL, u.id, u.name
    FROM unit u WHERE u.region_id = $1 AND u.available_until IS NOT NULL AND u.status <> 'ended'`;

/** The region's clocks apart from the steps of a case: worked out from the rows of today, and nothing happens by itself. */
@Injectable()
export class ClocksService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list({ regionId }: ActingAccount, query: ClockListQuery): Promise<Page<ClockDto>> {
    const today = this.clock.today();
    const rows = await this.database.query<StartRow[]>(STARTS, [regionId, today]);
    const running = rows.flatMap((row) => clocksOf(row, today)).filter((each) => keeps(each, query));
    const { field, direction } = orderOf(query.sorteer);
    const sign = direction === 'ASC' ? 1 : -1;
    running.sort((a, b) => sign * compare(a[field], b[field]) || compare(a.id, b.id));
    const { skip, take } = window(query);
    return pageOf(running.slice(skip, skip + take), running.length, query);
  }
}

function clocksOf(row: StartRow, today: IsoDate): ClockDto[] {
  return REGION_CLOCKS.filter(({ start }) => start === row.start).flatMap((clock) => {
    // The talk has been held once the triageteam had it, or it is known that somebody can go.
    if (clock.code === 'triage' && row.isReady) return [];
    const now = clockOn(clock, row, today);
    if (now === null) return [];
    const { householdId, reference, unitId, unit } = row;
    return [
      {
        id: `${clock.code}/${row.id}`,
        klok: { code: clock.code, naam: clock.nl },
        bron: clock.source,
        client: householdId === null || reference === null ? null : { id: householdId, nummer: reference },
        wooneenheid: unitId === null || unit === null ? null : { id: unitId, naam: unit },
        begin: row.from,
        uiterlijkOp: now.dueOn,
        dagenOver: daysBetween(today, now.dueOn),
        teLaat: now.isOverdue,
        moment: now.moment,
      },
    ];
  });
}

function keeps(each: ClockDto, { klok, teLaat, zoek = '' }: ClockListQuery): boolean {
  const sought = zoek.toLowerCase();
  return (
    (klok === undefined || klok === each.klok.code) &&
    (teLaat === undefined || teLaat === each.teLaat) &&
    [each.client?.nummer ?? '', each.wooneenheid?.naam ?? ''].some((text) => text.toLowerCase().includes(sought))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
