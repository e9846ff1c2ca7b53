import type { TransitionTable } from '../../core/review/validate-transitions';
import { validateTransitions } from '../../core/review/validate-transitions';
import { PERMISSIONS } from './permissions';

/** Refuses to start with a life cycle that is not sound, or with a step that asks for a permission that does not exist. */
export function checkTransitions(tables: Readonly<Record<string, TransitionTable<string, string>>>): void {
  const faults = Object.entries(tables).flatMap(([name, table]) => [
    ...validateTransitions(table).map((fault) => `${name}: ${fault}`),
    ...table.transitions
      .filter(({ permission }) => permission !== '' && !Object.hasOwn(PERMISSIONS, permission))
      .map(({ action, permission }) => `${name}: action "${action}" asks for unknown permission "${permission}"`),
  ]);
  if (faults.length > 0) throw new Error(`These life cycles are not sound:\n- ${faults.join('\n- ')}`);
}
