// Facts that only some rules ask for. Each is optional: a file without it says that nobody filled it in or asked for it, and a
// rule that needs it then says `unknown`. Functional facts only; never a diagnosis, an offence, or who somebody is.
import type { IsoDate } from '../time/calendar';

/** A place on the map in Rijksdriehoek coordinates (EPSG:28992), whole metres. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a home has or is. Not named in `Unit.features`: nobody filled it in. */
export const UNIT_FEATURES = [
  'ground-floor',
  'lift',
  'low-stimulus',
  'use-tolerant',
  'use-free',
  'shielded-address',
  'registration',
] as const;
export type UnitFeature = (typeof UNIT_FEATURES)[number];

/** What a household needs of a home, whatever the reason. */
export const FUNCTIONAL_NEEDS = [
  'no-stairs-to-the-door',
  'low-stimulus',
  'use-tolerant',
  'use-free',
  'shielded-address',
  'registration',
] as const;
export type FunctionalNeed = (typeof FUNCTIONAL_NEEDS)[number];

export const LANDMARK_KINDS = ['school', 'playground', 'coffeeshop', 'user-spot', 'station', 'care-location'] as const;
export type LandmarkKind = (typeof LANDMARK_KINDS)[number];

/** On which of the lawful grounds a home may be let to this household for a fixed time (Staatsblad 2024, 152). */
export const TEMPORARY_GROUNDS = ['opvang', 'tweede-kans'] as const;
export type TemporaryGround = (typeof TEMPORARY_GROUNDS)[number];

export const AREA_LEVELS = ['complex', 'wijk', 'gemeente'] as const;
/** How far an area reaches around a home. A home outside a complex is a complex of its own. */
export type AreaLevel = (typeof AREA_LEVELS)[number];

export interface UnitFacts {
  readonly location?: Point;
  readonly features?: Readonly<Partial<Record<UnitFeature, boolean>>>;
  /** Fewest persons for whom this home is meant. */
  readonly minPersons?: number;
  /** Most adults that may live here, besides their children. */
  readonly maxAdults?: number;
  /** Lowest yearly income that the corporatie asks, cents. */
  readonly minIncomeCents?: number;
  /** Days that corporatie or aanbieder need between the round and the start. */
  readonly noticeDays?: number;
  /** Only for households for whom this programme was declared to be needed. */
  readonly functionalProgramme?: string;
  /** Within so many minutes somebody of the guidance can be there, day and night. */
  readonly onCallMinutes?: number;
  /** The stay becomes permanent in the same home: the contract passes to the resident. */
  readonly omklap?: boolean;
  /** Let for a fixed time. */
  readonly temporaryContract?: boolean;
  /** The stairwell or entrance within the complex. */
  readonly portiekId?: string;
}

export interface HouseholdFacts {
  readonly needs?: readonly FunctionalNeed[];
  /** Functional programmes that were declared to be needed, with their ground on file elsewhere. */
  readonly functionalProgrammes?: readonly string[];
  /** Points to stay away from. Whose or what they are is deliberately absent. */
  readonly keepAway?: readonly { readonly point: Point; readonly metres: number; readonly until: IsoDate | null }[];
  readonly avoidLandmarks?: readonly LandmarkDistance[];
  /** How many the household will be, from a day on: a birth, a reunion. */
  readonly expected?: ExpectedHousehold;
  /** What the household does not want at all. */
  readonly vetoes?: readonly { readonly kind: VetoKind; readonly value: string }[];
  /** Nothing is proposed that starts before this day: hospital, detention, a time-out, its own request. */
  readonly pausedUntil?: IsoDate;
  /** Days on which waiting did not count. */
  readonly pausedDays?: number;
  /** Days that the household needs between the round and the start. */
  readonly noticeDays?: number;
  /** Shortest stay that makes sense for it. */
  readonly requiredStayMonths?: number;
  readonly temporaryGround?: TemporaryGround;
  /** Open matters with a corporatie of which that corporatie may lawfully know. */
  readonly tenancyFlags?: readonly TenancyFlag[];
  /** Somebody of the guidance must be able to be there within so many minutes, day and night. */
  readonly onCallMinutes?: number;
  /** People who help, in a gemeente or wijk; shown by evidence. */
  readonly network?: { readonly gemeenteId: string; readonly wijkId: string | null };
  /** Wishes to live near something. */
  readonly nearby?: readonly NearbyWish[];
  /** Rounds in which it could have had a home and got none. */
  readonly passedOver?: number;
}

/** The kinds of `WISH_KINDS`. */
export type VetoKind = 'gemeente' | 'wijk' | 'housing-form' | 'complex';

export interface LandmarkDistance {
  readonly kind: LandmarkKind;
  readonly metres: number;
  readonly until: IsoDate | null;
}

export interface NearbyWish {
  /** A kind of place, or one point such as a school or a relative. */
  readonly landmark: LandmarkKind | null;
  readonly point: Point | null;
  readonly metres: number;
  /** 1 (nice) to 5 (important). */
  readonly weight: number;
}

export interface ExpectedHousehold {
  readonly from: IsoDate;
  readonly persons: number;
  readonly bedroomsNeeded: number;
  readonly children: number;
}

export const TENANCY_FLAG_KINDS = ['rent-debt', 'nuisance'] as const;
export interface TenancyFlag {
  readonly corporatieId: string;
  readonly kind: (typeof TENANCY_FLAG_KINDS)[number];
  readonly settled: boolean;
  readonly until: IsoDate;
}

export interface UrgencyFacts {
  /** The first and last day on which the urgency counts. */
  readonly validFrom?: IsoDate;
  readonly validUntil?: IsoDate;
}

export interface WijkFacts {
  /** A wijkregisseur closed the wijk for a while; it never stays closed without somebody deciding again. */
  readonly vetoes?: readonly WijkVeto[];
}
export interface WijkVeto {
  readonly by: string;
  readonly reason: string;
  /** Concerns households with at least this draaglast. */
  readonly minDraaglast: number;
  readonly until: IsoDate;
}

export interface ComplexFacts {
  /** No new residents until and with this day, after an incident. */
  readonly cooldownUntil?: IsoDate;
  /** The most that may be let to households of this programme of work, as a share of all homes of the building. */
  readonly share?: { readonly homes: number; readonly occupied: number; readonly maxPercent: number };
  readonly portieken?: readonly Portiek[];
}
export interface Portiek {
  readonly id: string;
  readonly name: string;
  readonly max: number;
  readonly occupied: number;
}

export interface MixFacts {
  /** Counts only main residents of these ages on the planned start: from (inclusive), below (exclusive). */
  readonly ageFrom?: number;
  readonly ageBelow?: number;
}

export interface CorporatieFacts {
  /** How many allocations in a year may still be above the aftoppingsgrens (5 % of all). */
  readonly passendMargins?: readonly { readonly year: number; readonly left: number }[];
}

export interface RentTableFacts {
  /** Yearly income up to which a corporatie may let a social home (DAEB), cents. */
  readonly incomeLimitOnePersonCents?: number;
  readonly incomeLimitMorePersonsCents?: number;
}

export interface ProblemFacts {
  /** Per gemeente and kind all places of that kind. No entry: nobody mapped that kind there. */
  readonly landmarks?: readonly Landmarks[];
  /** Households that belong together: never in different areas. A couple in one home is one household. */
  readonly together?: readonly HouseholdGroup[];
  /** Households that must live apart: at most one of them in an area. */
  readonly apart?: readonly HouseholdGroup[];
}
export interface Landmarks {
  readonly kind: LandmarkKind;
  readonly gemeenteId: string;
  readonly points: readonly Point[];
}
export interface HouseholdGroup {
  readonly id: string;
  readonly householdIds: readonly string[];
  readonly within: AreaLevel;
  readonly until: IsoDate | null;
}
