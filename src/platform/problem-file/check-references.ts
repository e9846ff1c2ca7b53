import type { PairDecision, Problem } from '../../core/matching/problem';
import { ELIGIBILITY_RULES } from '../../core/rules/catalogue';
import { validatePolicy, type ScopeTargets } from '../../core/rules/validate-policy';
import { checkRuleFacts } from './check-rule-facts';
import type { FileError } from './file-error';
import { knownIds, reportRepeated, type Kind, type KnownIds, type Report } from './known-ids';
import { problemSchema } from './problem.schema';
import { eachOf, isBelow, type Readable } from './readable';

/**
 * What a schema cannot see: ids that exist and are unique, dates that follow each other, decisions that do not contradict.
 * Herkomst, exclusion areas, wishes, refusals and earlier matches may name places outside this problem. What could not be
 * read is no fault here.
 */
export function checkReferences(problem: Readable<Problem>): readonly FileError[] {
  const errors: FileError[] = [];
  const report: Report = (pad, waarde, verwacht) => void errors.push({ pad, waarde, verwacht });
  const known = knownIds(problem, report);

  const refer = (pad: string, id: string | null | undefined, kind: Kind) => {
    if (typeof id === 'string' && !known[kind].has(id)) report(pad, id, `een id uit ${kind}`);
  };
  const referAll = (pad: string, ids: readonly (string | undefined)[] | undefined, kind: Kind) =>
    eachOf(ids, (id, place) => refer(`${pad}/${place}`, id, kind));

  eachOf(problem.wijken, (wijk, at) => refer(`wijken/${at}/gemeenteId`, wijk.gemeenteId, 'gemeenten'));
  eachOf(problem.aanbieders, (each, at) => referAll(`aanbieders/${at}/gemeenteIds`, each.gemeenteIds, 'gemeenten'));
  eachOf(problem.complexes, ({ mixes }, at) => {
    const pad = `complexes/${at}/mixes`;
    reportRepeated(
      pad,
      mixes?.map((mix) => mix?.id),
      'id',
      report,
    );
    eachOf(mixes, (mix, m) => referAll(`${pad}/${m}/doelgroepIds`, mix.doelgroepIds, 'doelgroepen'));
  });
  const gemeenteOfWijk = new Map(problem.wijken?.map((wijk) => [wijk?.id, wijk?.gemeenteId]));
  eachOf(problem.units, (unit, at) => {
    const pad = `units/${at}`;
    refer(`${pad}/complexId`, unit.complexId, 'complexes');
    refer(`${pad}/gemeenteId`, unit.gemeenteId, 'gemeenten');
    refer(`${pad}/wijkId`, unit.wijkId, 'wijken');
    refer(`${pad}/corporatieId`, unit.corporatieId, 'corporaties');
    referAll(`${pad}/aanbiederIds`, unit.aanbiederIds, 'aanbieders');
    referAll(`${pad}/doelgroepIds`, unit.doelgroepIds, 'doelgroepen');
    const gemeenteId = unit.wijkId === undefined ? undefined : gemeenteOfWijk.get(unit.wijkId);
    if (gemeenteId !== undefined && unit.gemeenteId !== undefined && gemeenteId !== unit.gemeenteId) {
      report(`${pad}/wijkId`, unit.wijkId, `een wijk in gemeente ${unit.gemeenteId}`);
    }
    if (isBelow(unit.availableUntil, unit.availableFrom)) {
      report(`${pad}/availableUntil`, unit.availableUntil, `een datum vanaf ${unit.availableFrom}`);
    }
    const { ageFrom, ageBelow } = unit;
    if (typeof ageFrom === 'number' && typeof ageBelow === 'number' && ageBelow <= ageFrom) {
      report(`${pad}/ageBelow`, ageBelow, `meer dan ageFrom (${ageFrom})`);
    }
  });
  eachOf(problem.households, (household, at) => {
    refer(`households/${at}/aanbiederId`, household.aanbiederId, 'aanbieders');
    refer(`households/${at}/doelgroepId`, household.doelgroepId, 'doelgroepen');
    eachOf(household.members, ({ birthDate }, m) => {
      if (isBelow(problem.asOf, birthDate)) {
        report(`households/${at}/members/${m}/birthDate`, birthDate, `een datum tot en met ${problem.asOf}`);
      }
    });
  });
  eachOf(problem.spreidingQuotas, ({ gemeenteId, doelgroepId, from, to, floor, ceiling }, at) => {
    refer(`spreidingQuotas/${at}/gemeenteId`, gemeenteId, 'gemeenten');
    refer(`spreidingQuotas/${at}/doelgroepId`, doelgroepId, 'doelgroepen');
    if (isBelow(to, from)) report(`spreidingQuotas/${at}/to`, to, `een datum vanaf ${from}`);
    if (isBelow(ceiling, floor)) report(`spreidingQuotas/${at}/floor`, floor, `niet meer dan ceiling (${ceiling})`);
  });
  eachOf(problem.agreements, (agreement, at) => {
    refer(`agreements/${at}/corporatieId`, agreement.corporatieId, 'corporaties');
    refer(`agreements/${at}/gemeenteId`, agreement.gemeenteId, 'gemeenten');
    refer(`agreements/${at}/doelgroepId`, agreement.doelgroepId, 'doelgroepen');
  });
  for (const list of ['spreidingQuotas', 'agreements'] as const) {
    reportRepeated(
      list,
      problem[list]?.map((each) => each?.id),
      'id',
      report,
    );
  }
  reportRepeated(
    'rentTables',
    problem.rentTables?.map((table) => table?.year),
    'year',
    report,
  );
  for (const list of ['pins', 'bans', 'exceptions'] as const) {
    eachOf<Readable<Pick<PairDecision, 'householdId' | 'unitId'>>>(problem[list], ({ householdId, unitId }, at) => {
      refer(`${list}/${at}/householdId`, householdId, 'households');
      refer(`${list}/${at}/unitId`, unitId, 'units');
    });
  }
  eachOf(problem.exceptions, ({ ruleId }, at) => {
    if (ruleId === undefined) return;
    const rule = ELIGIBILITY_RULES.find(({ id }) => id === ruleId);
    if (rule === undefined) report(`exceptions/${at}/ruleId`, ruleId, 'een regel over wie waar mag wonen');
    else if (rule.noException !== undefined)
      report(`exceptions/${at}/ruleId`, ruleId, 'een regel die een uitzondering toestaat');
  });
  checkPins(problem, report);
  checkRuleFacts(problem, known, report);
  checkPolicy(problem, known, report);
  return errors;
}

const policyParts = problemSchema.shape.policy.pick({ rules: true, levels: true });

/** A policy is one whole: with a part missing nobody can say what it lacks. */
function checkPolicy({ policy, units }: Readable<Problem>, known: Record<Kind, KnownIds>, report: Report): void {
  const parts = policyParts.safeParse({ rules: policy?.rules, levels: policy?.levels });
  if (!parts.success) return;
  const programmes = units?.map((unit) => unit?.programme) ?? [undefined];
  const targets: ScopeTargets = {
    programme: { has: (name) => programmes.includes(name) || programmes.includes(undefined) },
    complex: known.complexes,
    unit: known.units,
  };
  for (const { path, value, expected } of validatePolicy(parts.data, targets)) {
    report(`policy/${path}`, value, expected);
  }
}

/** Pins that no plan can keep, whatever the rules say. */
function checkPins({ pins, bans, units, asOf }: Readable<Problem>, report: Report): void {
  const isValid = ({ until }: Readable<PairDecision>) =>
    until === null || (until !== undefined && asOf !== undefined && until >= asOf);
  const pinnedHouseholds = new Map<string, string>();
  const pinsOfUnit = new Map<string, Set<string>>();
  eachOf(pins, (pin, at) => {
    const { householdId, unitId } = pin;
    if (householdId === undefined || unitId === undefined || !isValid(pin)) return;
    const other = pinnedHouseholds.get(householdId);
    if (other !== undefined && other !== unitId) {
      report(`pins/${at}/householdId`, householdId, `één vaste woonplek per huishouden (ook al vast op ${other})`);
    }
    pinnedHouseholds.set(householdId, unitId);
    const inUnit = (pinsOfUnit.get(unitId) ?? new Set()).add(householdId);
    pinsOfUnit.set(unitId, inUnit);
    const places = units?.find((unit) => unit?.id === unitId)?.freePlaces;
    if (isBelow(places, inUnit.size))
      report(`pins/${at}/unitId`, unitId, `niet meer vaste plaatsingen dan vrije plaatsen (${places})`);
    const isBanned = bans?.some(
      (ban) => ban !== undefined && isValid(ban) && ban.householdId === householdId && ban.unitId === unitId,
    );
    if (isBanned) report(`pins/${at}`, { householdId, unitId }, 'geen paar dat onder bans verboden is');
  });
}
