import { accessibilities, supportLevels } from '../vocabulary/code-lists';
import { codeList } from '../vocabulary/code-list';
import type { Accessibility, SupportLevel } from '../matching/problem';
import type { TransitionTable } from './validate-transitions';

/** The veldtafel consults about a hard placement; the triageteam says which place comes next. */
export const PANEL_KINDS = ['veldtafel', 'triageteam'] as const;
export type PanelKind = (typeof PANEL_KINDS)[number];

export const panelKinds = codeList([
  { internal: 'veldtafel', public: 'veldtafel', nl: 'Veldtafel' },
  { internal: 'triageteam', public: 'triageteam', nl: 'Triageteam' },
]);

/** What is written down about a case. A note is the only thing that can be added once the minutes are final. */
export const PANEL_ENTRY_KINDS = ['advice', 'decision', 'note'] as const;
export type PanelEntryKind = (typeof PANEL_ENTRY_KINDS)[number];

export const panelEntryKinds = codeList([
  { internal: 'advice', public: 'advies', nl: 'Advies' },
  { internal: 'decision', public: 'besluit', nl: 'Besluit' },
  { internal: 'note', public: 'aanvulling', nl: 'Aanvulling' },
]);

export const PANEL_STATES = ['gepland', 'vastgesteld'] as const;
export type PanelState = (typeof PANEL_STATES)[number];

/** The life of a meeting. Its minutes are final once they are closed. */
export const panelTransitions: TransitionTable<PanelState, 'vaststellen'> = {
  initial: 'gepland',
  states: [
    { code: 'gepland', final: false, nl: 'gepland', en: 'planned' },
    { code: 'vastgesteld', final: true, nl: 'verslag vastgesteld', en: 'minutes closed' },
  ],
  transitions: [
    { from: 'gepland', to: 'vastgesteld', action: 'vaststellen', permission: 'panel.manage', reversible: false },
  ],
};

/** What a panel can be told of a client beside the number and the question. Never a name, an address or a burgerservicenummer. */
export const PANEL_NEEDS = ['support', 'guidance-hours', 'accessibility', 'bedrooms', 'pets'] as const;
export type PanelNeed = (typeof PANEL_NEEDS)[number];

export const panelNeeds = codeList([
  { internal: 'support', public: 'begeleiding', nl: 'Begeleiding' },
  { internal: 'guidance-hours', public: 'uren-begeleiding', nl: 'Uren begeleiding per week' },
  { internal: 'accessibility', public: 'toegankelijkheid', nl: 'Toegankelijkheid' },
  { internal: 'bedrooms', public: 'slaapkamers', nl: 'Slaapkamers' },
  { internal: 'pets', public: 'huisdieren', nl: 'Huisdieren' },
]);

/** What a region allows panels to be told. */
export interface PanelSharing {
  readonly needs: readonly PanelNeed[];
}

interface Needs {
  readonly supportLevel: SupportLevel;
  readonly guidanceHours: number;
  readonly accessibilityNeeded: Accessibility;
  readonly bedroomsNeeded: number;
  readonly pets: number;
}

/** One need of a client, as a person reads it. */
export function needWords(need: PanelNeed, of: Needs): string {
  switch (need) {
    case 'support':
      return supportLevels.named(of.supportLevel).naam;
    case 'guidance-hours':
      return String(of.guidanceHours);
    case 'accessibility':
      return accessibilities.named(of.accessibilityNeeded).naam;
    case 'bedrooms':
      return String(of.bedroomsNeeded);
    case 'pets':
      return String(of.pets);
  }
}
