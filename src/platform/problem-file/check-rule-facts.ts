import type { Problem } from '../../core/matching/problem';
import type { HouseholdGroup } from '../../core/matching/rule-facts';
import { reportRepeated, type Kind, type KnownIds, type Report } from './known-ids';
import { eachOf, isBelow, isUnread, type Readable } from './readable';

/**
 * What a schema cannot see of the optional facts: ids that exist and are unique, ends after beginnings. Networks, vetoes and
 * matters with a corporatie may name what is outside this problem.
 */
export function checkRuleFacts(problem: Readable<Problem>, known: Record<Kind, KnownIds>, report: Report): void {
  eachOf(problem.complexes, ({ portieken, mixes }, at) => {
    const ids = portieken?.map((portiek) => portiek?.id);
    reportRepeated(`complexes/${at}/portieken`, ids, 'id', report);
    eachOf(mixes, ({ ageFrom, ageBelow }, m) => {
      if (ageFrom !== undefined && ageBelow !== undefined && ageBelow <= ageFrom) {
        report(`complexes/${at}/mixes/${m}/ageBelow`, ageBelow, `meer dan ageFrom (${ageFrom})`);
      }
    });
  });
  eachOf(problem.corporaties, ({ passendMargins }, at) => {
    const years = passendMargins?.map((margin) => margin?.year);
    reportRepeated(`corporaties/${at}/passendMargins`, years, 'year', report);
  });
  eachOf(problem.units, ({ portiekId, complexId }, at) => {
    if (portiekId === undefined || complexId === undefined) return;
    const complex = problem.complexes?.find((each) => each?.id === complexId);
    if (complexId !== null && complex === undefined) return;
    if (complex !== undefined && isUnread(complex, 'portieken')) return;
    const ids = complex?.portieken?.map((portiek) => portiek?.id) ?? [];
    if (!ids.includes(portiekId) && !ids.includes(undefined)) {
      report(`units/${at}/portiekId`, portiekId, 'een portiek van het complex van deze woonplek');
    }
  });
  eachOf(problem.households, ({ urgency, nearby }, at) => {
    if (isBelow(urgency?.validUntil, urgency?.validFrom)) {
      report(`households/${at}/urgency/validUntil`, urgency?.validUntil, `een datum vanaf ${urgency?.validFrom}`);
    }
    eachOf(nearby, (wish, n) => {
      if (wish.landmark === undefined || wish.point === undefined) return;
      const named = Number(wish.landmark !== null) + Number(wish.point !== null);
      if (named !== 1) report(`households/${at}/nearby/${n}`, wish, 'een soort plek (landmark) of een punt (point)');
    });
  });
  eachOf(problem.landmarks, ({ gemeenteId }, at) => {
    if (gemeenteId !== undefined && !known.gemeenten.has(gemeenteId)) {
      report(`landmarks/${at}/gemeenteId`, gemeenteId, 'een id uit gemeenten');
    }
  });
  const kinds = problem.landmarks?.map((each) => each?.kind && each.gemeenteId && `${each.kind} in ${each.gemeenteId}`);
  reportRepeated('landmarks', kinds, 'kind', report);
  for (const list of ['together', 'apart'] as const) {
    const groups = problem[list];
    const ids = groups?.map((group) => group?.id);
    reportRepeated(list, ids, 'id', report);
    eachOf(groups, (group, at) => checkGroup(group, `${list}/${at}`, known.households, report));
  }
}

function checkGroup(
  { householdIds }: Readable<HouseholdGroup>,
  pad: string,
  households: KnownIds,
  report: Report,
): void {
  eachOf(householdIds, (id, place) => {
    if (!households.has(id)) report(`${pad}/householdIds/${place}`, id, 'een id uit households');
    else if (householdIds!.indexOf(id) < place) report(`${pad}/householdIds/${place}`, id, 'elk huishouden één keer');
  });
}
