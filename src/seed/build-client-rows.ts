import type { HouseholdConsentEntity } from '../database/entities/household-consent.entity';
import type { HouseholdExclusionAreaEntity } from '../database/entities/household-exclusion-area.entity';
import type { HouseholdMemberEntity } from '../database/entities/household-member.entity';
import type { HouseholdRefusalEntity } from '../database/entities/household-refusal.entity';
import type { HouseholdWishEntity } from '../database/entities/household-wish.entity';
import type { HouseholdEntity } from '../database/entities/household.entity';
import type { Row } from './row';
import { seedId } from './seed-id';
import type { SyntheticHousehold } from './synthetic-household';

export interface ClientRows {
  readonly households: readonly Row<HouseholdEntity>[];
  readonly members: readonly Row<HouseholdMemberEntity>[];
  readonly exclusionAreas: readonly Row<HouseholdExclusionAreaEntity>[];
  readonly wishes: readonly Row<HouseholdWishEntity>[];
  readonly consents: readonly Row<HouseholdConsentEntity>[];
  readonly refusals: readonly Row<HouseholdRefusalEntity>[];
}

/** Made-up households as rows of a region, owned by the aanbieder that brings them in. */
export function buildClientRows(regionId: string, households: readonly SyntheticHousehold[]): ClientRows {
  const organisationId = (code: string): string => seedId(regionId, 'organisation', code);
  const householdId = (household: SyntheticHousehold): string => seedId(regionId, 'household', household.reference);

  /** One row for each part of each household, with what every such row carries. */
  function parts<P, R>(
    kind: string,
    of: (household: SyntheticHousehold) => readonly P[],
    row: (part: P, position: number) => R,
  ): (R & { id: string; householdId: string; regionId: string; ownerOrganisationId: string })[] {
    return households.flatMap((household) =>
      of(household).map((part, position) => ({
        ...row(part, position),
        id: seedId(regionId, kind, household.reference, String(position)),
        householdId: householdId(household),
        regionId,
        ownerOrganisationId: organisationId(household.aanbieder),
      })),
    );
  }

  return {
    households: households.map((household) => ({
      id: householdId(household),
      regionId,
      ownerOrganisationId: organisationId(household.aanbieder),
      reference: household.reference,
      herkomstGemeenteId: household.herkomst.gemeenteId,
      herkomstBasis: household.herkomst.basis,
      herkomstCertainty: household.herkomst.certainty,
      herkomstWaived: household.herkomst.waived,
      doelgroepId: household.doelgroepId,
      supportLevel: household.supportLevel,
      guidanceHours: household.guidanceHours,
      draaglast: household.draaglast,
      bedroomsNeeded: household.bedroomsNeeded,
      accessibilityNeeded: household.accessibilityNeeded,
      pets: household.pets,
      urgencyBand: household.urgency.band,
      urgencyCategoryId: household.urgency.category,
      readyForOutflowOn: household.readyForOutflowOn,
      waitingSince: household.waitingSince,
      currentStay: household.currentStay,
      currentStaySince: household.currentStaySince,
      entitlementStatus: household.entitlement.status,
      entitlementUntil: household.entitlement.until,
      incomeCents: household.incomeCents,
      status: household.status,
      ...{ pausedUntil: null, pauseReason: null },
      ...{ closedOn: null, closingReason: null, statusNote: null, safetyClearedOn: null },
      facts: household.facts,
      source: household.source,
      demonstration: true,
    })),
    members: parts(
      'household-member',
      ({ members }) => members,
      (member, position) => ({ ...member, position }),
    ),
    exclusionAreas: parts(
      'household-exclusion-area',
      ({ exclusionAreas }) => exclusionAreas,
      ({ gemeenteIds, wijkIds, until }) => ({ gemeenteIds: [...gemeenteIds], wijkIds: [...wijkIds], until }),
    ),
    wishes: parts(
      'household-wish',
      ({ wishes }) => wishes,
      ({ kind, value, weight }) => ({
        kind,
        value: kind === 'complex' ? seedId(regionId, 'complex', value) : value,
        weight,
      }),
    ),
    consents: parts(
      'household-consent',
      ({ consents }) => consents,
      ({ corporatie, givenOn, withdrawnOn }) => ({ organisationId: organisationId(corporatie), givenOn, withdrawnOn }),
    ),
    refusals: parts(
      'household-refusal',
      ({ refusals }) => refusals,
      ({ unit, reasonCode, until }) => ({
        unitId: seedId(regionId, 'unit', unit),
        complexId: null,
        reasonCode,
        until,
        proposalId: null,
        liftedAt: null,
      }),
    ),
  };
}
