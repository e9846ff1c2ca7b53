import type { IsoDate } from '../time/calendar';

/** An ordered, versioned set of rules and levels, decided by people. A rule that is not listed does not apply. */
export interface Policy {
  readonly id: string;
  readonly version: string;
  readonly validFrom: IsoDate;
  /** Where it was decided. */
  readonly source: string;
  /** Days between the round and the earliest day on which a household can start in a home that is free now. */
  readonly leadTimeDays: number;
  readonly rules: readonly PolicyRule[];
  /** Highest priority first. Never blended into one sum. */
  readonly levels: readonly PolicyLevel[];
}

export interface PolicyRule {
  readonly ruleId: string;
  readonly parameters: ParameterValues;
  /** The homes for which this entry holds. Absent: every home of the region. */
  readonly scope?: PolicyScope;
}

export const SCOPE_LEVELS = ['programme', 'complex', 'unit'] as const;
/** Part of a region's homes; a unit is more specific than its complex, and a complex than a programme. */
export interface PolicyScope {
  readonly level: (typeof SCOPE_LEVELS)[number];
  /** The name of a programme, or the id of a complex or unit. */
  readonly id: string;
}

export interface PolicyLevel {
  readonly objectiveId: string;
  readonly parameters: ParameterValues;
  /** How much of this level's best value later levels may give up. 0 unless the policy says otherwise. */
  readonly epsilon: number;
}

export type ParameterValues = Readonly<Record<string, number | boolean | string>>;
