import type { ProposalAction } from '../../../src/core/review/proposal-transitions';
import type { Role } from '../../../src/platform/access/permissions';
import { TEST_DAY } from '../../support/test-app';
import { HEARD } from '../offers/case-driver';

/** How a step is asked for. */
export interface AskedStep {
  readonly action: ProposalAction;
  /** `voorstellen` or `toewijzingen`, and what is posted there. */
  readonly route: string;
  readonly body: object;
  /** Whose step it is, whoever mostly takes it first. Owners act for their own homes, an aanbieder for its own clients. */
  readonly by: readonly Role[];
}

export const NOTE = 'Zo is het besproken.';
const coordinator = ['coordinator'] as const;
const guiding = ['aanbieder', 'coordinator'] as const;
const owning = ['corporatie'] as const;

const step = (action: ProposalAction, by: readonly Role[], route: string, body: object = {}): AskedStep => ({
  ...{ action, by, route, body },
});

/** Every step that a person can ask for. */
export const ASKED_STEPS: readonly AskedStep[] = [
  step('goedkeuren', coordinator, 'voorstellen/beoordelingen', { besluit: 'akkoord' }),
  step('afwijzen', coordinator, 'voorstellen/beoordelingen', { besluit: 'afgewezen', redenCode: 'NIE' }),
  step('herroepen', coordinator, 'voorstellen/herroepingen'),
  step('bevestigen', owning, 'toewijzingen/bevestigingen', { toelichting: NOTE }),
  step('terugsturen', owning, 'toewijzingen/terugsturingen', { redenCode: 'DOC' }),
  step('doorzetten', coordinator, 'voorstellen/doorzettingen', { toelichting: NOTE }),
  step('aanbieden', guiding, 'voorstellen/aanbiedingen', HEARD),
  step('accepteren', guiding, 'voorstellen/antwoorden', { antwoord: 'accepteren', door: 'client', ...HEARD }),
  step('weigeren', guiding, 'voorstellen/antwoorden', {
    ...{ antwoord: 'weigeren', door: 'client', redenCode: 'WBN', ...HEARD },
  }),
  step('voorbereiden', guiding, 'voorstellen/voorbereidingen'),
  step('huisvesten', ['coordinator', 'corporatie'], 'voorstellen/huisvestingen', { sleuteldatum: TEST_DAY }),
  step('terugzetten', coordinator, 'voorstellen/terugzettingen', { toelichting: NOTE }),
  step('intrekken', coordinator, 'voorstellen/intrekkingen', { grond: 'reden', redenCode: 'TOE' }),
  step('intrekken', owning, 'toewijzingen/intrekkingen', { redenCode: 'NIE' }),
  step('heropenen', coordinator, 'voorstellen/heropeningen', { toelichting: NOTE }),
];

/** What a step leaves in the record beside who took it. */
export const NEEDS_CODE: readonly ProposalAction[] = ['afwijzen', 'terugsturen', 'weigeren', 'intrekken'];
export const NEEDS_NOTE: readonly ProposalAction[] = ['doorzetten', 'terugzetten', 'heropenen'];

/** The address of a step, without the id of the proposal filled in elsewhere. */
export function pathOf({ route }: AskedStep, id: string): string {
  const [kind, name] = route.split('/') as [string, string];
  return `/v1/${kind}/${id}/${name}`;
}
