import { codeList } from '../vocabulary/code-list';
import type { TransitionTable } from './validate-transitions';

export const TENANCY_STATES = ['lopend', 'time-out', 'afgesloten', 'omgeklapt', 'beeindigd'] as const;
export type TenancyState = (typeof TENANCY_STATES)[number];

export const TENANCY_ACTIONS = [
  'notitie',
  'time-out',
  'hervatten',
  'afsluiten',
  'terugval',
  'doorstromen',
  'omklappen',
  'beeindigen',
] as const;
export type TenancyAction = (typeof TENANCY_ACTIONS)[number];

const follow = { permission: 'tenancy.follow', reversible: false } as const;
const change = { permission: 'tenancy.change', reversible: false } as const;

/**
 * The life of a tenancy, from the key on. A relapse never ends it: in a time-out the guidance pauses and the home stays. It
 * ends by a person only. With `omklappen` a home that was meant for a while becomes a permanent one, here or elsewhere: this
 * tenancy ends and a new one that refers to it begins.
 */
export const tenancyTransitions: TransitionTable<TenancyState, TenancyAction> = {
  initial: 'lopend',
  states: [
    { code: 'lopend', final: false, nl: 'loopt, met nazorg', en: 'running, with aftercare' },
    { code: 'time-out', final: false, nl: 'loopt, begeleiding in time-out', en: 'running, guidance in time-out' },
    { code: 'afgesloten', final: false, nl: 'loopt, nazorg afgesloten', en: 'running, aftercare closed' },
    { code: 'omgeklapt', final: true, nl: 'omgeklapt naar een vaste woning', en: 'became a permanent home' },
    { code: 'beeindigd', final: true, nl: 'beëindigd', en: 'ended' },
  ],
  transitions: [
    { from: 'lopend', to: 'lopend', action: 'notitie', ...follow },
    { from: 'time-out', to: 'time-out', action: 'notitie', ...follow },
    { from: 'lopend', to: 'time-out', action: 'time-out', ...follow },
    { from: 'time-out', to: 'lopend', action: 'hervatten', ...follow },
    { from: 'afgesloten', to: 'lopend', action: 'terugval', ...follow },
    { from: 'lopend', to: 'afgesloten', action: 'afsluiten', ...change },
    { from: 'lopend', to: 'lopend', action: 'doorstromen', ...change },
    { from: 'lopend', to: 'omgeklapt', action: 'omklappen', ...change },
    { from: 'time-out', to: 'omgeklapt', action: 'omklappen', ...change },
    { from: 'afgesloten', to: 'omgeklapt', action: 'omklappen', ...change },
    { from: 'lopend', to: 'beeindigd', action: 'beeindigen', ...change },
    { from: 'time-out', to: 'beeindigd', action: 'beeindigen', ...change },
    { from: 'afgesloten', to: 'beeindigd', action: 'beeindigen', ...change },
  ],
};

/** States in which somebody lives there. */
export const RUNNING_STATES: readonly TenancyState[] = tenancyTransitions.states
  .filter(({ final }) => !final)
  .map(({ code }) => code);

/** States in which no hours of guidance are used. */
export const UNGUIDED_STATES: readonly TenancyState[] = ['time-out', 'afgesloten'];

/** How the guidance goes, as whoever guides sees it. */
export const PROGRESS = ['good', 'watch', 'worrying'] as const;
export type Progress = (typeof PROGRESS)[number];

export const progresses = codeList([
  { internal: 'good', public: 'goed', nl: 'Gaat goed' },
  { internal: 'watch', public: 'let-op', nl: 'Extra opletten' },
  { internal: 'worrying', public: 'zorgelijk', nl: 'Zorgelijk' },
]);

export const TIME_OUT_REASONS = ['relapse', 'admission', 'detention', 'own-request', 'other'] as const;
export type TimeOutReason = (typeof TIME_OUT_REASONS)[number];

export const timeOutReasons = codeList([
  { internal: 'relapse', public: 'terugval', nl: 'Terugval' },
  { internal: 'admission', public: 'opname', nl: 'Opname' },
  { internal: 'detention', public: 'detentie', nl: 'Detentie' },
  { internal: 'own-request', public: 'eigen-verzoek', nl: 'Op eigen verzoek' },
  { internal: 'other', public: 'anders', nl: 'Andere reden' },
]);

export const TENANCY_END_REASONS = ['moved-own', 'given-up', 'contract-end', 'eviction', 'deceased', 'left'] as const;
export type TenancyEndReason = (typeof TENANCY_END_REASONS)[number];

export const tenancyEndReasons = codeList([
  { internal: 'moved-own', public: 'zelf-verhuisd', nl: 'Zelf verhuisd' },
  { internal: 'given-up', public: 'zelf-opgezegd', nl: 'Zelf opgezegd, zonder andere woning' },
  { internal: 'contract-end', public: 'contract-afgelopen', nl: 'Het contract of de woning liep af' },
  { internal: 'eviction', public: 'ontruimd', nl: 'Ontruimd na een uitspraak van de rechter' },
  { internal: 'deceased', public: 'overleden', nl: 'Overleden' },
  { internal: 'left', public: 'vertrokken', nl: 'Vertrokken zonder bericht' },
]);
