import { DomainError } from '../errors';

/**
 * The life cycle of one kind of object as data: which states there are and who may take which step. A workflow step is a
 * row here and nowhere else. `permission` is the name that a route must demand; `reversible` says that the step can be
 * taken back until the next one.
 */
export interface TransitionTable<S extends string, A extends string> {
  readonly initial: S;
  readonly states: readonly State<S>[];
  readonly transitions: readonly Transition<S, A>[];
}

export interface State<S extends string> {
  readonly code: S;
  /** Nothing follows a final state. */
  readonly final: boolean;
  readonly nl: string;
  readonly en: string;
}

export interface Transition<S extends string, A extends string> {
  readonly from: S;
  readonly to: S;
  readonly action: A;
  readonly permission: string;
  readonly reversible: boolean;
}

/**
 * The faults of a table in plain words; empty when it is sound. Start-up and a test ask this of every table: each state is
 * reachable, each non-final state leads to an end, and one action has one outcome per state.
 */
export function validateTransitions<S extends string, A extends string>(table: TransitionTable<S, A>): string[] {
  const faults: string[] = [];
  const codes = new Set<S>();
  for (const { code } of table.states) {
    if (codes.has(code)) faults.push(`state "${code}" is listed twice`);
    codes.add(code);
  }
  const finals = new Set(table.states.filter((state) => state.final).map((state) => state.code));
  if (!codes.has(table.initial)) faults.push(`initial state "${table.initial}" is not listed`);

  const seen = new Set<string>();
  for (const { from, to, action, permission } of table.transitions) {
    if (!codes.has(from)) faults.push(`action "${action}" leaves unknown state "${from}"`);
    if (!codes.has(to)) faults.push(`action "${action}" enters unknown state "${to}"`);
    if (finals.has(from)) faults.push(`final state "${from}" has an exit by "${action}"`);
    if (permission === '') faults.push(`action "${action}" from "${from}" names no permission`);
    if (seen.has(`${from} ${action}`)) faults.push(`action "${action}" from "${from}" has two outcomes`);
    seen.add(`${from} ${action}`);
  }

  const reachable = closure([table.initial], (state) =>
    table.transitions.filter((t) => t.from === state).map((t) => t.to),
  );
  const ending = closure([...finals], (state) => table.transitions.filter((t) => t.to === state).map((t) => t.from));
  for (const code of codes) {
    if (!reachable.has(code)) faults.push(`state "${code}" cannot be reached from "${table.initial}"`);
    if (finals.has(code)) continue;
    if (!table.transitions.some((t) => t.from === code)) faults.push(`state "${code}" is not final and has no exit`);
    else if (!ending.has(code)) faults.push(`from state "${code}" no final state can be reached`);
  }
  return faults;
}

/** The steps that may be taken from a state. */
export function transitionsFrom<S extends string, A extends string>(
  table: TransitionTable<S, A>,
  from: S,
): readonly Transition<S, A>[] {
  return table.transitions.filter((candidate) => candidate.from === from);
}

/**
 * The step that this action takes from this state. Throws `transition-not-allowed` when the table has none; its details
 * name the state, the action and every action that is allowed.
 */
export function transition<S extends string, A extends string>(
  table: TransitionTable<S, A>,
  from: S,
  action: A,
): Transition<S, A> {
  const candidates = transitionsFrom(table, from);
  const found = candidates.find((candidate) => candidate.action === action);
  if (found !== undefined) return found;
  const allowed = candidates.map((candidate) => candidate.action);
  throw new DomainError(
    'transition-not-allowed',
    `"${action}" is not possible from "${from}"; possible: ${allowed.join(', ') || 'nothing'}`,
    { from, action, allowed },
  );
}

function closure<S>(start: readonly S[], next: (state: S) => readonly S[]): Set<S> {
  const found = new Set(start);
  const queue = [...start];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const follower of next(state)) {
      if (found.has(follower)) continue;
      found.add(follower);
      queue.push(follower);
    }
  }
  return found;
}
