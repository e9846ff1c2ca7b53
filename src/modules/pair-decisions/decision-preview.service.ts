import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThanOrEqual } from 'typeorm';
import { DomainError } from '../../core/errors';
import { judgePair } from '../../core/explain/judge-pair';
import type { Match, Plan } from '../../core/matching/plan';
import type { PairReference, Problem } from '../../core/matching/problem';
import { indexProblem } from '../../core/matching/problem-index';
import { ruleById } from '../../core/rules/catalogue';
import { addDays } from '../../core/time/calendar';
import { PairDecisionEntity } from '../../database/entities/pair-decision.entity';
import { Clock } from '../../platform/clock';
import { conflict } from '../../platform/http/problem';
import { solveInThread } from '../../platform/solver/solve-in-thread';
import { RestrictionService } from '../client-rights/restriction.service';
import { CompletedRoundsService, type CompletedRound } from '../runs/completed-rounds.service';
import type { PreviewDto, PreviewRequestDto } from './pair-decision.dto';

const TIME_LIMIT_SECONDS = 60;

/** What a decision would cost: the last round solved again with the decision, and compared. Exact; changes nothing. */
@Injectable()
export class DecisionPreviewService {
  /** One at a time: each takes a whole thread. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly rounds: CompletedRoundsService,
    private readonly restrictions: RestrictionService,
    private readonly clock: Clock,
  ) {}

  /** Throws 409 where there is no round yet, the client or the home was not in it, or the data of the client may not be used. */
  preview(regionId: string, request: PreviewRequestDto, signal: AbortSignal): Promise<PreviewDto> {
    const turn = this.last.then(() => this.work(regionId, request, signal));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async work(regionId: string, request: PreviewRequestDto, signal: AbortSignal): Promise<PreviewDto> {
    signal.throwIfAborted();
    const round = await this.lastRound(regionId);
    const pair = { householdId: request.clientId, unitId: request.wooneenheidId };
    refuseStranger(round.problem, pair);
    await this.restrictions.refuseRestricted(this.database.manager, request.clientId);
    const problem = withDecision(await this.withExceptions(regionId, round.problem, pair), pair, request);
    const redenen = request.soort === 'vastzetting' ? rulesAgainst(problem, pair) : [];
    if (redenen.length > 0) return impossible(round, redenen);
    try {
      const { plan, violations } = await solveInThread(
        problem,
        { engine: 'auto', timeLimitSeconds: TIME_LIMIT_SECONDS },
        { signal },
      );
      if (violations.length > 0) throw new DomainError('engine-failed', 'The verifier refused the plan of a preview');
      return await this.compared(round, problem, plan);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'problem-infeasible') {
        return impossible(round, error.message.split('\n'));
      }
      throw error;
    }
  }

  /** Exceptions for this pair that were taken after the round count: without them a pin would break the rule. */
  private async withExceptions(regionId: string, problem: Problem, pair: PairReference): Promise<Problem> {
    const until = MoreThanOrEqual(this.clock.today());
    const taken = await this.database.manager.findBy(PairDecisionEntity, {
      ...{ ...pair, regionId, kind: 'exception', liftedAt: IsNull(), until },
    });
    const isOfPair = ({ householdId, unitId }: PairReference) =>
      householdId === pair.householdId && unitId === pair.unitId;
    const exceptions = taken.map(({ ruleId, createdBy, reason, until: last }) => ({
      ...{ ...pair, ruleId: ruleId!, by: createdBy ?? 'system', reason, until: last! },
    }));
    return { ...problem, exceptions: [...problem.exceptions.filter((each) => !isOfPair(each)), ...exceptions] };
  }

  private async lastRound(regionId: string): Promise<CompletedRound> {
    const round = await this.rounds.last(regionId);
    if (round !== null) return round;
    const detail = 'Een vooruitblik vergelijkt met de laatste ronde; die is er nog niet.';
    throw conflict('geen-ronde', 'Nog geen matchronde', detail);
  }

  private async compared(round: CompletedRound, problem: Problem, plan: Plan): Promise<PreviewDto> {
    const moves = movesBetween(round.plan.matches, plan.matches);
    const references = await this.rounds.references(moves.map(({ householdId }) => householdId));
    const unitNames = new Map(problem.units.map(({ id, name }) => [id, name]));
    const unit = (id: string | undefined) => (id === undefined ? null : { id, naam: unitNames.get(id) ?? id });
    const niveaus = plan.levels.map(({ level, objectiveId, value }, place) => {
      const rule = ruleById(objectiveId);
      const nu = round.plan.levels[place]!.value;
      const eenheid = rule.kind === 'objective' ? rule.unit.nl : '';
      return { niveau: level, naam: rule.title.nl, eenheid, nu, straks: value, verschil: value - nu };
    });
    return {
      ...head(round),
      mogelijk: true,
      redenen: [],
      bewezen: plan.status === 'optimal',
      samenvatting: summary(niveaus, moves.length),
      niveaus,
      verschuivingen: moves.map(({ householdId, from, to }) => ({
        client: { id: householdId, nummer: references.get(householdId) ?? householdId },
        van: unit(from),
        naar: unit(to),
      })),
    };
  }
}

function head({ id, problem }: CompletedRound): Pick<PreviewDto, 'matchronde' | 'peildatum'> {
  return { matchronde: id, peildatum: problem.asOf };
}

function impossible(round: CompletedRound, redenen: string[]): PreviewDto {
  return {
    ...head(round),
    mogelijk: false,
    redenen,
    bewezen: true,
    samenvatting: 'Dit kan niet: er is dan geen plan dat alle harde regels houdt.',
    niveaus: [],
    verschuivingen: [],
  };
}

function summary(niveaus: PreviewDto['niveaus'], moves: number): string {
  const first = niveaus.find(({ verschil }) => verschil !== 0);
  const moved =
    moves === 0 ? 'Niemand verschuift.' : `Voor ${moves} ${moves === 1 ? 'cliënt' : 'cliënten'} verandert de plek.`;
  if (first === undefined) return `Dit besluit kost niets: alle niveaus blijven gelijk. ${moved}`;
  const size = Math.abs(first.verschil);
  const level = `op niveau ${first.niveau} (${first.naam.toLowerCase()})`;
  const change = first.verschil < 0 ? `kost ${size} ${level}` : `levert ${level} ${size} op`;
  return `Dit besluit ${change}. ${moved}`;
}

function refuseStranger(problem: Problem, { householdId, unitId }: PairReference): void {
  const known =
    problem.households.some(({ id }) => id === householdId) && problem.units.some(({ id }) => id === unitId);
  if (known) return;
  throw conflict(
    'niet-in-ronde',
    'Niet in de laatste ronde',
    'De cliënt of de woonplek deed niet mee in de laatste ronde. Start een nieuwe ronde en probeer het opnieuw.',
  );
}

function withDecision(problem: Problem, pair: PairReference, request: PreviewRequestDto): Problem {
  const others = <P extends PairReference>(decisions: readonly P[]) =>
    decisions.filter(({ householdId, unitId }) => householdId !== pair.householdId || unitId !== pair.unitId);
  const decision = { ...pair, by: 'vooruitblik', reason: 'vooruitblik', until: null };
  if (request.soort === 'vastzetting') return { ...problem, pins: [...others(problem.pins), decision] };
  if (request.soort === 'blokkade') {
    return { ...problem, pins: others(problem.pins), bans: [...others(problem.bans), decision] };
  }
  const until = addDays(problem.asOf, 1);
  return { ...problem, exceptions: [...problem.exceptions, { ...decision, ruleId: request.regel, until }] };
}

function rulesAgainst(problem: Problem, { householdId, unitId }: PairReference): string[] {
  const index = indexProblem(problem);
  const { verdicts, ban } = judgePair(index, index.households.get(householdId)!, index.units.get(unitId)!);
  return [
    ...(ban === null ? [] : [`Er geldt een blokkade: ${ban.reason}.`]),
    ...verdicts.filter(({ outcome }) => outcome === 'fails' || outcome === 'unknown').map(({ text }) => text.nl),
  ];
}

interface Move {
  readonly householdId: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function movesBetween(before: readonly Match[], after: readonly Match[]): Move[] {
  const from = new Map(before.map(({ householdId, unitId }) => [householdId, unitId]));
  const to = new Map(after.map(({ householdId, unitId }) => [householdId, unitId]));
  return [...new Set([...from.keys(), ...to.keys()])]
    .sort()
    .map((householdId) => ({ householdId, from: from.get(householdId), to: to.get(householdId) }))
    .filter((move) => move.from !== move.to);
}
