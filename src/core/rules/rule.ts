import type { ProblemIndex } from '../matching/problem-index';
import type { Household, ParameterValues, Unit } from '../matching/problem';
import type { IsoDate } from '../time/calendar';

/** A text in the languages of the product. Dutch is language level B1. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

/** One setting of a rule. The policy form, the API documentation and the explanation all come from this. */
export interface ParameterSpec {
  readonly name: string;
  readonly title: Text;
  readonly type: 'integer' | 'boolean' | 'choice';
  readonly unit: Text | null;
  readonly default: number | boolean | string;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
  /** What each choice means to people. */
  readonly choiceTitles?: Readonly<Record<string, Text>>;
}

/**
 * How entries of one rule for different homes go together. `most-specific`: the entry with the narrowest scope counts.
 * `all`: every entry that concerns the home must hold. `region-only`: the rule cannot be limited to some homes.
 */
export const SCOPINGS = ['most-specific', 'all', 'region-only'] as const;
export type Scoping = (typeof SCOPINGS)[number];

interface RuleBase {
  /** Stable, kebab-case; stored in runs and policies. */
  readonly id: string;
  readonly title: Text;
  /** The rule as one sentence. */
  readonly sentence: Text;
  /** Where it comes from: law, policy document (S0–S4) or practice. */
  readonly source: string;
  /** The article of law on which it rests, where there is one. */
  readonly legalBasis?: string;
  /** Why no exception (hardheidsclausule) can set this rule aside. Absent: one can, with a reason and a last day. */
  readonly noException?: Text;
  readonly scoping: Scoping;
  readonly parameters: readonly ParameterSpec[];
}

/** What a rule looked at and what it compared with, typed per rule; the text is made from it and never read back. */
export type Facts = Readonly<Record<string, FactValue>>;
export type FactValue = string | number | boolean | null | readonly string[];

/** `unknown` names the datum that is missing. It never counts as passed. */
export type Outcome = 'holds' | 'fails' | 'unknown';
export interface Verdict<F extends Facts = Facts> {
  readonly outcome: Outcome;
  readonly facts: F;
}

/** One pair under judgement. `start` is the planned start of the household in the unit. */
export interface Pairing {
  readonly index: ProblemIndex;
  readonly household: Household;
  readonly unit: Unit;
  readonly start: IsoDate;
}

/** May this pair be? */
export interface EligibilityRule<F extends Facts = Facts> extends RuleBase {
  readonly kind: 'eligibility';
  judge(pairing: Pairing, parameters: ParameterValues): Verdict<F>;
  describe(verdict: Verdict<F>): Text;
}

/** What is this pair worth on one level? Worth is an integer of at least 0 and below 2^31. */
export interface PairObjectiveRule<F extends Facts = Facts> extends RuleBase {
  readonly kind: 'objective';
  readonly measures: 'pairs';
  readonly unit: Text;
  worth(pairing: Pairing, parameters: ParameterValues, sha256: Sha256): Worth<F>;
  describe(worth: Worth<F>): Text;
}
export interface Worth<F extends Facts = Facts> {
  readonly value: number;
  readonly facts: F;
}

/** A level that minimises the shortages of soft quota rows; its value is minus their sum. */
export interface ShortageObjectiveRule extends RuleBase {
  readonly kind: 'objective';
  readonly measures: 'shortages';
  readonly unit: Text;
}
export type ObjectiveRule = PairObjectiveRule | ShortageObjectiveRule;

/** What may the whole set of matches be? Compiled once per problem into rows with integer coefficients. */
export interface QuotaRule extends RuleBase {
  readonly kind: 'quota';
  compile(index: ProblemIndex, parameters: ParameterValues): Quota;
  describe(row: QuotaRow): Text;
}

export interface Quota {
  readonly rows: readonly QuotaRow[];
  /** Visits each row in which the pair counts, by its place in `rows`, with its weight (an integer, not 0). */
  visitTerms(household: Household, unit: Unit, visit: (row: number, weight: number) => void): void;
}

/**
 * One line of a quota: `lower ≤ offset + Σ weight(pair) · x ≤ upper`. A soft row has only a `lower`; what the plan lacks
 * under it counts on the level of shortages.
 */
export interface QuotaRow {
  /** Unique within the rule, made of stable ids. */
  readonly id: string;
  readonly subject: { readonly kind: QuotaSubjectKind; readonly id: string; readonly name: string };
  /** What counts already before this round. */
  readonly offset: number;
  readonly lower: number | null;
  /** Never below `offset`: a row that is over already forbids more, and does not make the whole problem impossible. */
  readonly upper: number | null;
  readonly soft: boolean;
  /** What was agreed, for people; differs from `upper` where the row is over already. */
  readonly agreed?: number;
}
export type QuotaSubjectKind = 'household' | 'unit' | 'wijk' | 'gemeente' | 'complex' | 'aanbieder' | 'corporatie';

export type Rule = EligibilityRule | ObjectiveRule | QuotaRule;

/** SHA-256 of a UTF-8 text as lower-case hex. Given to core from outside, because core imports nothing. */
export type Sha256 = (text: string) => string;

/** Gives a rule literal its exact facts type and forgets it for the catalogue. */
export function eligibilityRule<F extends Facts>(rule: EligibilityRule<F>): EligibilityRule<F> {
  return rule;
}
export function objectiveRule<F extends Facts>(rule: PairObjectiveRule<F>): PairObjectiveRule<F> {
  return rule;
}
