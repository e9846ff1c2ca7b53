import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AgreementLedger, ledgerOf } from '../../core/quotas/agreement-ledger';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { PlacementLoadService } from './placement-load.service';
import { type AgreementRow, readAgreements } from './standing.queries';

/** One prestatieafspraak with what counts under it. */
export type LedgerLine = AgreementRow & AgreementLedger;

/** What decides under which agreements a home counts. */
export interface CountedAllocation {
  readonly corporatieId: string | null;
  readonly gemeenteId: string;
  readonly plannedStart: string;
  /** Undefined: not told, and then only agreements for every doelgroep are known to count. */
  readonly doelgroepId?: string;
}

const BEFORE_ALL = '0001-01-01';

/** Agreed, realised, under way and left of each prestatieafspraak. Counts households, so the caller acts as the system. */
@Injectable()
export class AgreementLedgerService {
  constructor(private readonly placements: PlacementLoadService) {}

  /** All years; of one corporatie where it is named. */
  async lines(manager: EntityManager, regionId: string, corporatie?: string): Promise<LedgerLine[]> {
    const rows = await readAgreements(manager, regionId, null, { corporatie });
    const realised = await this.placements.realisedPerAgreement(manager, regionId, BEFORE_ALL);
    const underWay = await underWayPerAgreement(manager, regionId);
    return rows.map((row) => ({
      ...row,
      ...ledgerOf({
        agreed: row.agreed,
        realised: realised.get(row.id) ?? 0,
        underWay: underWay.get(row.id) ?? 0,
      }),
    }));
  }
}

/** The agreements under which an allocation counts. */
export function linesFor(lines: readonly LedgerLine[], allocation: CountedAllocation): LedgerLine[] {
  const { corporatieId, gemeenteId, plannedStart, doelgroepId } = allocation;
  return lines.filter(
    (line) =>
      line.corporatieId === corporatieId &&
      line.gemeenteId === gemeenteId &&
      plannedStart.startsWith(`${line.year}-`) &&
      (line.doelgroepId === null || line.doelgroepId === doelgroepId),
  );
}

async function underWayPerAgreement(manager: EntityManager, regionId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await manager.query<{ id: string; count: number }[]>(
    `SELECT a.id, count(*)::int AS count
       FROM prestatieafspraak a
       JOIN unit u ON u.corporatie_id = a.owner_organisation_id AND u.gemeente_id = a.gemeente_id
       JOIN proposal v ON v.unit_id = u.id AND v.state = ANY ($2::text[]) AND extract(year FROM v.planned_start) = a.year
       JOIN household h ON h.id = v.household_id AND (a.doelgroep_id IS NULL OR h.doelgroep_id = a.doelgroep_id)
      WHERE a.region_id = $1 GROUP BY a.id`,
    [regionId, HOLDING_STATES],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
