import { isIsoDate, type IsoDate } from '../time/calendar';
import { proposalTransitions, type ProposalState } from './proposal-transitions';
import { transitionsFrom } from './validate-transitions';

/** The states in which a case waits for somebody. */
export const WAITING_STATES = [
  'voorgesteld',
  'goedgekeurd',
  'teruggestuurd',
  'bevestigd',
  'aangeboden',
  'geaccepteerd',
  'landing',
  'verouderd',
] as const satisfies readonly ProposalState[];
export type WaitingState = (typeof WAITING_STATES)[number];

/** Who takes the next step of a case. */
export const STEP_ROLES = ['coordinator', 'corporatie', 'aanbieder'] as const;
export type StepRole = (typeof STEP_ROLES)[number];

export const TERM_UNITS = ['working-days', 'calendar-days'] as const;
export type TermUnit = (typeof TERM_UNITS)[number];

/**
 * What happens when a term has passed. `expire`: the offer lapses by itself and the home goes on; only before anybody said yes.
 * Nothing ever ends the stay of somebody who lives in a home.
 */
export const TERM_EFFECTS = ['none', 'escalate', 'expire'] as const;
export type TermEffect = (typeof TERM_EFFECTS)[number];

export interface WorkflowStep {
  readonly state: WaitingState;
  readonly waitsFor: StepRole;
  readonly term: { readonly number: number; readonly unit: TermUnit };
  /** So many days before the last day; largest first. */
  readonly remindDaysBefore: readonly number[];
  readonly effect: TermEffect;
  /** To whom it goes. Null: it does not escalate. */
  readonly escalateTo: StepRole | null;
  /** After so many days without a step or a word of progress the case counts as stalled. */
  readonly stallDays: number;
  /** Where the number comes from. */
  readonly source: string;
  /** The number stands in no source: the region decides it. */
  readonly demonstration: boolean;
}

/** How the cases of one programme go, from a day on. A case keeps the version with which it was approved. */
export interface Workflow {
  /** Of the home; `STANDARD_PROGRAMME` for every programme without a workflow of its own. */
  readonly programme: string;
  readonly version: string;
  readonly validFrom: IsoDate;
  readonly steps: readonly WorkflowStep[];
}

export const STANDARD_PROGRAMME = 'standaard';

export interface WorkflowFault {
  readonly path: string;
  readonly value: unknown;
  readonly expected: string;
}

const LONGEST = 366;
/** Steps that may lapse by themselves: those from which the table has that way out. */
const EXPIRING = WAITING_STATES.filter((state) =>
  transitionsFrom(proposalTransitions, state).some(({ action }) => action === 'verlopen'),
);

/** Every fault of a workflow, each with its place, its value and what should stand there; empty when it is sound. */
export function validateWorkflow(workflow: Workflow): WorkflowFault[] {
  const faults: WorkflowFault[] = [];
  const check = (holds: boolean, path: string, value: unknown, expected: string): void => {
    if (!holds) faults.push({ path, value, expected });
  };
  const isDays = (value: unknown, least: number): boolean =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= LONGEST;

  check(/^[a-z][a-z-]*$/.test(workflow.programme), 'programme', workflow.programme, 'kleine letters en streepjes');
  check(workflow.version.trim() !== '', 'version', workflow.version, 'een naam voor deze versie');
  check(isIsoDate(workflow.validFrom), 'validFrom', workflow.validFrom, 'een datum die bestaat, als 2026-11-22');
  for (const state of WAITING_STATES) {
    const count = workflow.steps.filter((step) => step.state === state).length;
    check(count === 1, 'steps', `${count} keer ${state}`, `precies één stap voor "${state}"`);
  }
  for (const [place, step] of workflow.steps.entries()) {
    const at = (field: string): string => `steps.${place}.${field}`;
    check(WAITING_STATES.includes(step.state), at('state'), step.state, `een van: ${WAITING_STATES.join(', ')}`);
    check(STEP_ROLES.includes(step.waitsFor), at('waitsFor'), step.waitsFor, `een van: ${STEP_ROLES.join(', ')}`);
    check(TERM_UNITS.includes(step.term.unit), at('term.unit'), step.term.unit, `een van: ${TERM_UNITS.join(', ')}`);
    check(isDays(step.term.number, 1), at('term.number'), step.term.number, `een heel getal van 1 tot ${LONGEST}`);
    check(isDays(step.stallDays, 1), at('stallDays'), step.stallDays, `een heel getal van 1 tot ${LONGEST}`);
    check(TERM_EFFECTS.includes(step.effect), at('effect'), step.effect, `een van: ${TERM_EFFECTS.join(', ')}`);
    check(
      step.effect !== 'expire' || EXPIRING.includes(step.state),
      at('effect'),
      step.effect,
      `alleen bij: ${EXPIRING.join(', ')}`,
    );
    check(
      step.effect === 'escalate'
        ? step.escalateTo !== null && STEP_ROLES.includes(step.escalateTo)
        : step.escalateTo === null,
      at('escalateTo'),
      step.escalateTo,
      step.effect === 'escalate' ? `een van: ${STEP_ROLES.join(', ')}` : 'leeg: deze stap gaat niet naar een ander',
    );
    const reminders = step.remindDaysBefore;
    check(
      reminders.every((days, index) => isDays(days, 0) && (index === 0 || days < (reminders[index - 1] ?? 0))),
      at('remindDaysBefore'),
      reminders,
      'hele getallen, de grootste eerst',
    );
    check(step.source.trim() !== '', at('source'), step.source, 'waar dit getal vandaan komt');
  }
  return faults;
}

/** The workflow that holds on a day for homes of a programme; null: the region has none yet. */
export function workflowOn<W extends Pick<Workflow, 'programme' | 'validFrom' | 'version'>>(
  workflows: readonly W[],
  programme: string,
  day: IsoDate,
): W | null {
  for (const wanted of [programme, STANDARD_PROGRAMME]) {
    const latest = workflows
      .filter((each) => each.programme === wanted && each.validFrom <= day)
      .sort((a, b) => (a.validFrom === b.validFrom ? compare(b.version, a.version) : compare(b.validFrom, a.validFrom)))
      .at(0);
    if (latest) return latest;
  }
  return null;
}

export function isWaitingState(state: string): state is WaitingState {
  return WAITING_STATES.some((each) => each === state);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
