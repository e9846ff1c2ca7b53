import { codeList } from '../vocabulary/code-list';

/** Why a term stands still. */
export const casePauseReasons = codeList([
  { internal: 'hospital', public: 'ziekenhuis', nl: 'Opname in een ziekenhuis of kliniek' },
  { internal: 'detention', public: 'detentie', nl: 'Detentie' },
  { internal: 'time-out', public: 'time-out', nl: 'Time-out' },
  { internal: 'other', public: 'anders', nl: 'Andere reden' },
]);
export type CasePauseReason = (typeof casePauseReasons.entries)[number]['internal'];

/** How it goes with a case in which nothing happened for a while. */
export const progressReasons = codeList([
  { internal: 'on-course', public: 'loopt', nl: 'Het loopt, er is meer tijd nodig' },
  { internal: 'waits-for-documents', public: 'wacht-op-stukken', nl: 'Er ontbreken stukken' },
  { internal: 'waits-for-home', public: 'wacht-op-woning', nl: 'De woning is nog niet klaar' },
  { internal: 'waits-for-support', public: 'wacht-op-begeleiding', nl: 'De begeleiding is nog niet geregeld' },
  { internal: 'waits-for-income', public: 'wacht-op-inkomen', nl: 'Inkomen, bewind of uitkering is nog niet geregeld' },
  { internal: 'client-hesitates', public: 'client-twijfelt', nl: 'De cliënt twijfelt' },
  { internal: 'unreachable', public: 'onbereikbaar', nl: 'De cliënt is niet te bereiken' },
  { internal: 'other', public: 'anders', nl: 'Anders, zie de toelichting' },
]);
export type ProgressReason = (typeof progressReasons.entries)[number]['internal'];

/** What came of looking for somebody else for the home of a match that failed. */
export const reserveOutcomes = codeList([
  { internal: 'proposed', public: 'voorgesteld', nl: 'De woonplek is aan de volgende kandidaat voorgesteld' },
  {
    internal: 'none',
    public: 'geen-reserve',
    nl: 'Er is nu geen kandidaat uit deze ronde die aan alle regels voldoet: de woonplek wacht op de volgende ronde',
  },
  { internal: 'not-needed', public: 'niet-nodig', nl: 'De woonplek heeft nu geen plaats die vrij is' },
]);
export const RESERVE_OUTCOMES = ['proposed', 'none', 'not-needed'] as const;
export type ReserveOutcome = (typeof RESERVE_OUTCOMES)[number];

/** What happens when a term has passed; the codes of `TERM_EFFECTS`. */
export const termEffects = codeList([
  { internal: 'none', public: 'geen', nl: 'Er gebeurt niets vanzelf' },
  { internal: 'escalate', public: 'doorzetten', nl: 'De zaak gaat naar iemand anders' },
  { internal: 'expire', public: 'vervallen', nl: 'Het aanbod vervalt en de woonplek gaat naar de volgende kandidaat' },
]);

/** Whether the plan of a round held a match, it took the place of one that failed, or somebody made it by hand. */
export const proposalOrigins = codeList([
  { internal: 'round', public: 'ronde', nl: 'Uit de ronde' },
  { internal: 'reserve', public: 'reserve', nl: 'Als reserve' },
  { internal: 'manual', public: 'handmatig', nl: 'Met de hand' },
]);
export const PROPOSAL_ORIGINS = ['round', 'reserve', 'manual'] as const;
export type ProposalOrigin = (typeof PROPOSAL_ORIGINS)[number];
