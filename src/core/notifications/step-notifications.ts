import type { ProposalAction, ProposalState } from '../review/proposal-transitions';

/** Who can be told of a step: coordinators of the region, the corporatie of the home, the aanbieder of the client. */
export const TOLD_ROLES = ['coordinator', 'corporatie', 'aanbieder'] as const;
export type ToldRole = (typeof TOLD_ROLES)[number];

/** What a step is called to one role, behind a number. Never anything of the client or the home: it goes out by mail. */
interface Told {
  readonly one: string;
  readonly more: string;
  /** Only where the step was taken from one of these states. Default: from any. */
  readonly from?: readonly ProposalState[];
}

type StepNotification =
  | { readonly tells: Readonly<Partial<Record<ToldRole, Told>>> }
  | { /** Why nobody is told. */ readonly tellsNobody: string };

const told = (one: string, more: string, from?: readonly ProposalState[]): Told => ({ one, more, from });

/** The same words for everybody around the case. Who took the step is never told. */
const everybody = (one: string, more: string): StepNotification => ({
  tells: { coordinator: told(one, more), corporatie: told(one, more), aanbieder: told(one, more) },
});

/** Each step of a proposal with who is told of it. A corporatie hears of nothing that it was never shown. */
export const STEP_NOTIFICATIONS: Readonly<Record<ProposalAction, StepNotification>> = {
  goedkeuren: {
    tells: {
      corporatie: told('voorstel om te bevestigen', 'voorstellen om te bevestigen'),
      aanbieder: told('voorstel dat is goedgekeurd', 'voorstellen die zijn goedgekeurd'),
    },
  },
  afwijzen: {
    tells: { aanbieder: told('voorstel dat is afgewezen', 'voorstellen die zijn afgewezen') },
  },
  herroepen: {
    tells: {
      corporatie: told('goedkeuring die is teruggenomen', 'goedkeuringen die zijn teruggenomen', ['goedgekeurd']),
      aanbieder: told('beoordeling die is teruggenomen', 'beoordelingen die zijn teruggenomen'),
    },
  },
  vervangen: {
    tellsNobody: 'A round replaces every open proposal at once; the round itself says so.',
  },
  bevestigen: {
    tells: {
      coordinator: told('voorstel dat is bevestigd', 'voorstellen die zijn bevestigd'),
      aanbieder: told('woning om aan te bieden', 'woningen om aan te bieden'),
    },
  },
  terugsturen: {
    tells: {
      coordinator: told('voorstel dat de corporatie terugstuurt', 'voorstellen die de corporatie terugstuurt'),
      aanbieder: told('voorstel dat de corporatie terugstuurt', 'voorstellen die de corporatie terugstuurt'),
    },
  },
  doorzetten: {
    tells: {
      corporatie: told('voorstel om opnieuw te bekijken', 'voorstellen om opnieuw te bekijken'),
      aanbieder: told('voorstel dat toch doorgaat', 'voorstellen die toch doorgaan'),
    },
  },
  aanbieden: everybody('woning die is aangeboden', 'woningen die zijn aangeboden'),
  accepteren: everybody('aanbod dat is geaccepteerd', 'aanbiedingen die zijn geaccepteerd'),
  weigeren: everybody('aanbod dat is geweigerd', 'aanbiedingen die zijn geweigerd'),
  verlopen: everybody('aanbod dat is verlopen', 'aanbiedingen die zijn verlopen'),
  voorbereiden: everybody('verhuizing om voor te bereiden', 'verhuizingen om voor te bereiden'),
  huisvesten: everybody('sleutel die is uitgereikt', 'sleutels die zijn uitgereikt'),
  terugzetten: everybody('zaak die een stap terug is gezet', 'zaken die een stap terug zijn gezet'),
  verouderen: everybody('voorstel dat niet meer klopt', 'voorstellen die niet meer kloppen'),
  intrekken: everybody('voorstel dat is ingetrokken', 'voorstellen die zijn ingetrokken'),
  heropenen: {
    tells: {
      coordinator: told('voorstel dat weer open is', 'voorstellen die weer open zijn'),
      aanbieder: told('voorstel dat weer open is', 'voorstellen die weer open zijn'),
    },
  },
};

/** The roles that are told of a step. */
export function rolesToldOf(action: ProposalAction, from: ProposalState): ToldRole[] {
  const step = STEP_NOTIFICATIONS[action];
  if (!('tells' in step)) return [];
  return TOLD_ROLES.filter((role) => {
    const words = step.tells[role];
    return words !== undefined && (words.from === undefined || words.from.includes(from));
  });
}

/** So many of a step as one role is told of it: `2 voorstellen om te bevestigen`. */
export function stepWords(action: ProposalAction, role: ToldRole, count: number): string {
  const { one, more } = wordsOf(action, role);
  return `${count} ${count === 1 ? one : more}`;
}

/** One step as the console lists it: `Voorstel om te bevestigen`. */
export function stepTitle(action: ProposalAction, role: ToldRole): string {
  const { one } = wordsOf(action, role);
  return one.charAt(0).toUpperCase() + one.slice(1);
}

function wordsOf(action: ProposalAction, role: ToldRole): Told {
  const step = STEP_NOTIFICATIONS[action];
  const words = 'tells' in step ? step.tells[role] : undefined;
  // Somebody was told under an earlier version of this catalogue.
  return words ?? told('stap in een voorstel', 'stappen in voorstellen');
}
