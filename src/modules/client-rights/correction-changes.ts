import { accessibilities, entitlements, herkomstCertainties, supportLevels } from '../../core/vocabulary/code-lists';
import type { HouseholdMemberEntity } from '../../database/entities/household-member.entity';
import type { HouseholdEntity } from '../../database/entities/household.entity';
import type { CorrectedFields, CorrectedMember } from './correction.dto';

type Correctable = Pick<
  HouseholdEntity,
  | 'herkomstGemeenteId'
  | 'herkomstBasis'
  | 'herkomstCertainty'
  | 'doelgroepId'
  | 'supportLevel'
  | 'guidanceHours'
  | 'draaglast'
  | 'bedroomsNeeded'
  | 'accessibilityNeeded'
  | 'pets'
  | 'urgencyBand'
  | 'urgencyCategoryId'
  | 'readyForOutflowOn'
  | 'waitingSince'
  | 'currentStay'
  | 'currentStaySince'
  | 'entitlementStatus'
  | 'entitlementUntil'
  | 'incomeCents'
>;
export type HouseholdChanges = Partial<Correctable>;
export type MemberChanges = Partial<Pick<HouseholdMemberEntity, 'givenName' | 'familyName' | 'birthDate'>>;

/** What of a row becomes something else: a value that was named and stood there already is no change. */
function differing<Row extends object>(row: Row, named: Partial<Row>): Partial<Row> {
  const keys = (Object.keys(named) as (keyof Row)[]).filter(
    (key) => named[key] !== undefined && named[key] !== row[key],
  );
  return Object.fromEntries(keys.map((key) => [key, named[key]])) as Partial<Row>;
}

export function householdChanges(household: HouseholdEntity, fields: CorrectedFields): HouseholdChanges {
  const { herkomstZekerheid, begeleidingNiveau, toegankelijkheid, rechthebbend } = fields;
  return differing<Correctable>(household, {
    herkomstGemeenteId: fields.herkomstGemeente,
    herkomstBasis: fields.herkomstGrondslag,
    herkomstCertainty: herkomstZekerheid && herkomstCertainties.toInternal(herkomstZekerheid),
    doelgroepId: fields.doelgroep,
    supportLevel: begeleidingNiveau && supportLevels.toInternal(begeleidingNiveau),
    guidanceHours: fields.begeleidingUren,
    draaglast: fields.draaglast,
    bedroomsNeeded: fields.slaapkamers,
    accessibilityNeeded: toegankelijkheid && accessibilities.toInternal(toegankelijkheid),
    pets: fields.huisdieren,
    urgencyBand: fields.urgentieklasse,
    urgencyCategoryId: fields.urgentiecategorie,
    readyForOutflowOn: fields.uitstroomgereedOp,
    waitingSince: fields.wachtSinds,
    currentStay: fields.verblijf,
    currentStaySince: fields.verblijfSinds,
    entitlementStatus: rechthebbend && entitlements.toInternal(rechthebbend),
    entitlementUntil: fields.rechthebbendTot,
    incomeCents: fields.inkomenCent,
  });
}

export function memberChanges(member: HouseholdMemberEntity, fields: CorrectedMember): MemberChanges {
  return differing<Required<MemberChanges>>(member, {
    givenName: fields.voornaam,
    familyName: fields.achternaam,
    birthDate: fields.geboortedatum,
  });
}
