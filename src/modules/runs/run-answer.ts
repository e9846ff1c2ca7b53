import type { LevelResult, Plan, PlanStatistics, ProofMethod } from '../../core/matching/plan';
import type { SwapStatement } from '../../core/proof/improving-swaps';
import { ruleById } from '../../core/rules/catalogue';
import type { RunFailure, RunStatus, RunTrigger, RunWarning } from '../../database/entities/match-run.entity';
import type { RUN_PHASES, RUN_STATUSES, RUN_TRIGGERS, RUN_WARNINGS, RunDetailDto, RunSummaryDto } from './run.dto';

/** A row of a run as the lists read it: of the plan only what is counted. */
export interface RunRow {
  readonly id: string;
  readonly regionId: string;
  readonly regionName: string;
  readonly slot: string;
  readonly status: RunStatus;
  readonly trigger: RunTrigger;
  readonly requestedByName: string | null;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly engine: string;
  readonly usedEngine: string | null;
  readonly planStatus: Plan['status'] | null;
  readonly statistics: PlanStatistics | null;
  readonly matches: number | null;
  readonly failure: RunFailure | null;
  /** Since when its files are gone. */
  readonly purgedAt: Date | null;
}

export interface RunDetailRow extends RunRow {
  readonly attempts: number;
  readonly progress: RunProgress | null;
  readonly updatedAt: Date;
  readonly policyId: string;
  readonly policyVersion: string;
  readonly engineVersion: string | null;
  readonly timeLimitSeconds: number;
  readonly asOf: string;
  readonly seed: string;
  readonly seedCommitment: string;
  readonly snapshotHash: string;
  readonly warnings: readonly RunWarning[];
  readonly levels: readonly LevelResult[] | null;
  readonly strictValues: readonly number[] | null;
  readonly violations: number | null;
  readonly swaps: SwapStatement | null;
  readonly lapsed: number;
}

/** How far a round is; kept in the row, so that any process can tell. */
export interface RunProgress {
  readonly phase: (typeof RUN_PHASES)[number];
  readonly level?: number;
  readonly step?: number;
  readonly steps?: number;
}

const STATUS: Readonly<Record<RunStatus, (typeof RUN_STATUSES)[number]>> = {
  queued: 'wachtend',
  running: 'bezig',
  completed: 'voltooid',
  failed: 'mislukt',
};
const TRIGGER: Readonly<Record<RunTrigger, (typeof RUN_TRIGGERS)[number]>> = {
  schedule: 'rooster',
  person: 'persoon',
  start: 'eerste-start',
};
const WARNING: Readonly<Record<RunWarning['code'], (typeof RUN_WARNINGS)[number]>> = {
  'spreiding-missing': 'spreiding-ontbreekt',
  'draagkracht-missing': 'draagkracht-ontbreekt',
  'processing-restricted': 'verwerking-beperkt',
};
const METHOD: Readonly<Record<ProofMethod, RunDetailDto['niveaus'][number]['methode']>> = {
  'lp-bound': 'lp-grens',
  'branch-and-bound': 'zoekboom',
  'not-proven': 'niet-bewezen',
};
const PHASE: Readonly<Record<RunProgress['phase'], string>> = {
  wachtrij: 'De ronde wacht op haar beurt.',
  voorbereiden: 'De ronde zoekt wie waar zou kunnen wonen.',
  rekenen: 'De ronde rekent en controleert het plan.',
  opslaan: 'De voorstellen worden opgeslagen.',
  klaar: 'De ronde is klaar.',
};

/** The stored status of a public one. */
export function runStatusOf(status: (typeof RUN_STATUSES)[number]): RunStatus {
  return (Object.keys(STATUS) as RunStatus[]).find((each) => STATUS[each] === status)!;
}

export function runSummary(row: RunRow): RunSummaryDto {
  const { statistics, matches } = row;
  return {
    id: row.id,
    regio: { id: row.regionId, naam: row.regionName },
    tijdvak: row.slot,
    status: STATUS[row.status],
    aanleiding: TRIGGER[row.trigger],
    aangevraagdDoor: row.requestedByName,
    aangevraagdOp: row.requestedAt.toISOString(),
    gestartOp: row.startedAt?.toISOString() ?? null,
    klaarOp: row.finishedAt?.toISOString() ?? null,
    duurSeconden: row.startedAt && row.finishedAt ? (row.finishedAt.getTime() - row.startedAt.getTime()) / 1000 : null,
    motor: row.usedEngine ?? row.engine,
    aantallen:
      statistics === null || matches === null
        ? null
        : {
            clienten: statistics.households,
            wooneenheden: statistics.units,
            vrijePlaatsen: statistics.freePlaces,
            mogelijkeParen: statistics.eligiblePairs,
            voorstellen: matches,
            nietGematcht: statistics.households - matches,
          },
    bewezenOptimaal: row.planStatus === null ? null : row.planStatus === 'optimal',
    fout: row.failure && { code: row.failure.code, tekst: row.failure.message },
  };
}

export function runDetail(row: RunDetailRow): RunDetailDto {
  const levels = row.levels ?? [];
  const firstUnproven = levels.findIndex(({ proven }) => !proven);
  return {
    ...runSummary(row),
    pogingen: row.attempts,
    voortgang: progressAnswer(row),
    beleid: { id: row.policyId, versie: row.policyVersion },
    motorversie: row.engineVersion,
    tijdslimietSeconden: row.timeLimitSeconds,
    peildatum: row.asOf,
    seedVastlegging: row.seedCommitment,
    seed: row.status === 'completed' || row.status === 'failed' ? row.seed : null,
    snapshotHash: row.snapshotHash,
    waarschuwingen: row.warnings.map(({ code, message }) => ({ code: WARNING[code], tekst: message })),
    niveaus: levels.map((level, place) => levelAnswer(level, row.strictValues?.[place] ?? null)),
    bewezenTotNiveau: row.levels === null ? null : firstUnproven === -1 ? levels.length : firstUnproven,
    gecontroleerd: row.violations === null ? null : row.violations === 0,
    ruiltoets: row.swaps && swapAnswer(row.swaps),
    vervallenVoorstellen: row.lapsed,
    vernietigdOp: row.purgedAt?.toISOString() ?? null,
  };
}

function progressAnswer({ status, progress, updatedAt }: RunDetailRow): RunDetailDto['voortgang'] {
  const phase = status === 'queued' ? 'wachtrij' : status === 'running' ? (progress?.phase ?? 'voorbereiden') : 'klaar';
  const told = status === 'running' ? progress : null;
  return {
    fase: phase,
    tekst: status === 'failed' ? 'De ronde is mislukt.' : PHASE[phase],
    niveau: told?.level ?? null,
    stap: told?.step ?? null,
    stappen: told?.steps ?? null,
    bijgewerktOp: updatedAt.toISOString(),
  };
}

function swapAnswer({ tried, complete, improving }: SwapStatement): RunDetailDto['ruiltoets'] {
  return {
    ruilen: tried.trade,
    verhuizen: tried.move,
    plaatsen: tried.fill,
    vervangen: tried.replace,
    volledig: complete,
    beter: improving !== null,
  };
}

function levelAnswer(level: LevelResult, strict: number | null): RunDetailDto['niveaus'][number] {
  const rule = ruleById(level.objectiveId);
  return {
    niveau: level.level,
    doel: {
      id: rule.id,
      naam: rule.title.nl,
      zin: rule.sentence.nl,
      eenheid: rule.kind === 'objective' ? rule.unit.nl : '',
    },
    waarde: level.value,
    grens: level.bound,
    bewezen: level.proven,
    methode: METHOD[level.method],
    tolerantie: level.epsilon,
    ingeleverd: level.epsilon === 0 ? null : level.bound - level.value,
    zonderToleranties: strict,
  };
}
