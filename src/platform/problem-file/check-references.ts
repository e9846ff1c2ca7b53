import type { PairDecision, Problem } from '../../core/matching/problem';
import { validatePolicy } from '../../core/rules/validate-policy';
import { ELIGIBILITY_RULES } from '../../core/rules/catalogue';
import { checkRuleFacts } from './check-rule-facts';
import type { FileError } from './file-error';

/**
 * What a schema cannot see: ids that exist and are unique, dates that follow each other, decisions that do not contradict.
 * Herkomst, exclusion areas, wishes, refusals and earlier matches may name places outside this problem.
 */
export function checkReferences(problem: Problem): readonly FileError[] {
  const errors: FileError[] = [];
  const report = (pad: string, waarde: unknown, verwacht: string) => void errors.push({ pad, waarde, verwacht });
  const known = knownIds(problem, report);

  const refer = (pad: string, id: string | null, kind: keyof typeof known) => {
    if (id !== null && !known[kind].has(id)) report(pad, id, `een id uit ${kind}`);
  };
  const referAll = (pad: string, ids: readonly string[], kind: keyof typeof known) =>
    ids.forEach((id, place) => refer(`${pad}/${place}`, id, kind));

  problem.wijken.forEach((wijk, at) => refer(`wijken/${at}/gemeenteId`, wijk.gemeenteId, 'gemeenten'));
  problem.aanbieders.forEach((each, at) => referAll(`aanbieders/${at}/gemeenteIds`, each.gemeenteIds, 'gemeenten'));
  problem.complexes.forEach((complex, at) =>
    complex.mixes.forEach((mix, m) =>
      referAll(`complexes/${at}/mixes/${m}/doelgroepIds`, mix.doelgroepIds, 'doelgroepen'),
    ),
  );
  problem.units.forEach((unit, at) => {
    const pad = `units/${at}`;
    refer(`${pad}/complexId`, unit.complexId, 'complexes');
    refer(`${pad}/gemeenteId`, unit.gemeenteId, 'gemeenten');
    refer(`${pad}/wijkId`, unit.wijkId, 'wijken');
    refer(`${pad}/corporatieId`, unit.corporatieId, 'corporaties');
    referAll(`${pad}/aanbiederIds`, unit.aanbiederIds, 'aanbieders');
    referAll(`${pad}/doelgroepIds`, unit.doelgroepIds, 'doelgroepen');
    const wijk = problem.wijken.find(({ id }) => id === unit.wijkId);
    if (wijk !== undefined && wijk.gemeenteId !== unit.gemeenteId) {
      report(`${pad}/wijkId`, unit.wijkId, `een wijk in gemeente ${unit.gemeenteId}`);
    }
    if (unit.availableUntil !== null && unit.availableUntil < unit.availableFrom) {
      report(`${pad}/availableUntil`, unit.availableUntil, `een datum vanaf ${unit.availableFrom}`);
    }
    if (unit.ageFrom !== null && unit.ageBelow !== null && unit.ageBelow <= unit.ageFrom) {
      report(`${pad}/ageBelow`, unit.ageBelow, `meer dan ageFrom (${unit.ageFrom})`);
    }
  });
  problem.households.forEach((household, at) => {
    refer(`households/${at}/aanbiederId`, household.aanbiederId, 'aanbieders');
    refer(`households/${at}/doelgroepId`, household.doelgroepId, 'doelgroepen');
    household.members.forEach(({ birthDate }, m) => {
      if (birthDate > problem.asOf) {
        report(`households/${at}/members/${m}/birthDate`, birthDate, `een datum tot en met ${problem.asOf}`);
      }
    });
  });
  problem.spreidingQuotas.forEach(({ gemeenteId, doelgroepId, from, to, floor, ceiling }, at) => {
    refer(`spreidingQuotas/${at}/gemeenteId`, gemeenteId, 'gemeenten');
    refer(`spreidingQuotas/${at}/doelgroepId`, doelgroepId, 'doelgroepen');
    if (to < from) report(`spreidingQuotas/${at}/to`, to, `een datum vanaf ${from}`);
    if (floor !== null && ceiling !== null && floor > ceiling) {
      report(`spreidingQuotas/${at}/floor`, floor, `niet meer dan ceiling (${ceiling})`);
    }
  });
  problem.agreements.forEach((agreement, at) => {
    refer(`agreements/${at}/corporatieId`, agreement.corporatieId, 'corporaties');
    refer(`agreements/${at}/gemeenteId`, agreement.gemeenteId, 'gemeenten');
    refer(`agreements/${at}/doelgroepId`, agreement.doelgroepId, 'doelgroepen');
  });
  for (const list of ['pins', 'bans', 'exceptions'] as const) {
    problem[list].forEach(({ householdId, unitId }, at) => {
      refer(`${list}/${at}/householdId`, householdId, 'households');
      refer(`${list}/${at}/unitId`, unitId, 'units');
    });
  }
  problem.exceptions.forEach(({ ruleId }, at) => {
    const rule = ELIGIBILITY_RULES.find(({ id }) => id === ruleId);
    if (rule === undefined) report(`exceptions/${at}/ruleId`, ruleId, 'een regel over wie waar mag wonen');
    else if (rule.noException !== undefined)
      report(`exceptions/${at}/ruleId`, ruleId, 'een regel die een uitzondering toestaat');
  });
  checkPins(problem, report);
  checkRuleFacts(problem, report);
  const scopeTargets = {
    programme: new Set(problem.units.map(({ programme }) => programme)),
    complex: known.complexes,
    unit: known.units,
  };
  for (const fault of validatePolicy(problem.policy, scopeTargets)) {
    report(`policy/${fault.path}`, fault.value, fault.expected);
  }
  return errors;
}

type Report = (pad: string, waarde: unknown, verwacht: string) => void;

/** The ids of each list; a second use of an id is reported. */
function knownIds(problem: Problem, report: Report) {
  const idsOf = (pad: string, items: readonly { readonly id: string | number }[], key = 'id') => {
    const seen = new Set<string>();
    items.forEach(({ id }, at) => {
      if (seen.has(String(id))) report(`${pad}/${at}/${key}`, id, `een waarde die in ${pad} nog niet voorkomt`);
      seen.add(String(id));
    });
    return seen;
  };
  problem.complexes.forEach(({ mixes }, at) => idsOf(`complexes/${at}/mixes`, mixes));
  idsOf('spreidingQuotas', problem.spreidingQuotas);
  idsOf('agreements', problem.agreements);
  idsOf(
    'rentTables',
    problem.rentTables.map(({ year }) => ({ id: year })),
    'year',
  );
  return {
    doelgroepen: idsOf('doelgroepen', problem.doelgroepen),
    gemeenten: idsOf('gemeenten', problem.gemeenten),
    wijken: idsOf('wijken', problem.wijken),
    corporaties: idsOf('corporaties', problem.corporaties),
    aanbieders: idsOf('aanbieders', problem.aanbieders),
    complexes: idsOf('complexes', problem.complexes),
    units: idsOf('units', problem.units),
    households: idsOf('households', problem.households),
  };
}

/** Pins that no plan can keep, whatever the rules say. */
function checkPins({ pins, bans, units, asOf }: Problem, report: Report): void {
  const isValid = ({ until }: PairDecision) => until === null || until >= asOf;
  const pinnedHouseholds = new Map<string, string>();
  const pinsOfUnit = new Map<string, Set<string>>();
  pins.forEach((pin, at) => {
    if (!isValid(pin)) return;
    const { householdId, unitId } = pin;
    const other = pinnedHouseholds.get(householdId);
    if (other !== undefined && other !== unitId) {
      report(`pins/${at}/householdId`, householdId, `één vaste woonplek per huishouden (ook al vast op ${other})`);
    }
    pinnedHouseholds.set(householdId, unitId);
    const inUnit = (pinsOfUnit.get(unitId) ?? new Set()).add(householdId);
    pinsOfUnit.set(unitId, inUnit);
    const places = units.find(({ id }) => id === unitId)?.freePlaces ?? Infinity;
    if (inUnit.size > places)
      report(`pins/${at}/unitId`, unitId, `niet meer vaste plaatsingen dan vrije plaatsen (${places})`);
    const isBanned = bans.some((ban) => isValid(ban) && ban.householdId === householdId && ban.unitId === unitId);
    if (isBanned) report(`pins/${at}`, { householdId, unitId }, 'geen paar dat onder bans verboden is');
  });
}
