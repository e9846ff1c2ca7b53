import type { EntityManager } from 'typeorm';
import { SMALLEST_SHOWN, shownCells } from '../../core/quotas/small-cells';
import type { QuotaStanding } from '../../core/quotas/standing';
import type { Role } from '../../platform/access/permissions';
import type { PlacementLoadService } from './placement-load.service';
import { type LatestRun, proposedPerAgreement, proposedPerQuota } from './proposed.queries';
import { readAgreements, readSpreiding } from './standing.queries';

/** Ids of the agreements of which a number may be told. */
export interface ShownCounts {
  readonly realised: ReadonlySet<string>;
  readonly proposed: ReadonlySet<string>;
}

/** The households that an agreement counts. Null: all of them. */
interface Counted {
  readonly id: string;
  readonly gemeenteId: string;
  readonly corporatieId: string | null;
  readonly doelgroepId: string | null;
  readonly from: string;
  readonly to: string;
}

const BEFORE_ALL = '0001-01-01';

/** Whether somebody in this role is told numbers of households only where they are not small. */
export function isToldNoSmallCells(role: Role): boolean {
  return role === 'gemeente' || role === 'wijkregisseur';
}

/**
 * Which numbers of spreiding and prestatieafspraken a gemeente may be told. Both tables and all periods are looked at
 * together, whatever was asked for: one question may not give what another one hides.
 */
export async function shownCounts(
  manager: EntityManager,
  placements: PlacementLoadService,
  regionId: string,
  run: LatestRun | null,
): Promise<ShownCounts> {
  const quotas = await readSpreiding(manager, regionId, null, {});
  const agreements = await readAgreements(manager, regionId, null, {});
  const cells: Counted[] = [
    ...quotas.map((row) => ({ ...row, corporatieId: null, from: row.periodFrom, to: row.periodTo })),
    ...agreements.map((row) => ({ ...row, from: `${row.year}-01-01`, to: `${row.year}-12-31` })),
  ];
  const realised = new Map([
    ...(await placements.realisedPerQuota(manager, regionId, BEFORE_ALL)),
    ...(await placements.realisedPerAgreement(manager, regionId, BEFORE_ALL)),
  ]);
  const proposed = new Map([
    ...(await proposedPerQuota(manager, regionId, run)),
    ...(await proposedPerAgreement(manager, regionId, run)),
  ]);
  const shown = (counts: ReadonlyMap<string, number>): ReadonlySet<string> =>
    new Set([...shownCells(cells, ({ id }) => counts.get(id) ?? 0, { contains, overlaps })].map(({ id }) => id));
  return { realised: shown(realised), proposed: shown(proposed) };
}

function contains(outer: Counted, inner: Counted): boolean {
  return (
    outer.gemeenteId === inner.gemeenteId &&
    (outer.corporatieId === null || outer.corporatieId === inner.corporatieId) &&
    (outer.doelgroepId === null || outer.doelgroepId === inner.doelgroepId) &&
    outer.from <= inner.from &&
    outer.to >= inner.to
  );
}

function overlaps(one: Counted, other: Counted): boolean {
  const meets = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
  return (
    one.gemeenteId === other.gemeenteId &&
    meets(one.corporatieId, other.corporatieId) &&
    meets(one.doelgroepId, other.doelgroepId) &&
    one.from <= other.to &&
    other.from <= one.to
  );
}

/** The numbers of one agreement as they may be told; `shown` null: all of them. What follows from a hidden one is hidden. */
export function toldStanding(standing: QuotaStanding, id: string, shown: ShownCounts | null) {
  const tellsRealised = shown === null || shown.realised.has(id);
  const tellsProposed = shown === null || shown.proposed.has(id);
  const both = <T>(value: T): T | null => (tellsRealised && tellsProposed ? value : null);
  return {
    gerealiseerd: tellsRealised ? standing.realised : null,
    voorgesteld: tellsProposed ? standing.proposed : null,
    verwacht: both(standing.expected),
    resterend: both(standing.left),
    over: both(standing.over),
    tekort: both(standing.short),
    afgeschermd: !(tellsRealised && tellsProposed),
  };
}

/** Load that proposals bring to a wijk. Points of a few households would give away how many they are. */
export function toldLoad(standing: QuotaStanding, placements: number, role: Role) {
  const tells = role !== 'gemeente' || placements >= SMALLEST_SHOWN;
  const told = <T>(value: T): T | null => (tells ? value : null);
  return {
    voorgesteld: told(standing.proposed),
    verwacht: told(standing.expected),
    resterend: told(standing.left),
    over: told(standing.over),
    voorgesteldePlaatsingen: told(placements),
    afgeschermd: !tells,
  };
}
