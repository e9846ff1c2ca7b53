import type { ProposalAction } from '../../core/review/proposal-transitions';
import { type Call, CALLS } from '../../database/entities/notified';

interface CallWords {
  readonly one: string;
  readonly more: string;
  /** Where the console shows it. */
  readonly page: '/warme-overdrachten' | '/veldtafels';
}

/** What a call is called behind a number. Never anything of a client or of what is on an agenda: it goes out by mail. */
const WORDS: Readonly<Record<Call, CallWords>> = {
  'overdracht-gevraagd': {
    ...{ one: 'warme overdracht om te beantwoorden', more: 'warme overdrachten om te beantwoorden' },
    page: '/warme-overdrachten',
  },
  'overdracht-beantwoord': {
    ...{ one: 'warme overdracht die is beantwoord', more: 'warme overdrachten die zijn beantwoord' },
    page: '/warme-overdrachten',
  },
  'overdracht-ingetrokken': {
    ...{ one: 'warme overdracht die is ingetrokken', more: 'warme overdrachten die zijn ingetrokken' },
    page: '/warme-overdrachten',
  },
  uitgenodigd: { one: 'uitnodiging voor een overleg', more: 'uitnodigingen voor een overleg', page: '/veldtafels' },
  'uitnodiging-ingetrokken': {
    ...{ one: 'uitnodiging die is ingetrokken', more: 'uitnodigingen die zijn ingetrokken', page: '/veldtafels' },
  },
  'bijeenkomst-afgelast': {
    ...{ one: 'overleg dat niet doorgaat', more: 'overleggen die niet doorgaan', page: '/veldtafels' },
  },
};

export function isCall(action: ProposalAction | Call): action is Call {
  return CALLS.some((each) => each === action);
}

/** One call as the console lists it. */
export function callTitle(call: Call): string {
  const { one } = WORDS[call];
  return one.charAt(0).toUpperCase() + one.slice(1);
}

/** A mail that calls somebody: what for, how often, and where to look. Its links show nothing without signing in. */
export function callMail(
  roleName: string,
  counts: ReadonlyMap<Call, number>,
  consoleUrl: string,
): { subject: string; text: string } {
  const found = CALLS.flatMap((call) => {
    const count = counts.get(call) ?? 0;
    return count === 0 ? [] : [{ count, ...WORDS[call] }];
  });
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const pages = [...new Set(found.map(({ page }) => page))];
  const text = [
    ...['Goedendag,', '', `In uw rol ${roleName} staat dit voor u in Woonplek:`, ''],
    ...found.map(({ count, one, more }) => `- ${count} ${count === 1 ? one : more}`),
    ...['', 'Bekijk het na het aanmelden:', ...pages.map((page) => `${consoleUrl}${page}`)],
    ...['', 'Om wie het gaat staat niet in deze mail. Dat is veiliger.', ''],
  ].join('\n');
  return { subject: total === 1 ? 'Woonplek: 1 bericht' : `Woonplek: ${total} berichten`, text };
}
