import type { Household } from '../../../core/matching/problem';
import type { IsoDate } from '../../../core/time/calendar';
import type { HouseholdConsentEntity } from '../../../database/entities/household-consent.entity';
import type { HouseholdExclusionAreaEntity } from '../../../database/entities/household-exclusion-area.entity';
import type { HouseholdMemberEntity } from '../../../database/entities/household-member.entity';
import type { HouseholdRefusalEntity } from '../../../database/entities/household-refusal.entity';
import type { HouseholdWishEntity } from '../../../database/entities/household-wish.entity';
import type { HouseholdEntity } from '../../../database/entities/household.entity';
import type { UrgencyCategoryOn } from '../../../database/read-urgency-categories';

export interface HouseholdRows {
  readonly households: readonly HouseholdEntity[];
  /** By position within the household. */
  readonly members: readonly HouseholdMemberEntity[];
  readonly exclusionAreas: readonly HouseholdExclusionAreaEntity[];
  readonly wishes: readonly HouseholdWishEntity[];
  readonly refusals: readonly HouseholdRefusalEntity[];
  readonly consents: readonly HouseholdConsentEntity[];
  /** As they stand on the day of the round. */
  readonly urgencyCategories: ReadonlyMap<string, UrgencyCategoryOn>;
  readonly passedOver: ReadonlyMap<string, number>;
}

/** Households as rules see them: no names, no reference number, and of a member only the birth date. */
export function assembleHouseholds(rows: HouseholdRows, asOf: IsoDate): Household[] {
  const members = byHousehold(rows.members);
  const areas = byHousehold(rows.exclusionAreas);
  const wishes = byHousehold(rows.wishes);
  const refusals = byHousehold(rows.refusals);
  const consents = byHousehold(rows.consents);

  return rows.households.map((row) => ({
    ...row.facts,
    ...(rows.passedOver.has(row.id) && { passedOver: rows.passedOver.get(row.id)! }),
    id: row.id,
    aanbiederId: row.ownerOrganisationId,
    herkomst: {
      gemeenteId: row.herkomstGemeenteId,
      certainty: row.herkomstCertainty,
      waived: row.herkomstWaived,
    },
    members: members(row.id).map(({ birthDate }) => ({ birthDate })),
    bedroomsNeeded: row.bedroomsNeeded,
    doelgroepId: row.doelgroepId,
    supportLevel: row.supportLevel,
    guidanceHours: row.guidanceHours,
    draaglast: row.draaglast,
    accessibilityNeeded: row.accessibilityNeeded,
    pets: row.pets,
    exclusionAreas: areas(row.id).map((area) => ({
      gemeenteIds: [...area.gemeenteIds].sort(),
      wijkIds: [...area.wijkIds].sort(),
      until: area.until,
    })),
    wishes: wishes(row.id).map(({ kind, value, weight }) => ({ kind, value, weight })),
    urgency: urgencyOf(row, rows.urgencyCategories),
    readyForOutflowOn: row.readyForOutflowOn,
    waitingSince: row.waitingSince,
    entitlement: { status: row.entitlementStatus, until: row.entitlementUntil },
    incomeCents: row.incomeCents,
    consentCorporatieIds: consents(row.id)
      .filter(({ givenOn, withdrawnOn }) => givenOn <= asOf && (withdrawnOn === null || withdrawnOn > asOf))
      .map(({ organisationId }) => organisationId)
      .sort(),
    refusals: refusals(row.id)
      .filter(({ liftedAt }) => liftedAt === null)
      .map(({ unitId, complexId, reasonCode, until }) => ({ unitId, complexId, reasonCode, until })),
  }));
}

function urgencyOf(row: HouseholdEntity, categories: HouseholdRows['urgencyCategories']): Household['urgency'] {
  const category = categories.get(row.urgencyCategoryId ?? '');
  return {
    band: row.urgencyBand,
    category: row.urgencyCategoryId,
    legalDuty: category?.legalDuty ?? false,
    legalBasis: category?.legalBasis ?? null,
  };
}

function byHousehold<T extends { readonly householdId: string }>(rows: readonly T[]): (id: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.householdId);
    if (group === undefined) groups.set(row.householdId, [row]);
    else group.push(row);
  }
  return (id) => groups.get(id) ?? [];
}
