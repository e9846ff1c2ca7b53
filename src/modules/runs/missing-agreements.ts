import { plannedStart } from '../../core/matching/problem-index';
import type { Problem } from '../../core/matching/problem';
import { dateInWords } from '../../core/time/date-in-words';
import type { IsoDate } from '../../core/time/calendar';
import type { RunWarning } from '../../database/entities/match-run.entity';

/** Whether a region ever agreed on spreiding and draagkracht; one that did not misses nothing. */
export interface AgreementUse {
  readonly spreiding: boolean;
  readonly draagkracht: boolean;
}

/**
 * Where a round has no ceiling because nobody wrote one down for the days on which people would start: one warning for each
 * gemeente without a spreiding quota and one for each wijk without draagkracht. Only where a home of the round stands, and
 * only for what the policy and the region use.
 */
export function missingAgreements(problem: Problem, use: AgreementUse): RunWarning[] {
  const applies = (ruleId: string) => problem.policy.rules.some((rule) => rule.ruleId === ruleId);
  return [
    ...(use.spreiding && applies('spreiding-ceiling') ? gemeentenWithout(problem) : []),
    ...(use.draagkracht && applies('draagkracht') ? wijkenWithout(problem) : []),
  ];
}

function gemeentenWithout(problem: Problem): RunWarning[] {
  return problem.gemeenten.flatMap(({ id, name }) => {
    const quotas = problem.spreidingQuotas.filter(({ gemeenteId }) => gemeenteId === id);
    const starts = problem.units
      .filter(({ gemeenteId }) => gemeenteId === id)
      .map((unit) => plannedStart(problem, unit))
      .filter((start) => !quotas.some(({ from, to }) => from <= start && start <= to))
      .sort();
    if (starts.length === 0) return [];
    const when = days(starts[0]!, starts.at(-1)!);
    const message = `Voor gemeente ${name} is ${when} geen spreidingsafspraak vastgelegd; er geldt geen bovengrens.`;
    return [{ code: 'spreiding-missing', message }];
  });
}

function wijkenWithout(problem: Problem): RunWarning[] {
  const withHome = new Set(problem.units.map(({ wijkId }) => wijkId));
  return problem.wijken
    .filter(({ id, draagkracht }) => draagkracht === null && withHome.has(id))
    .map(({ name, gemeenteId }) => {
      const gemeente = problem.gemeenten.find(({ id }) => id === gemeenteId)?.name ?? gemeenteId;
      const message = `Voor ${name} (${gemeente}) is geen draagkracht vastgelegd; er geldt geen bovengrens.`;
      return { code: 'draagkracht-missing', message };
    });
}

function days(first: IsoDate, last: IsoDate): string {
  const [from, to] = [dateInWords(first).nl, dateInWords(last).nl];
  return first === last ? `voor een start op ${from}` : `in de periode ${from} t/m ${to}`;
}
