import type { Panel } from '../http/answers';

export type PanelKind = Panel['soort']['code'];
export type EntryKind = Panel['bijdragenVan'][number];
export type PanelCase = Panel['agenda'][number];

export const PANEL_KINDS: Readonly<Record<PanelKind, string>> = {
  veldtafel: 'Veldtafel',
  triageteam: 'Triageteam',
};

/** What the button says that adds something to a case. */
export const ENTRY_BUTTONS: Readonly<Record<EntryKind, string>> = {
  advies: 'Advies schrijven …',
  besluit: 'Besluit vastleggen …',
  aanvulling: 'Aanvulling schrijven …',
};
