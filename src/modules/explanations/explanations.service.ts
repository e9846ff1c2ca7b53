import { Injectable } from '@nestjs/common';
import type { TriedLever } from '../../core/explain/try-levers';
import { indexProblem, required, type ProblemIndex } from '../../core/matching/problem-index';
import { weeksBetween } from '../../core/time/calendar';
import { conflict, notFound } from '../../platform/http/problem';
import { pageOf, window, type Page } from '../../platform/http/page';
import { ExplainService, type AskedRun } from './explain.service';
import {
  clientOf,
  gemeenteOf,
  levelAnswer,
  rankedAnswer,
  unitOf,
  whyNotAnswer,
  type Names,
} from './explanation-answers';
import {
  changeOwners,
  leverOutcomes,
  type CandidateDto,
  type ConflictDto,
  type LeversDto,
  type OptionDto,
  type RankedQuery,
  type WhyNotDto,
  type WhyNotQuery,
} from './explanation.dto';
import { ExplanationsQueries } from './explanations.queries';

/** Answers about one round: from its frozen facts and plan, never from today's data. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly explain: ExplainService,
    private readonly queries: ExplanationsQueries,
  ) {}

  async whyNot(asked: AskedRun, query: WhyNotQuery, maySeePersons: boolean): Promise<WhyNotDto> {
    const index = await this.index(asked);
    requireClient(index, query.client);
    if (!index.units.has(query.wooneenheid)) throw notFound('wooneenheid in deze ronde', query.wooneenheid);
    const answer = await this.explain.ask<'why-not'>(
      asked,
      { kind: 'why-not', householdId: query.client, unitId: query.wooneenheid, exact: query.nauwkeurig },
      ({ kind }) => kind !== 'bound' || !query.nauwkeurig,
    );
    const moved = answer.kind === 'loss' && maySeePersons ? answer.moves.map(({ householdId }) => householdId) : [];
    const names = await this.names(index, [query.client, ...moved]);
    return whyNotAnswer(names, query.client, query.wooneenheid, answer, maySeePersons);
  }

  async options(asked: AskedRun, householdId: string, query: RankedQuery): Promise<Page<OptionDto>> {
    const index = await this.index(asked);
    requireClient(index, householdId);
    const ranked = await this.explain.ask<'options'>(
      asked,
      { kind: 'options', householdId, exact: query.nauwkeurig },
      (pairs) => !query.nauwkeurig || pairs.every(({ certainty }) => certainty !== 'bound'),
    );
    const names = await this.names(index, []);
    const { skip, take } = window(query);
    const ordered = query.sorteer === 'rang' ? ranked : [...ranked].reverse();
    const items = ordered.slice(skip, skip + take).map((pair) => ({
      wooneenheid: unitOf(names, pair.unitId),
      gemeente: gemeenteOf(names, pair.unitId),
      ...rankedAnswer(names, pair),
    }));
    return pageOf(items, ranked.length, query);
  }

  async candidates(asked: AskedRun, unitId: string, query: RankedQuery): Promise<Page<CandidateDto>> {
    const index = await this.index(asked);
    if (!index.units.has(unitId)) throw notFound('wooneenheid in deze ronde', unitId);
    const ranked = await this.explain.ask<'candidates'>(
      asked,
      { kind: 'candidates', unitId, exact: query.nauwkeurig },
      (pairs) => !query.nauwkeurig || pairs.every(({ certainty }) => certainty !== 'bound'),
    );
    const { skip, take } = window(query);
    const ordered = query.sorteer === 'rang' ? ranked : [...ranked].reverse();
    const shown = ordered.slice(skip, skip + take);
    const names = await this.names(
      index,
      shown.map(({ householdId }) => householdId),
    );
    const items = shown.map((pair) => {
      const { doelgroepId, waitingSince } = required(index.households, pair.householdId, 'household');
      return {
        client: clientOf(names, pair.householdId),
        doelgroep: { id: doelgroepId, naam: required(index.doelgroepen, doelgroepId, 'doelgroep').name },
        weken: Math.max(0, weeksBetween(waitingSince, index.problem.asOf)),
        ...rankedAnswer(names, pair),
      };
    });
    return pageOf(items, ranked.length, query);
  }

  /** Throws 409 for a client that did get a proposal. */
  async levers(asked: AskedRun, householdId: string): Promise<LeversDto> {
    const names = await this.unmatchedNames(asked, householdId);
    const isKnown = (levers: readonly TriedLever[]) => levers.every(({ outcome }) => outcome !== 'open');
    const tried = await this.explain.ask<'levers'>(asked, { kind: 'levers', householdId }, isKnown);
    const order = ['helps', 'open', 'does-not-help'];
    return {
      client: clientOf(names, householdId),
      hefbomen: [...tried]
        .sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
        .map(({ leverId, title, owner, text, outcome, unitId, levels }) => ({
          id: leverId,
          titel: title.nl,
          eigenaar: changeOwners.named(owner),
          tekst: text.nl,
          uitkomst: leverOutcomes.toPublic(outcome),
          wooneenheid: unitId === null ? null : unitOf(names, unitId),
          niveaus: levels.map(levelAnswer),
        })),
      volledig: isKnown(tried),
    };
  }

  /** Throws 409 for a client that did get a proposal. */
  async conflict(asked: AskedRun, householdId: string): Promise<ConflictDto> {
    const names = await this.unmatchedNames(asked, householdId);
    const found = await this.explain.ask<'conflict'>(
      asked,
      { kind: 'conflict', householdId },
      (answer) => answer !== null && answer.rows !== null,
    );
    const rows = found?.rows ?? [];
    return {
      client: clientOf(names, householdId),
      tekst: conflictText(found === null, rows.length),
      beslistOpNiveau: found?.level ?? null,
      wooneenheid: found === null || found.unitId === null ? null : unitOf(names, found.unitId),
      niveaus: (found?.levels ?? []).map(levelAnswer),
      afspraken: rows.map(({ ruleId, title, subject, text, ofOptions }) => ({
        regel: ruleId,
        titel: title.nl,
        onderwerp: subject.name,
        tekst: text.nl,
        vanClient: ofOptions,
      })),
      volledig: found !== null && found.rows !== null,
    };
  }

  private async unmatchedNames(asked: AskedRun, householdId: string): Promise<Names> {
    const index = await this.index(asked);
    requireClient(index, householdId);
    const { plan } = await this.explain.files(asked.regionId, asked.runId);
    if (plan.matches.some((match) => match.householdId === householdId)) {
      throw conflict('wel-gematcht', 'Wel gematcht', 'Deze cliënt heeft in deze ronde een voorstel gekregen.');
    }
    return this.names(index, [householdId]);
  }

  private async index({ regionId, runId }: AskedRun): Promise<ProblemIndex> {
    await this.explain.completedRun(regionId, runId);
    return indexProblem((await this.explain.files(regionId, runId)).problem);
  }

  private async names(index: ProblemIndex, householdIds: readonly string[]): Promise<Names> {
    return { index, references: await this.queries.references(householdIds) };
  }
}

function requireClient(index: ProblemIndex, id: string): void {
  if (!index.households.has(id)) throw notFound('cliënt in deze ronde', id);
}

function conflictText(isNothing: boolean, rows: number): string {
  if (isNothing) return 'Er is geen woonplek die aan alle regels voldoet, of de tijd was op.';
  if (rows === 0) return 'Er is geen afspraak gevonden die een plaats in de weg staat.';
  return rows === 1
    ? 'Deze afspraak laat geen plaats over zonder dat het plan slechter wordt.'
    : 'Deze afspraken laten samen geen plaats over zonder dat het plan slechter wordt.';
}
