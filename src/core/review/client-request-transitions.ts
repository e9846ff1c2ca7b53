import { addMonths, type IsoDate } from '../time/calendar';
import { dateInWords } from '../time/date-in-words';
import { codeList } from '../vocabulary/code-list';
import type { TransitionTable } from './validate-transitions';

/** What a client can ask about their own data: AVG articles 15, 16, 21 and 18. */
export const CLIENT_REQUEST_KINDS = ['access', 'correction', 'objection', 'restriction'] as const;
export type ClientRequestKind = (typeof CLIENT_REQUEST_KINDS)[number];

export const clientRequestKinds = codeList([
  { internal: 'access', public: 'inzage', nl: 'Inzage' },
  { internal: 'correction', public: 'correctie', nl: 'Correctie' },
  { internal: 'objection', public: 'bezwaar', nl: 'Bezwaar' },
  { internal: 'restriction', public: 'beperking', nl: 'Beperking' },
]);

/** Why processing is restricted: AVG article 18 lid 1 under a, b, c and d. */
export const RESTRICTION_GROUNDS = ['contested', 'unlawful', 'legal-claim', 'objection'] as const;
export type RestrictionGround = (typeof RESTRICTION_GROUNDS)[number];

export const restrictionGrounds = codeList([
  { internal: 'contested', public: 'betwist', nl: 'De cliënt zegt dat gegevens niet kloppen' },
  { internal: 'unlawful', public: 'onrechtmatig', nl: 'Gegevens zijn onrechtmatig verwerkt' },
  { internal: 'legal-claim', public: 'rechtsvordering', nl: 'De cliënt heeft de gegevens nodig voor een rechtszaak' },
  { internal: 'objection', public: 'bezwaar', nl: 'De cliënt heeft bezwaar gemaakt' },
]);

export const CLIENT_REQUEST_STATES = ['open', 'ingewilligd', 'afgewezen', 'ingetrokken'] as const;
export type ClientRequestState = (typeof CLIENT_REQUEST_STATES)[number];

export const CLIENT_REQUEST_ACTIONS = ['inwilligen', 'afwijzen', 'intrekken', 'verlengen'] as const;
export type ClientRequestAction = (typeof CLIENT_REQUEST_ACTIONS)[number];

const handle = { permission: 'client-request.handle', reversible: false } as const;

/** The life of a request. Extending changes its last day and not its state; that it is late follows from that day. */
export const clientRequestTransitions: TransitionTable<ClientRequestState, ClientRequestAction> = {
  initial: 'open',
  states: [
    { code: 'open', final: false, nl: 'open', en: 'open' },
    { code: 'ingewilligd', final: true, nl: 'ingewilligd', en: 'granted' },
    { code: 'afgewezen', final: true, nl: 'afgewezen', en: 'refused' },
    { code: 'ingetrokken', final: true, nl: 'ingetrokken door de cliënt', en: 'withdrawn by the client' },
  ],
  transitions: [
    { from: 'open', to: 'ingewilligd', action: 'inwilligen', ...handle },
    { from: 'open', to: 'afgewezen', action: 'afwijzen', ...handle },
    { from: 'open', to: 'ingetrokken', action: 'intrekken', ...handle },
    { from: 'open', to: 'open', action: 'verlengen', ...handle },
  ],
};

const MONTHS_TO_ANSWER = 1;
const MONTHS_OF_EXTENSION = 2;

/** The last day on which a request is answered in time: one month after it came in, two more once extended (AVG article 12 lid 3). */
export function lastDayToAnswer(receivedOn: IsoDate, isExtended: boolean): IsoDate {
  return addMonths(receivedOn, MONTHS_TO_ANSWER + (isExtended ? MONTHS_OF_EXTENSION : 0));
}

/** The ground of the restriction that a request starts the moment it is there; null: it starts none. */
export function restrictionAtOnce(kind: ClientRequestKind, asksRestriction: boolean): RestrictionGround | null {
  if (kind === 'objection') return 'objection';
  return kind === 'correction' && asksRestriction ? 'contested' : null;
}

/** Since when and why processing is restricted, for people. */
export function restrictionWords({ since, ground }: { since: IsoDate; ground: RestrictionGround }): string {
  return `De verwerking is beperkt sinds ${dateInWords(since).nl}. ${restrictionGrounds.named(ground).naam}.`;
}
