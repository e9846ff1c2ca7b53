import { Injectable } from '@nestjs/common';
import { differenceText } from '../../core/explain/round-differences';
import { indexProblem } from '../../core/matching/problem-index';
import { notFound } from '../../platform/http/problem';
import { ExplainService, type AskedRun } from './explain.service';
import { clientOf, levelTitle, type Names } from './explanation-answers';
import { differenceCauses, type DifferencesDto } from './explanation.dto';
import { ExplanationsQueries, type RunKey } from './explanations.queries';

/** What differs between two rounds of a region, client by client. */
@Injectable()
export class DifferencesService {
  constructor(
    private readonly explain: ExplainService,
    private readonly queries: ExplanationsQueries,
  ) {}

  /** Throws 404 where a round is not of the region, and 409 for one without a plan. */
  async between(asked: AskedRun, olderId: string | undefined): Promise<DifferencesDto> {
    const { regionId, runId } = asked;
    await this.explain.completedRun(regionId, runId);
    const other = await this.otherRun(asked, olderId);
    if (other === null) return { met: null, verschillen: [], volledig: true };
    const older = await this.explain.files(regionId, other.id);
    const newer = await this.explain.files(regionId, runId);
    const differences = await this.explain.ask<'differences'>(
      asked,
      { kind: 'differences', older },
      (all) => all.every(({ isExact }) => isExact),
      `differences ${other.snapshotHash}`,
    );
    const references = await this.queries.references(differences.map(({ householdId }) => householdId));
    const names: Names = { index: indexProblem(newer.problem), references };
    const olderUnits = new Map(older.problem.units.map(({ id, name }) => [id, name]));
    const home = (id: string | null) =>
      id === null ? null : { id, naam: names.index.units.get(id)?.name ?? olderUnits.get(id) ?? id };
    return {
      met: { id: other.id, tijdvak: other.slot },
      verschillen: differences.map(({ householdId, fromUnitId, toUnitId, causes, level }) => ({
        client: clientOf(names, householdId),
        van: home(fromUnitId),
        naar: home(toUnitId),
        oorzaken: causes.map((cause) => ({ code: differenceCauses.toPublic(cause), tekst: differenceText(cause).nl })),
        niveau: levelOf(names, level),
      })),
      volledig: differences.every(({ isExact }) => isExact),
    };
  }

  private async otherRun({ regionId, runId }: AskedRun, olderId: string | undefined): Promise<RunKey | null> {
    if (olderId === undefined) return this.queries.previousRun(regionId, runId);
    if (olderId === runId) throw notFound('andere matchronde', olderId);
    return this.explain.completedRun(regionId, olderId);
  }
}

function levelOf(names: Names, level: number | null) {
  const title = levelTitle(names, level);
  if (level === null || title === null) return null;
  return { niveau: level, doel: { id: names.index.problem.policy.levels[level - 1]!.objectiveId, naam: title } };
}
