import { DomainError } from '../errors';
import { transitionsFrom, type Transition, type TransitionTable } from './validate-transitions';

export type UnitStatus = 'in-preparation' | 'available' | 'reserved' | 'occupied' | 'out-of-service' | 'ended';

export type UnitAction =
  'prepare' | 'open' | 'reserve' | 'release' | 'move-in' | 'vacate' | 'withdraw' | 'restore' | 'end';

const permission = 'unit.change-status';

/**
 * The life of a home. A group of identical places stays `available` while it has a free place. A home where somebody lives
 * does not end: the resident leaves first.
 */
export const unitTransitions: TransitionTable<UnitStatus, UnitAction> = {
  initial: 'in-preparation',
  states: [
    { code: 'in-preparation', final: false, nl: 'in voorbereiding', en: 'in preparation' },
    { code: 'available', final: false, nl: 'beschikbaar', en: 'available' },
    { code: 'reserved', final: false, nl: 'gereserveerd', en: 'reserved' },
    { code: 'occupied', final: false, nl: 'bewoond', en: 'occupied' },
    { code: 'out-of-service', final: false, nl: 'buiten gebruik', en: 'out of service' },
    { code: 'ended', final: true, nl: 'beëindigd', en: 'ended' },
  ],
  transitions: [
    { from: 'in-preparation', to: 'available', action: 'open', permission, reversible: true },
    { from: 'in-preparation', to: 'ended', action: 'end', permission, reversible: false },
    { from: 'available', to: 'in-preparation', action: 'prepare', permission, reversible: true },
    { from: 'available', to: 'reserved', action: 'reserve', permission, reversible: true },
    { from: 'available', to: 'out-of-service', action: 'withdraw', permission, reversible: true },
    { from: 'available', to: 'ended', action: 'end', permission, reversible: false },
    { from: 'reserved', to: 'available', action: 'release', permission, reversible: true },
    { from: 'reserved', to: 'occupied', action: 'move-in', permission, reversible: true },
    { from: 'reserved', to: 'out-of-service', action: 'withdraw', permission, reversible: true },
    { from: 'occupied', to: 'available', action: 'vacate', permission, reversible: true },
    { from: 'occupied', to: 'out-of-service', action: 'withdraw', permission, reversible: true },
    { from: 'out-of-service', to: 'in-preparation', action: 'prepare', permission, reversible: true },
    { from: 'out-of-service', to: 'available', action: 'restore', permission, reversible: true },
    { from: 'out-of-service', to: 'ended', action: 'end', permission, reversible: false },
  ],
};

/** What a change into a status must say: a reason, and whether it may have a last day. */
export const UNIT_STATUS_DEMANDS: Readonly<Record<UnitStatus, { readonly reason: boolean; readonly until: boolean }>> =
  {
    'in-preparation': { reason: false, until: true },
    available: { reason: false, until: false },
    reserved: { reason: true, until: true },
    occupied: { reason: false, until: false },
    'out-of-service': { reason: true, until: true },
    ended: { reason: true, until: false },
  };

/** Reason of a reservation that the system made; only such a one is released by itself. */
export const ALL_PLACES_PROMISED = 'Alle vrije plaatsen zijn toegezegd aan goedgekeurde voorstellen.';

/** The step into a status. Throws `transition-not-allowed` with the statuses that can follow in `details.allowed`. */
export function unitTransitionTo(from: UnitStatus, to: UnitStatus): Transition<UnitStatus, UnitAction> {
  const candidates = transitionsFrom(unitTransitions, from);
  const found = candidates.find((candidate) => candidate.to === to);
  if (found !== undefined) return found;
  const allowed = candidates.map((candidate) => candidate.to);
  throw new DomainError(
    'transition-not-allowed',
    `a unit that is "${from}" cannot become "${to}"; possible: ${allowed.join(', ') || 'nothing'}`,
    { from, to, allowed },
  );
}
