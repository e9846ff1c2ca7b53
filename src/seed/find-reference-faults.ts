import { validatePolicy } from '../core/rules/validate-policy';
import { findUrgencyFaults } from './find-urgency-faults';
import { findWorkflowFaults } from './find-workflow-faults';
import { ROLE_ORGANISATIONS } from '../database/entities/role-assignment.entity';
import type { RegionData } from './region-data.schema';

/** Every id that points at nothing, every id that occurs twice and every count that does not fit, each as one sentence. */
export function findReferenceFaults(data: RegionData): readonly string[] {
  const faults: string[] = [];

  const ids = (kind: string, values: readonly string[]): ReadonlySet<string> => {
    const seen = new Set<string>();
    for (const value of values) {
      if (seen.has(value)) faults.push(`${kind} "${value}" komt twee keer voor`);
      seen.add(value);
    }
    return seen;
  };
  const check = (known: ReadonlySet<string>, kind: string, value: string | null, where: string): void => {
    if (value !== null && !known.has(value)) faults.push(`${where} noemt ${kind} "${value}", en die bestaat niet`);
  };
  const organisationsOf = (kind: string): readonly string[] =>
    data.organisations.filter((organisation) => organisation.kind === kind).map(({ code }) => code);

  const organisations = ids(
    'organisatie',
    data.organisations.map(({ code }) => code),
  );
  const corporaties = new Set(organisationsOf('corporatie'));
  const aanbieders = new Set(organisationsOf('aanbieder'));
  const gemeenteOrganisations = new Set(organisationsOf('gemeente'));
  const gemeenten = ids(
    'gemeente',
    data.gemeenten.map(({ id }) => id),
  );
  const doelgroepen = ids(
    'doelgroep',
    data.doelgroepen.map(({ id }) => id),
  );
  const wijken = ids(
    'wijk',
    data.wijken.map(({ id }) => id),
  );
  const gemeenteOfWijk = new Map(data.wijken.map((wijk) => [wijk.id, wijk.gemeenteId]));
  const complexes = ids(
    'complex',
    data.complexes.map(({ code }) => code),
  );
  ids(
    'huurtabel',
    data.rentTables.map(({ year }) => String(year)),
  );
  const allUnits = [...data.complexes.flatMap((complex) => complex.units), ...data.homes];
  const units = ids(
    'wooneenheid',
    allUnits.map(({ code }) => code),
  );

  if (organisationsOf('regio').length !== 1) faults.push('er moet precies één organisatie van soort "regio" zijn');
  check(gemeenten, 'gemeente', data.region.centrumGemeenteId, 'de regio');
  for (const gemeente of data.gemeenten) {
    check(gemeenteOrganisations, 'gemeente-organisatie', gemeente.organisation, `gemeente ${gemeente.id}`);
  }
  for (const person of data.people) {
    for (const { role, organisation } of person.roles) {
      const able = new Set(organisationsOf(ROLE_ORGANISATIONS[role]));
      check(able, `organisatie voor de rol ${role}`, organisation, `persoon ${person.code}`);
    }
  }
  for (const wijk of data.wijken) check(gemeenten, 'gemeente', wijk.gemeenteId, `wijk ${wijk.id}`);

  const checkPlace = (where: string, wijkId: string, gemeenteId: string): void => {
    check(wijken, 'wijk', wijkId, where);
    check(gemeenten, 'gemeente', gemeenteId, where);
    const actual = gemeenteOfWijk.get(wijkId);
    if (actual !== undefined && actual !== gemeenteId)
      faults.push(`${where}: wijk ${wijkId} ligt in ${actual}, niet in ${gemeenteId}`);
  };
  for (const complex of data.complexes) {
    check(organisations, 'organisatie', complex.owner, `complex ${complex.code}`);
    checkPlace(`complex ${complex.code}`, complex.wijkId, complex.gemeenteId);
    for (const mix of complex.mixes) {
      for (const id of mix.doelgroepIds)
        check(doelgroepen, 'doelgroep', id, `complex ${complex.code}, grens ${mix.code}`);
    }
  }
  for (const home of data.homes) checkPlace(`wooneenheid ${home.code}`, home.wijkId, home.gemeenteId);
  for (const unit of allUnits) {
    const where = `wooneenheid ${unit.code}`;
    check(corporaties, 'corporatie', unit.corporatie, where);
    for (const aanbieder of unit.aanbieders) check(aanbieders, 'aanbieder', aanbieder, where);
    for (const id of unit.doelgroepIds) check(doelgroepen, 'doelgroep', id, where);
    if (unit.ageFrom !== null && unit.ageBelow !== null && unit.ageFrom >= unit.ageBelow) {
      faults.push(`${where}: de leeftijdsgrens loopt van ${unit.ageFrom} tot ${unit.ageBelow}`);
    }
  }

  for (const capacity of data.aanbiederCapacities) {
    check(aanbieders, 'aanbieder', capacity.organisation, 'begeleidingscapaciteit');
    for (const id of capacity.gemeenteIds) check(gemeenten, 'gemeente', id, `capaciteit van ${capacity.organisation}`);
  }
  for (const quota of data.spreidingQuotas) {
    const where = `spreiding ${quota.gemeenteId}`;
    check(gemeenten, 'gemeente', quota.gemeenteId, where);
    check(doelgroepen, 'doelgroep', quota.doelgroepId, where);
    if (quota.floor !== null && quota.ceiling !== null && quota.floor > quota.ceiling) {
      faults.push(`${where}: de ondergrens ${quota.floor} ligt boven de bovengrens ${quota.ceiling}`);
    }
  }
  for (const agreement of data.prestatieafspraken) {
    const where = `prestatieafspraak ${agreement.corporatie} in ${agreement.gemeenteId}`;
    check(corporaties, 'corporatie', agreement.corporatie, where);
    check(gemeenten, 'gemeente', agreement.gemeenteId, where);
    check(doelgroepen, 'doelgroep', agreement.doelgroepId, where);
  }

  const residents = new Map<string, number>();
  for (const placement of data.placements) {
    const where = `plaatsing in ${placement.unit}`;
    check(units, 'wooneenheid', placement.unit, where);
    check(doelgroepen, 'doelgroep', placement.doelgroepId, where);
    check(aanbieders, 'aanbieder', placement.aanbieder, where);
    check(gemeenten, 'gemeente', placement.herkomstGemeenteId, where);
    if (placement.end === null) residents.set(placement.unit, (residents.get(placement.unit) ?? 0) + 1);
  }
  for (const unit of allUnits) {
    const living = residents.get(unit.code) ?? 0;
    if (living > unit.places)
      faults.push(`wooneenheid ${unit.code} heeft ${unit.places} plekken en ${living} bewoners`);
    if (unit.status === 'occupied' && living === 0) faults.push(`wooneenheid ${unit.code} is bewoond zonder plaatsing`);
  }

  const { clientProfile } = data;
  const categories = new Set(data.urgencyCategories.map(({ id }) => id));
  faults.push(...findUrgencyFaults(data.urgencyCategories), ...findWorkflowFaults(data.workflows));
  for (const { gemeenteId } of clientProfile.herkomst) check(gemeenten, 'gemeente', gemeenteId, 'het cliëntprofiel');
  for (const group of clientProfile.groups) {
    const where = `cliëntprofiel ${group.doelgroepId}`;
    check(doelgroepen, 'doelgroep', group.doelgroepId, where);
    for (const { code } of group.aanbieders) check(aanbieders, 'aanbieder', code, where);
    for (const { category } of group.urgency) check(categories, 'urgentiecategorie', category, where);
    if (group.ageFrom >= group.ageBelow)
      faults.push(`${where}: de leeftijd loopt van ${group.ageFrom} tot ${group.ageBelow}`);
  }

  const programmes = new Set(allUnits.map(({ programme }) => programme));
  const targets = { programme: programmes, complex: complexes, unit: units };
  for (const { path, value, expected } of validatePolicy(data.policy, targets)) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const found = value === null ? 'hier ontbreekt iets' : `"${text}" kan niet`;
    faults.push(`het beleid, ${path}: ${found}, verwacht ${expected}`);
  }
  return faults;
}
