import { panelTransitions } from './case-panels';
import { clientRequestTransitions } from './client-request-transitions';
import { proposalTransitions } from './proposal-transitions';
import { tenancyTransitions } from './tenancy-transitions';
import { unitTransitions } from './unit-transitions';
import type { TransitionTable } from './validate-transitions';
import { warmHandoverTransitions } from './warm-handover-transitions';

/** Every life cycle, by what it is of, in the order in which they are drawn. */
export const TRANSITION_TABLES: Readonly<Record<string, TransitionTable<string, string>>> = {
  'A proposal': proposalTransitions,
  'A home': unitTransitions,
  'A tenancy': tenancyTransitions,
  'A request of a client about their data': clientRequestTransitions,
  'A warm handover to another gemeente': warmHandoverTransitions,
  'A meeting of the veldtafel or the triageteam': panelTransitions,
};
