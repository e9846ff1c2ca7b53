import type {
  Accessibility,
  EntitlementStatus,
  HerkomstCertainty,
  SupportLevel,
  WishKind,
} from '../core/matching/problem';
import type { HouseholdFacts } from '../core/matching/rule-facts';
import type { IsoDate } from '../core/time/calendar';

/** A made-up household as it is generated: plain data that refers to the region by code, before anything is stored. */
export interface SyntheticHousehold {
  readonly reference: string;
  readonly aanbieder: string;
  readonly herkomst: {
    readonly gemeenteId: string | null;
    readonly basis: string | null;
    readonly certainty: HerkomstCertainty;
    readonly waived: boolean;
  };
  readonly members: readonly SyntheticMember[];
  readonly bedroomsNeeded: number;
  readonly doelgroepId: string;
  readonly supportLevel: SupportLevel;
  readonly guidanceHours: number;
  readonly draaglast: number;
  readonly accessibilityNeeded: Accessibility;
  readonly pets: number;
  readonly exclusionAreas: readonly {
    readonly gemeenteIds: readonly string[];
    readonly wijkIds: readonly string[];
    readonly until: IsoDate | null;
  }[];
  /** A wish for a complex holds its code. */
  readonly wishes: readonly { readonly kind: WishKind; readonly value: string; readonly weight: number }[];
  readonly urgency: {
    readonly band: number;
    readonly category: string | null;
  };
  readonly readyForOutflowOn: IsoDate | null;
  readonly waitingSince: IsoDate;
  readonly currentStay: string;
  readonly currentStaySince: IsoDate;
  readonly entitlement: { readonly status: EntitlementStatus; readonly until: IsoDate | null };
  readonly incomeCents: number | null;
  readonly consents: readonly {
    readonly corporatie: string;
    readonly givenOn: IsoDate;
    readonly withdrawnOn: IsoDate | null;
  }[];
  readonly refusals: readonly { readonly unit: string; readonly reasonCode: string; readonly until: IsoDate | null }[];
  readonly facts: HouseholdFacts;
  readonly status: 'waiting' | 'paused';
  readonly source: string;
}

export interface SyntheticMember {
  readonly role: 'main' | 'partner' | 'child';
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: IsoDate;
}
