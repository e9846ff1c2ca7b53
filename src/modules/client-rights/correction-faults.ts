import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../../core/time/calendar';
import { DoelgroepEntity } from '../../database/entities/doelgroep.entity';
import { GemeenteEntity } from '../../database/entities/gemeente.entity';
import type { HouseholdMemberEntity } from '../../database/entities/household-member.entity';
import type { HouseholdEntity } from '../../database/entities/household.entity';
import { readUrgencyCategories } from '../../database/read-urgency-categories';
import { type InputFault, shorten } from '../../platform/http/problem';
import { householdChanges } from './correction-changes';
import type { CorrectionDto } from './correction.dto';

interface Corrected {
  readonly household: HouseholdEntity;
  readonly members: readonly HouseholdMemberEntity[];
  readonly today: IsoDate;
}

/** Everything in a correction that cannot be, as the schema could not know: what is not there, and days that contradict. */
export async function correctionFaults(
  manager: EntityManager,
  corrected: Corrected,
  correction: CorrectionDto,
): Promise<InputFault[]> {
  return [
    ...emptyFaults(correction),
    ...(await referenceFaults(manager, corrected, correction)),
    ...dayFaults(corrected, correction),
    ...herkomstFaults(corrected, correction),
    ...memberFaults(corrected, correction),
  ];
}

function fault(veld: string, waarde: unknown, verwacht: string): InputFault {
  return { in: 'body', veld, waarde: waarde === null || waarde === undefined ? null : shorten(waarde), verwacht };
}

function emptyFaults({ gegevens, leden }: CorrectionDto): InputFault[] {
  if (Object.keys(gegevens).length > 0 || leden.length > 0) return [];
  return [fault('gegevens', null, 'ten minste één gegeven, hier of bij leden')];
}

async function referenceFaults(
  manager: EntityManager,
  { household, today }: Corrected,
  { gegevens }: CorrectionDto,
): Promise<InputFault[]> {
  const { herkomstGemeente, doelgroep, urgentiecategorie } = gegevens;
  const faults: InputFault[] = [];
  if (herkomstGemeente && !(await manager.existsBy(GemeenteEntity, { id: herkomstGemeente }))) {
    faults.push(
      fault('gegevens.herkomstGemeente', herkomstGemeente, 'een gemeente die hier bekend is; zie /v1/gemeenten'),
    );
  }
  if (doelgroep !== undefined && !(await manager.existsBy(DoelgroepEntity, { id: doelgroep }))) {
    faults.push(fault('gegevens.doelgroep', doelgroep, 'een doelgroep die er is; zie /v1/doelgroepen'));
  }
  if (urgentiecategorie) {
    const known = await readUrgencyCategories(manager, household.regionId, today);
    if (!known.has(urgentiecategorie)) {
      const verwacht = 'een categorie die er is; zie /v1/urgentiecategorieen';
      faults.push(fault('gegevens.urgentiecategorie', urgentiecategorie, verwacht));
    }
  }
  return faults;
}

function dayFaults({ household, today }: Corrected, { gegevens }: CorrectionDto): InputFault[] {
  const faults: InputFault[] = [];
  for (const name of ['wachtSinds', 'verblijfSinds'] as const) {
    const day = gegevens[name];
    if (day && day > today) faults.push(fault(`gegevens.${name}`, day, `${today} of eerder`));
  }
  const { verblijfSinds } = gegevens;
  const stay = gegevens.verblijf === undefined ? household.currentStay : gegevens.verblijf;
  if (verblijfSinds && stay === null) {
    faults.push(fault('gegevens.verblijfSinds', verblijfSinds, 'leeg, omdat het verblijf zelf niet bekend is'));
  }
  return faults;
}

/** A herkomst that is not a known gemeente rests on something, or is unknown; as the database asks. */
function herkomstFaults({ household }: Corrected, { gegevens }: CorrectionDto): InputFault[] {
  const after = { ...household, ...householdChanges(household, gegevens) };
  const isKnown =
    after.herkomstGemeenteId !== null || after.herkomstCertainty === 'unknown' || after.herkomstBasis !== null;
  if (isKnown) return [];
  const verwacht = 'een grondslag, omdat er geen gemeente van herkomst is en de zekerheid niet onbekend is';
  return [fault('gegevens.herkomstGrondslag', after.herkomstBasis, verwacht)];
}

function memberFaults({ members, today }: Corrected, { leden }: CorrectionDto): InputFault[] {
  const known = new Set(members.map(({ id }) => id));
  const seen = new Set<string>();
  return leden.flatMap(({ id, ...named }, place) => {
    const at = `leden.${place}`;
    const faults: InputFault[] = [];
    if (!known.has(id)) faults.push(fault(`${at}.id`, id, 'een lid van dit huishouden'));
    else if (seen.has(id)) faults.push(fault(`${at}.id`, id, 'elk lid hoogstens één keer'));
    seen.add(id);
    if (Object.keys(named).length === 0) faults.push(fault(at, null, 'een voornaam, achternaam of geboortedatum'));
    if (named.geboortedatum !== undefined && named.geboortedatum > today) {
      faults.push(fault(`${at}.geboortedatum`, named.geboortedatum, `${today} of eerder`));
    }
    return faults;
  });
}
