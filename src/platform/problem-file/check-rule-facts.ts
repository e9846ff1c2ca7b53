import type { Problem } from '../../core/matching/problem';
import type { HouseholdGroup } from '../../core/matching/rule-facts';

type Report = (pad: string, waarde: unknown, verwacht: string) => void;

/**
 * What a schema cannot see of the optional facts: ids that exist and are unique, ends after beginnings. Networks, vetoes and
 * matters with a corporatie may name what is outside this problem.
 */
export function checkRuleFacts(problem: Problem, report: Report): void {
  const gemeenten = new Set(problem.gemeenten.map(({ id }) => id));
  const unique = (pad: string, values: readonly (string | number)[], key: string) =>
    values.forEach((value, at) => {
      if (values.indexOf(value) < at)
        report(`${pad}/${at}/${key}`, value, `een waarde die in ${pad} nog niet voorkomt`);
    });

  problem.complexes.forEach(({ portieken = [], mixes }, at) => {
    unique(
      `complexes/${at}/portieken`,
      portieken.map(({ id }) => id),
      'id',
    );
    mixes.forEach(({ ageFrom, ageBelow }, m) => {
      if (ageFrom !== undefined && ageBelow !== undefined && ageBelow <= ageFrom) {
        report(`complexes/${at}/mixes/${m}/ageBelow`, ageBelow, `meer dan ageFrom (${ageFrom})`);
      }
    });
  });
  problem.corporaties.forEach(({ passendMargins = [] }, at) =>
    unique(
      `corporaties/${at}/passendMargins`,
      passendMargins.map(({ year }) => year),
      'year',
    ),
  );
  problem.units.forEach(({ portiekId, complexId }, at) => {
    if (portiekId === undefined) return;
    const portieken = problem.complexes.find(({ id }) => id === complexId)?.portieken ?? [];
    if (!portieken.some(({ id }) => id === portiekId)) {
      report(`units/${at}/portiekId`, portiekId, 'een portiek van het complex van deze woonplek');
    }
  });
  problem.households.forEach(({ urgency: { validFrom, validUntil }, nearby = [] }, at) => {
    if (validFrom !== undefined && validUntil !== undefined && validUntil < validFrom) {
      report(`households/${at}/urgency/validUntil`, validUntil, `een datum vanaf ${validFrom}`);
    }
    nearby.forEach((wish, n) => {
      const named = Number(wish.landmark !== null) + Number(wish.point !== null);
      if (named !== 1) report(`households/${at}/nearby/${n}`, wish, 'een soort plek (landmark) of een punt (point)');
    });
  });
  const landmarks = problem.landmarks ?? [];
  landmarks.forEach(({ gemeenteId }, at) => {
    if (!gemeenten.has(gemeenteId)) report(`landmarks/${at}/gemeenteId`, gemeenteId, 'een id uit gemeenten');
  });
  unique(
    'landmarks',
    landmarks.map(({ kind, gemeenteId }) => `${kind} in ${gemeenteId}`),
    'kind',
  );
  const households = new Set(problem.households.map(({ id }) => id));
  for (const list of ['together', 'apart'] as const) {
    const groups = problem[list] ?? [];
    unique(
      list,
      groups.map(({ id }) => id),
      'id',
    );
    groups.forEach((group, at) => checkGroup(group, `${list}/${at}`, households, report));
  }
}

function checkGroup({ householdIds }: HouseholdGroup, pad: string, known: ReadonlySet<string>, report: Report): void {
  householdIds.forEach((id, place) => {
    if (!known.has(id)) report(`${pad}/householdIds/${place}`, id, 'een id uit households');
    else if (householdIds.indexOf(id) < place) report(`${pad}/householdIds/${place}`, id, 'elk huishouden één keer');
  });
}
