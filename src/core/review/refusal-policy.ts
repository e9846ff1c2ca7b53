import { addDays, type IsoDate } from '../time/calendar';
import { codeList } from '../vocabulary/code-list';
import { REJECTION_REASONS } from './rejection-reasons';

/** What follows a refusal that counts. `parked`: out of the rounds for a number of days. */
export const REFUSAL_CONSEQUENCES = ['none', 'parked', 'until-reassessed'] as const;
export type RefusalConsequence = (typeof REFUSAL_CONSEQUENCES)[number];

export const refusalConsequences = codeList([
  { internal: 'none', public: 'geen', nl: 'Geen gevolg' },
  { internal: 'parked', public: 'geparkeerd', nl: 'Een tijd niet in de rondes' },
  { internal: 'until-reassessed', public: 'tot-herbeoordeling', nl: 'Niet in de rondes tot iemand opnieuw kijkt' },
]);

/** What a region agreed about refusals, with one line for each reason that a client can give. */
export interface RefusalPolicy {
  /** So many refusals of a home that was passend cost nothing. At least the first: refusing once is free. */
  readonly freeRefusals: number;
  /** From this one on the household waits until somebody looks again, whatever the reason. Null: they are not counted. */
  readonly reassessFrom: number | null;
  /** Programmes that offer again without any consequence. */
  readonly exemptProgrammes: readonly string[];
  readonly reasons: readonly RefusalRule[];
}

export interface RefusalRule {
  readonly reason: string;
  readonly consequence: RefusalConsequence;
  /** For `parked` only. */
  readonly days: number | null;
}

export const MAX_PARKED_DAYS = 366;

/** Reasons with which a client refuses an offer. */
export const REFUSAL_CODES: readonly string[] = REJECTION_REASONS.filter(({ side }) => side === 'client').map(
  ({ code }) => code,
);

/** The faults of a table in plain words; empty when it is sound: every reason once, and a number of days where it parks. */
export function refusalPolicyFaults({ freeRefusals, reassessFrom, reasons }: RefusalPolicy): string[] {
  const faults: string[] = [];
  if (freeRefusals < 1) faults.push('the first refusal is free');
  if (reassessFrom !== null && reassessFrom <= freeRefusals) faults.push('a free refusal has no consequence');
  for (const code of REFUSAL_CODES) {
    const times = reasons.filter(({ reason }) => reason === code).length;
    if (times !== 1) faults.push(`reason "${code}" is listed ${times} times`);
  }
  for (const { reason, consequence, days } of reasons) {
    if (!REFUSAL_CODES.includes(reason)) faults.push(`"${reason}" is no reason of a client`);
    if (consequence !== 'parked' && days !== null) faults.push(`"${reason}" parks nobody and has days`);
    if (consequence === 'parked' && (days === null || days < 1 || days > MAX_PARKED_DAYS)) {
      faults.push(`"${reason}" parks for 1 to ${MAX_PARKED_DAYS} days`);
    }
  }
  return faults;
}

export interface RefusalJudgement {
  readonly reason: string;
  /** A person judged that the home was passend. */
  readonly suitable: boolean;
  /** Earlier refusals of this household that were judged so. */
  readonly earlierSuitable: number;
  readonly programme: string;
  readonly housingFirst: boolean;
}

export interface RefusalOutcome {
  readonly consequence: RefusalConsequence;
  /** The last day out of the rounds; null: none, or without end. */
  readonly until: IsoDate | null;
}

const NONE: RefusalOutcome = { consequence: 'none', until: null };

/** Whether nothing ever follows from a refusal here: Housing First offers again. */
export function isExempt(
  policy: Pick<RefusalPolicy, 'exemptProgrammes'> | null,
  { programme, housingFirst }: { readonly programme: string; readonly housingFirst: boolean },
): boolean {
  return housingFirst || (policy?.exemptProgrammes.includes(programme) ?? false);
}

/** What follows a refusal that was judged on `today`. `policy` null: the region agreed on no consequence. */
export function consequenceOf(
  policy: RefusalPolicy | null,
  judgement: RefusalJudgement,
  today: IsoDate,
): RefusalOutcome {
  if (policy === null || !judgement.suitable || isExempt(policy, judgement)) return NONE;
  const place = judgement.earlierSuitable + 1;
  if (place <= policy.freeRefusals) return NONE;
  if (policy.reassessFrom !== null && place >= policy.reassessFrom) {
    return { consequence: 'until-reassessed', until: null };
  }
  const rule = policy.reasons.find(({ reason }) => reason === judgement.reason);
  if (rule === undefined) return NONE;
  const until = rule.consequence === 'parked' && rule.days !== null ? addDays(today, rule.days) : null;
  return { consequence: rule.consequence, until };
}
