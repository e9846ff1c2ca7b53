import type { IsoDate } from '../time/calendar';
import { addWorkingDays, type IsHoliday } from '../time/working-days';
import type { TransitionTable } from './validate-transitions';

export const WARM_HANDOVER_STATES = ['gevraagd', 'aanvaard', 'geweigerd', 'ingetrokken', 'overgedragen'] as const;
export type WarmHandoverState = (typeof WARM_HANDOVER_STATES)[number];

export const WARM_HANDOVER_ACTIONS = ['aanvaarden', 'weigeren', 'intrekken', 'voltooien'] as const;
export type WarmHandoverAction = (typeof WARM_HANDOVER_ACTIONS)[number];

const answer = { permission: 'handover.answer', reversible: false } as const;
const propose = { permission: 'handover.propose', reversible: false } as const;

/**
 * The handing over of a client from one gemeente to another (landelijke toegankelijkheid, startdocument regio Assen 3.3). The
 * gemeente that asks stays responsible until the other has accepted and the agreed day has come; a person then says that it
 * took place.
 */
export const warmHandoverTransitions: TransitionTable<WarmHandoverState, WarmHandoverAction> = {
  initial: 'gevraagd',
  states: [
    { code: 'gevraagd', final: false, nl: 'gevraagd', en: 'asked' },
    { code: 'aanvaard', final: false, nl: 'aanvaard', en: 'accepted' },
    { code: 'geweigerd', final: true, nl: 'geweigerd', en: 'declined' },
    { code: 'ingetrokken', final: true, nl: 'ingetrokken', en: 'withdrawn' },
    { code: 'overgedragen', final: true, nl: 'overgedragen', en: 'handed over' },
  ],
  transitions: [
    { from: 'gevraagd', to: 'aanvaard', action: 'aanvaarden', ...answer },
    { from: 'gevraagd', to: 'geweigerd', action: 'weigeren', ...answer },
    { from: 'gevraagd', to: 'ingetrokken', action: 'intrekken', ...propose },
    { from: 'aanvaard', to: 'ingetrokken', action: 'intrekken', ...propose },
    { from: 'aanvaard', to: 'overgedragen', action: 'voltooien', ...propose },
  ],
};

/** States in which a handover goes on; a household has one such handover at most. */
export const OPEN_HANDOVER_STATES: readonly WarmHandoverState[] = warmHandoverTransitions.states
  .filter(({ final }) => !final)
  .map(({ code }) => code);

/** No source names a term: this is a proposal of Woonplek, for regions to agree on. */
const WORKING_DAYS_TO_ANSWER = 10;

/** The last day on which the answer of the other gemeente is in time. */
export function lastDayToAnswerHandover(proposedOn: IsoDate, isHoliday: IsHoliday): IsoDate {
  return addWorkingDays(proposedOn, WORKING_DAYS_TO_ANSWER, isHoliday);
}

interface HandoverOnDay {
  readonly state: WarmHandoverState;
  /** The last day on which the answer is in time. */
  readonly dueOn: IsoDate;
  /** From when the other gemeente is responsible; null while it has not accepted. */
  readonly takesOverOn: IsoDate | null;
}

/** The last day of the next step; null: nothing follows. That it is late follows from it. */
export function nextStepDueOn({ state, dueOn, takesOverOn }: HandoverOnDay): IsoDate | null {
  if (state === 'gevraagd') return dueOn;
  return state === 'aanvaard' ? takesOverOn : null;
}

/**
 * Which gemeente answers for the client on a day: until it is accepted and the agreed day has come, the one that asked. Null:
 * this handover does not say, because it did not take place or a later one took over from it.
 */
export function responsibleSide(
  { state, takesOverOn }: Pick<HandoverOnDay, 'state' | 'takesOverOn'>,
  { today, isOvertaken }: { readonly today: IsoDate; readonly isOvertaken: boolean },
): 'sending' | 'receiving' | null {
  if (state === 'overgedragen') return isOvertaken ? null : 'receiving';
  if (!OPEN_HANDOVER_STATES.includes(state)) return null;
  return state === 'aanvaard' && takesOverOn !== null && takesOverOn <= today ? 'receiving' : 'sending';
}
