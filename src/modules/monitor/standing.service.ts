import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { fadeWeeksOf } from '../../core/quotas/fade-weeks-of';
import { DEFAULT_FADE_WEEKS } from '../../core/quotas/faded-load';
import { standingOf } from '../../core/quotas/standing';
import { actingAs, systemOf } from '../../database/acting';
import type { Role } from '../../platform/access/permissions';
import { Clock } from '../../platform/clock';
import { notFound } from '../../platform/http/problem';
import { PolicyService } from '../policy/policy.service';
import { PlacementLoadService } from './placement-load.service';
import { type LatestRun, latestRun, proposedPerAgreement, proposedPerQuota, proposedPerWijk } from './proposed.queries';
import { isToldNoSmallCells, shownCounts, toldLoad, toldStanding } from './shown-counts.queries';
import type {
  AgreementOverviewDto,
  AgreementQuery,
  DraagkrachtOverviewDto,
  DraagkrachtQuery,
  SpreidingOverviewDto,
  SpreidingQuery,
} from './standing.dto';
import { readAgreements, readDraagkracht, readSpreiding } from './standing.queries';

/** One moment of one region: what all three overviews start from. */
interface Moment {
  readonly manager: EntityManager;
  readonly regionId: string;
  readonly today: string;
  readonly run: LatestRun | null;
  readonly header: Pick<SpreidingOverviewDto, 'regio' | 'peildatum' | 'matchronde'>;
}

/** Where spreiding, draagkracht and prestatieafspraken stand: agreed, realised, proposed and what is left. */
@Injectable()
export class StandingService {
  constructor(
    private readonly database: DataSource,
    private readonly placements: PlacementLoadService,
    private readonly policy: PolicyService,
    private readonly clock: Clock,
  ) {}

  /** Agreements per gemeente, of the period that holds the asked day. */
  spreiding(regionId: string, role: Role, query: SpreidingQuery): Promise<SpreidingOverviewDto> {
    return this.atOneMoment(regionId, async ({ manager, today, run, header }) => {
      const day = query.peildatum ?? today;
      const rows = await readSpreiding(manager, regionId, day, query);
      const realised = await this.placements.realisedPerQuota(manager, regionId, day);
      const proposed = await proposedPerQuota(manager, regionId, run);
      const shown = isToldNoSmallCells(role) ? await shownCounts(manager, this.placements, regionId, run) : null;
      const items = rows.map((row) => {
        const { floor, ceiling } = row;
        const standing = standingOf({
          ...{ floor, ceiling },
          realised: realised.get(row.id) ?? 0,
          proposed: proposed.get(row.id) ?? 0,
        });
        return {
          id: row.id,
          gemeente: { id: row.gemeenteId, naam: row.gemeenteName },
          doelgroep:
            row.doelgroepId === null ? null : { id: row.doelgroepId, naam: row.doelgroepName ?? row.doelgroepId },
          periode: { van: row.periodFrom, tot: row.periodTo },
          vloer: floor,
          plafond: ceiling,
          ...toldStanding(standing, row.id, shown),
          verdeelsleutel: row.distributionKey,
          bron: row.source,
          demonstratie: row.demonstration,
        };
      });
      return { ...header, items };
    });
  }

  /** Every wijk and dorp, also those without an agreement. */
  draagkracht(regionId: string, role: Role, query: DraagkrachtQuery): Promise<DraagkrachtOverviewDto> {
    return this.atOneMoment(regionId, async ({ manager, today, run, header }) => {
      const rows = await readDraagkracht(manager, regionId, today, query);
      const load = await this.placements.loadPerWijk(
        manager,
        regionId,
        today,
        await this.fadeWeeks(manager, regionId, today),
      );
      const proposed = await proposedPerWijk(manager, regionId, run);
      const items = rows.map((row) => {
        const standing = standingOf({
          floor: null,
          ceiling: row.points,
          realised: load.get(row.id) ?? 0,
          proposed: proposed.get(row.id)?.points ?? 0,
        });
        return {
          wijk: { id: row.id, naam: row.name },
          soort: row.kind,
          gemeente: { id: row.gemeenteId, naam: row.gemeenteName },
          draagkracht: row.points,
          belasting: standing.realised,
          ...toldLoad(standing, proposed.get(row.id)?.placements ?? 0, role),
          maxPlaatsingen: row.maxPlacements,
          bron: row.source,
          demonstratie: row.demonstration,
        };
      });
      return { ...header, items };
    });
  }

  /** Agreements of the year of the asked day. */
  agreements(regionId: string, role: Role, query: AgreementQuery): Promise<AgreementOverviewDto> {
    return this.atOneMoment(regionId, async ({ manager, today, run, header }) => {
      const day = query.peildatum ?? today;
      const rows = await readAgreements(manager, regionId, day, query);
      const realised = await this.placements.realisedPerAgreement(manager, regionId, day);
      const proposed = await proposedPerAgreement(manager, regionId, run);
      const shown = isToldNoSmallCells(role) ? await shownCounts(manager, this.placements, regionId, run) : null;
      const items = rows.map((row) => {
        const standing = standingOf({
          floor: row.agreed,
          ceiling: null,
          realised: realised.get(row.id) ?? 0,
          proposed: proposed.get(row.id) ?? 0,
        });
        // There is no ceiling here, so nothing is left under it and nothing goes over it.
        const { resterend: _left, over: _over, ...numbers } = toldStanding(standing, row.id, shown);
        return {
          id: row.id,
          corporatie: { id: row.corporatieId, naam: row.corporatieName },
          gemeente: { id: row.gemeenteId, naam: row.gemeenteName },
          doelgroep:
            row.doelgroepId === null ? null : { id: row.doelgroepId, naam: row.doelgroepName ?? row.doelgroepId },
          jaar: row.year,
          afgesproken: row.agreed,
          ...numbers,
          bron: row.source,
          demonstratie: row.demonstration,
        };
      });
      return { ...header, items };
    });
  }

  /** Reads everything of one overview in one snapshot, so that its numbers add up. */
  private atOneMoment<T>(regionId: string, read: (moment: Moment) => Promise<T>): Promise<T> {
    // Numbers only leave here, so they are counted over all that the region has, whoever asks.
    const work = async (manager: EntityManager): Promise<T> => {
      const today = this.clock.today();
      const regions: { id: string; naam: string }[] = await manager.query(
        'SELECT id, name AS naam FROM region WHERE id = $1',
        [regionId],
      );
      const [regio] = regions;
      if (regio === undefined) throw notFound('regio', regionId);
      const run = await latestRun(manager, regionId);
      const matchronde = run && { id: run.id, klaarOp: run.finishedAt?.toISOString() ?? null };
      return read({ manager, regionId, today, run, header: { regio, peildatum: today, matchronde } });
    };
    return actingAs(systemOf(regionId), () => this.database.transaction('REPEATABLE READ', work));
  }

  private async fadeWeeks(manager: EntityManager, regionId: string, today: string): Promise<number> {
    const policy = await this.policy.policyOn(manager, regionId, today);
    return policy === null ? DEFAULT_FADE_WEEKS : fadeWeeksOf(policy.document);
  }
}
