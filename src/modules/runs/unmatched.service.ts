import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { explainUnmatched, type UnmatchedExplanation, type UnmatchedUnit } from '../../core/explain/why-nothing';
import type { Plan } from '../../core/matching/plan';
import type { Household, Problem, Unit } from '../../core/matching/problem';
import { indexProblem, required, type ProblemIndex } from '../../core/matching/problem-index';
import { weeksBetween } from '../../core/time/calendar';
import { conflict, notFound } from '../../platform/http/problem';
import { orderOf, type Page, pageOf, window } from '../../platform/http/page';
import { RestrictionService } from '../client-rights/restriction.service';
import { RunsQueries } from './runs.queries';
import {
  unmatchedCauses,
  type UnmatchedDetailDto,
  type UnmatchedDto,
  type UnmatchedListQuery,
  type UnmatchedUnitDto,
} from './unmatched.dto';
import { verdictAnswer } from './verdict.dto';

interface ExplainedRun {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly index: ProblemIndex;
  readonly unmatched: readonly UnmatchedDto[];
}

/** A completed run never changes, so what was worked out for the last few is kept. */
const KEPT_RUNS = 3;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Why a client has no proposal: from the stored snapshot and plan of the round, not from today's data. */
@Injectable()
export class UnmatchedService {
  private readonly kept = new Map<string, Promise<ExplainedRun>>();

  constructor(
    private readonly queries: RunsQueries,
    private readonly restrictions: RestrictionService,
    private readonly database: DataSource,
  ) {}

  async list(regionId: string, runId: string, query: UnmatchedListQuery): Promise<Page<UnmatchedDto>> {
    const { unmatched } = await this.explained(regionId, runId);
    const found = (await this.named(unmatched))
      .filter(
        (each) =>
          (query.oorzaak === undefined || each.oorzaak === query.oorzaak) &&
          (query.gemeente === undefined || each.herkomst?.id === query.gemeente) &&
          (query.doelgroep === undefined || each.doelgroep.id === query.doelgroep) &&
          (query.zoek === undefined || each.nummer.toLowerCase().includes(query.zoek.toLowerCase())),
      )
      .sort(inOrder(query.sorteer));
    const { skip, take } = window(query);
    return pageOf(found.slice(skip, skip + take), found.length, query);
  }

  /**
   * Throws 404 for a client that was not in the round, and 409 for one that did get a proposal, or whose data may not be used
   * now, which tells why it was not in the round.
   */
  async detail(regionId: string, runId: string, clientId: string): Promise<UnmatchedDetailDto> {
    const { problem, plan, index, unmatched } = await this.explained(regionId, runId);
    const summary = unmatched.find((each) => each.clientId === clientId);
    if (!summary) {
      if (!index.households.has(clientId)) {
        await this.restrictions.refuseRestricted(this.database.manager, clientId);
        throw notFound('cliënt in deze ronde', clientId);
      }
      throw conflict('wel-gematcht', 'Wel gematcht', 'Deze cliënt heeft in deze ronde een voorstel gekregen.');
    }
    const { perUnit } = explainUnmatched(problem, plan, clientId, sha256);
    const [named] = await this.named([summary]);
    return {
      ...named!,
      woonplekken: perUnit.map((each) => unitAnswer(index, required(index.units, each.unitId, 'unit'), each)),
    };
  }

  /** With what people call each client, for who may see clients; kept apart from what is kept of a round for everybody. */
  private async named(unmatched: readonly UnmatchedDto[]): Promise<UnmatchedDto[]> {
    const references = await this.queries.references(unmatched.map(({ clientId }) => clientId));
    return unmatched.map((each) => ({ ...each, nummer: references.get(each.clientId) ?? each.nummer }));
  }

  private async explained(regionId: string, runId: string): Promise<ExplainedRun> {
    await this.queries.refusePurged(regionId, runId);
    const key = `${regionId} ${runId}`;
    const known = this.kept.get(key);
    if (known) return known;
    const working = this.explain(regionId, runId);
    this.kept.set(key, working);
    working.catch(() => this.kept.delete(key));
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > KEPT_RUNS && oldest !== undefined) this.kept.delete(oldest);
    return working;
  }

  private async explain(regionId: string, runId: string): Promise<ExplainedRun> {
    const files = await this.queries.files(regionId, runId);
    if (!files) throw notFound('matchronde', runId);
    const { problem, plan } = files;
    if (!plan) throw conflict('geen-plan', 'Geen plan', 'Deze ronde heeft (nog) geen plan.');
    const index = indexProblem(problem);
    const matched = new Set(plan.matches.map(({ householdId }) => householdId));
    const households = problem.households.filter(({ id }) => !matched.has(id));
    const gemeenten = await this.queries.gemeenteNames(households.flatMap(({ herkomst }) => herkomst.gemeenteId ?? []));
    const categories = await this.queries.urgencyCategoryNames();
    const unmatched: UnmatchedDto[] = [];
    for (const household of households) {
      const explanation = explainUnmatched(problem, plan, household.id, sha256);
      unmatched.push(summaryAnswer(index, household, { gemeenten, categories }, explanation));
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { problem, plan, index, unmatched };
  }
}

/** What is not in the problem: gemeenten of herkomst, also those outside the region, and urgency categories. */
interface Names {
  readonly gemeenten: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
}

function summaryAnswer(
  index: ProblemIndex,
  household: Household,
  { gemeenten, categories }: Names,
  { cause, text, eligibleHomes, perRule }: UnmatchedExplanation,
): UnmatchedDto {
  const { gemeenteId } = household.herkomst;
  const { band, category, legalDuty } = household.urgency;
  return {
    clientId: household.id,
    nummer: household.id,
    doelgroep: {
      id: household.doelgroepId,
      naam: required(index.doelgroepen, household.doelgroepId, 'doelgroep').name,
    },
    herkomst: gemeenteId === null ? null : { id: gemeenteId, naam: gemeenten.get(gemeenteId) ?? gemeenteId },
    urgentie: {
      klasse: band,
      categorie: category === null ? null : { id: category, naam: categories.get(category) ?? category },
      wettelijkePlicht: legalDuty,
    },
    weken: Math.max(0, weeksBetween(household.waitingSince, index.problem.asOf)),
    oorzaak: unmatchedCauses.toPublic(cause),
    oorzaakTekst: text.nl,
    mogelijkePlekken: eligibleHomes,
    regels: perRule.map(({ ruleId, title, count }) => ({ regel: ruleId, titel: title.nl, aantal: count })),
  };
}

function unitAnswer(index: ProblemIndex, unit: Unit, each: UnmatchedUnit): UnmatchedUnitDto {
  return {
    wooneenheid: { id: unit.id, naam: unit.name },
    gemeente: { id: unit.gemeenteId, naam: required(index.gemeenten, unit.gemeenteId, 'gemeente').name },
    voldoet: each.eligible,
    vrijePlaatsen: each.freePlaces,
    geblokkeerd: each.ban?.reason ?? null,
    regels: each.verdicts.map(verdictAnswer),
    geblokkeerdDoor: each.blockedBy.map((row) => ({
      regel: row.ruleId,
      titel: row.title.nl,
      onderwerp: row.subject,
      tekst: row.text.nl,
      geteld: row.counted,
      grens: row.upper,
      erbij: row.weight,
    })),
    tekst: unitText(each),
  };
}

function unitText({ eligible, blockedBy, verdicts, ban }: UnmatchedUnit): string {
  if (eligible) {
    return blockedBy.length === 0
      ? 'Deze woonplek past en is vrij gebleven.'
      : `Deze woonplek past, maar is niet meer beschikbaar: ${blockedBy.map(({ title }) => title.nl).join(', ')}.`;
  }
  const reasons = [...(ban ? ['eerder afgewezen'] : []), ...verdicts.map(({ title }) => title.nl.toLowerCase())];
  return `Deze woonplek past niet: ${reasons.join(', ')}.`;
}

function inOrder(sorteer: UnmatchedListQuery['sorteer']): (a: UnmatchedDto, b: UnmatchedDto) => number {
  const { field, direction } = orderOf(sorteer);
  const key = (each: UnmatchedDto): number | string => (field === 'urgentie' ? each.urgentie.klasse : each[field]);
  const sign = direction === 'ASC' ? 1 : -1;
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    return (left < right ? -sign : left > right ? sign : 0) || (a.nummer < b.nummer ? -1 : 1);
  };
}
