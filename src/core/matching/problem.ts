import type { IsoDate } from '../time/calendar';
import type { Policy } from './policy';
import type {
  ComplexFacts,
  CorporatieFacts,
  HouseholdFacts,
  MixFacts,
  ProblemFacts,
  RentTableFacts,
  UnitFacts,
  UrgencyFacts,
  WijkFacts,
} from './rule-facts';

export * from './policy';

/**
 * The frozen input of one matching round: everything that a rule may look at, and nothing else. Two rounds with the same
 * `Problem` give the same plan, byte for byte.
 *
 * Units: money in euro cents per month (rent) or per year (income), guidance in hours per week, draaglast and draagkracht
 * in points, dates in Europe/Amsterdam. Nationality, gender, name and origin of birth are not part of it and may never be.
 */
export interface Problem extends ProblemFacts {
  readonly format: 'woonplek-problem/1';
  readonly region: { readonly id: string; readonly name: string };
  /** The day on which the facts were read. Ages and windows are judged on the planned start, not on this day. */
  readonly asOf: IsoDate;
  /** Seed of the lottery on pairs; its hash is published before the round. */
  readonly seed: string;
  readonly policy: Policy;
  readonly doelgroepen: readonly Doelgroep[];
  readonly gemeenten: readonly Gemeente[];
  readonly wijken: readonly Wijk[];
  readonly corporaties: readonly Corporatie[];
  readonly aanbieders: readonly Aanbieder[];
  readonly complexes: readonly Complex[];
  readonly units: readonly Unit[];
  readonly households: readonly Household[];
  readonly spreidingQuotas: readonly SpreidingQuota[];
  readonly agreements: readonly Agreement[];
  readonly rentTables: readonly RentTable[];
  readonly pins: readonly PairDecision[];
  readonly bans: readonly PairDecision[];
  readonly exceptions: readonly RuleException[];
  /** The matches of the last published plan of this region that are still open; the level `kept` prefers them. */
  readonly previousMatches: readonly PairReference[];
}

export interface Doelgroep {
  readonly id: string;
  readonly name: string;
}

export interface Gemeente {
  readonly id: string;
  readonly name: string;
}

/** A wijk or dorp. `draagkracht` null: no ceiling was agreed. */
export interface Wijk extends WijkFacts {
  readonly id: string;
  readonly name: string;
  readonly gemeenteId: string;
  readonly draagkracht: number | null;
  /** Draaglast points of earlier placements that still count on `asOf`, faded already. */
  readonly load: number;
  /** Ceiling on new placements in this round; null: none. */
  readonly maxPlacements: number | null;
}

export interface Corporatie extends CorporatieFacts {
  readonly id: string;
  readonly name: string;
}

/** A provider of guidance. */
export interface Aanbieder {
  readonly id: string;
  readonly name: string;
  /** Hours per week that are still free. Null: not limited. */
  readonly freeGuidanceHours: number | null;
  /** Gemeenten of its contract. */
  readonly gemeenteIds: readonly string[];
  readonly maxSupportLevel: SupportLevel;
}

export const SUPPORT_LEVELS = ['none', 'light', 'intensive', 'round-the-clock'] as const;
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

export interface Complex extends ComplexFacts {
  readonly id: string;
  readonly name: string;
  /** Ceilings on the households of some doelgroepen, counted with those that live there already. */
  readonly mixes: readonly ComplexMix[];
}

export interface ComplexMix extends MixFacts {
  readonly id: string;
  readonly name: string;
  /** Which households count: those of these doelgroepen (empty: all) with at least this level of support. */
  readonly doelgroepIds: readonly string[];
  readonly minSupportLevel: SupportLevel;
  readonly max: number;
  readonly occupied: number;
}

export const HOUSING_FORMS = ['intermediate', 'permanent'] as const;
export type HousingForm = (typeof HOUSING_FORMS)[number];

/**
 * VERA TOEGANKELIJKHEIDSLABEL: none, one floor (steps at the entrance), no steps at all, rollator (ROG and ROA), wheelchair,
 * large wheelchair. What serves what is in `accessibility.rule.ts`.
 */
export const ACCESSIBILITIES = ['ZON', 'GNV', 'NUL', 'ROG', 'ROA', 'ROL', 'RUI'] as const;
export type Accessibility = (typeof ACCESSIBILITIES)[number];

/** A home, or a group of identical places in one complex. */
export interface Unit extends UnitFacts {
  readonly id: string;
  readonly name: string;
  readonly complexId: string | null;
  readonly gemeenteId: string;
  readonly wijkId: string;
  readonly corporatieId: string | null;
  /** Who can guide here, the first also those who come with another aanbieder; empty: the household's own aanbieder. */
  readonly aanbiederIds: readonly string[];
  readonly programme: string;
  readonly housingForm: HousingForm;
  /** Places that are free for this round. */
  readonly freePlaces: number;
  /** Empty: every doelgroep. */
  readonly doelgroepIds: readonly string[];
  /** Age of the main resident on the planned start: from (inclusive) and below (exclusive). */
  readonly ageFrom: number | null;
  readonly ageBelow: number | null;
  readonly bedrooms: number;
  readonly maxPersons: number;
  readonly childrenAllowed: boolean;
  readonly petsAllowed: boolean | null;
  readonly accessibility: Accessibility | null;
  /** Basic rent without service costs, cents per month. Null: not known. */
  readonly rentCents: number | null;
  /** Whether it is a self-contained home in the sense of huurtoeslag; passend toewijzen concerns only those. */
  readonly selfContained: boolean;
  readonly availableFrom: IsoDate;
  readonly availableUntil: IsoDate | null;
  readonly maxStayMonths: number | null;
  /** Housing First asks no readiness of the resident. */
  readonly housingFirst: boolean;
}

export const HERKOMST_CERTAINTIES = ['established', 'assumed', 'disputed', 'unknown'] as const;
export type HerkomstCertainty = (typeof HERKOMST_CERTAINTIES)[number];

export const ENTITLEMENT_STATUSES = ['entitled', 'not-entitled', 'unknown'] as const;
export type EntitlementStatus = (typeof ENTITLEMENT_STATUSES)[number];

/** The matching unit: one or more persons who will live together. */
export interface Household extends HouseholdFacts {
  readonly id: string;
  readonly aanbiederId: string;
  readonly herkomst: Herkomst;
  /** The first member is the main resident. */
  readonly members: readonly Member[];
  readonly bedroomsNeeded: number;
  readonly doelgroepId: string;
  readonly supportLevel: SupportLevel;
  readonly guidanceHours: number;
  readonly draaglast: number;
  readonly accessibilityNeeded: Accessibility;
  readonly pets: number;
  readonly exclusionAreas: readonly ExclusionArea[];
  readonly wishes: readonly Wish[];
  readonly urgency: Urgency;
  readonly readyForOutflowOn: IsoDate | null;
  /** The day from which waiting counts. */
  readonly waitingSince: IsoDate;
  readonly entitlement: { readonly status: EntitlementStatus; readonly until: IsoDate | null };
  /** Yearly income for passend toewijzen, cents. Null: not known. */
  readonly incomeCents: number | null;
  /** Corporaties with which the household's data may be shared. */
  readonly consentCorporatieIds: readonly string[];
  readonly refusals: readonly Refusal[];
}

export interface Herkomst {
  readonly gemeenteId: string | null;
  readonly certainty: HerkomstCertainty;
  /** Return is not safe: herkomst then asks nothing. */
  readonly waived: boolean;
}

export interface Member {
  readonly birthDate: IsoDate;
}

/** An area where the household may not or must not live. The ground is deliberately absent. */
export interface ExclusionArea {
  readonly gemeenteIds: readonly string[];
  readonly wijkIds: readonly string[];
  readonly until: IsoDate | null;
}

export const WISH_KINDS = ['gemeente', 'wijk', 'housing-form', 'complex'] as const;
export type WishKind = (typeof WISH_KINDS)[number];

export interface Wish {
  readonly kind: WishKind;
  /** Id of a gemeente, wijk or complex, or a housing form. */
  readonly value: string;
  /** 1 (nice) to 5 (important). */
  readonly weight: number;
}

export interface Urgency extends UrgencyFacts {
  /** 0 (none) to 3 (most urgent). */
  readonly band: number;
  /** Category of the urgency scheme, if any. */
  readonly category: string | null;
  /** Whether the law obliges the gemeente to give this category priority on `asOf`. */
  readonly legalDuty: boolean;
  readonly legalBasis: string | null;
}

/** A home or complex that was refused or rejected, as long as the reason holds. */
export interface Refusal {
  readonly unitId: string | null;
  readonly complexId: string | null;
  readonly reasonCode: string;
  readonly until: IsoDate | null;
}

/** Floor (soft) and ceiling (hard) on placements in a gemeente; a pair counts when its planned start is in the period. */
export interface SpreidingQuota {
  readonly id: string;
  readonly gemeenteId: string;
  /** Null: every doelgroep counts. */
  readonly doelgroepId: string | null;
  /** First and last day of the period. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly floor: number | null;
  readonly ceiling: number | null;
  /** Placements in the period so far. */
  readonly realised: number;
}

/** Prestatieafspraak of a corporatie with a gemeente for a year. */
export interface Agreement {
  readonly id: string;
  readonly corporatieId: string;
  readonly gemeenteId: string;
  readonly doelgroepId: string | null;
  readonly year: number;
  readonly agreed: number;
  readonly realised: number;
}

/** Limits of huurtoeslag and passend toewijzen for one year, in cents. Published each November for the next year. */
export interface RentTable extends RentTableFacts {
  readonly year: number;
  readonly source: string;
  readonly incomeOnePersonCents: number;
  readonly incomeMorePersonsCents: number;
  readonly incomeOnePersonSeniorCents: number;
  readonly incomeMorePersonsSeniorCents: number;
  readonly seniorAge: number;
  readonly aftoppingLowCents: number;
  readonly aftoppingHighCents: number;
  readonly youthLimitCents: number;
  /** Below this age the youth limit holds. */
  readonly youthBelowAge: number;
  /** The most that the rent of a social (DAEB) home may be. */
  readonly maxRentCents: number;
}

export interface PairReference {
  readonly householdId: string;
  readonly unitId: string;
}

/** A decision of a person about one pair: a pin forces it, a ban forbids it. */
export interface PairDecision extends PairReference {
  readonly by: string;
  readonly reason: string;
  readonly until: IsoDate | null;
}

/** A hardheidsclausule: one rule is set aside for one pair. */
export interface RuleException extends PairReference {
  readonly ruleId: string;
  readonly by: string;
  readonly reason: string;
  readonly until: IsoDate;
}
