import type { LinkProps } from '@tanstack/react-router';
import type { Permission } from '../session/session';

export interface PageEntry {
  readonly label: string;
  readonly to: LinkProps['to'];
  /** What the page shows asks this of the reader. Undefined: every role may see it. */
  readonly permission?: Permission;
  /** Whether it can be read without signing in. */
  readonly open?: boolean;
  /** The filter that the list starts with. */
  readonly search?: Readonly<Record<string, string>>;
}

/** Every page of the menu. A page below one of these asks the same of its reader. */
export const PAGE_GROUPS: readonly { readonly heading: string; readonly entries: readonly PageEntry[] }[] = [
  {
    heading: 'Toewijzen',
    entries: [
      { label: 'Overzicht', to: '/' },
      { label: 'Mijn werk', to: '/werk', permission: 'work.read', search: { aanZet: 'true' } },
      { label: 'Voorstellen', to: '/voorstellen', permission: 'proposal.read', search: { status: 'voorgesteld' } },
      { label: 'Toewijzingen', to: '/toewijzingen', permission: 'allocation.read' },
      { label: 'Niet gematcht', to: '/niet-gematcht', permission: 'run.read' },
      { label: 'Klokken', to: '/klokken', permission: 'client.read' },
      { label: 'Warme overdracht', to: '/warme-overdrachten', permission: 'handover.read', search: { open: 'true' } },
      { label: 'Veldtafel', to: '/veldtafels', permission: 'panel.read' },
      { label: 'Rondes', to: '/rondes', permission: 'run.read' },
      { label: 'Meldingen', to: '/meldingen', permission: 'notification.own' },
      { label: 'Besluiten', to: '/besluiten', permission: 'pair-decision.read' },
    ],
  },
  {
    heading: 'Gegevens',
    entries: [
      { label: 'Woonplekken', to: '/woonplekken', permission: 'unit.read' },
      { label: 'Complexen', to: '/complexen', permission: 'unit.read' },
      { label: 'Cliënten', to: '/clienten', permission: 'client.read' },
      { label: 'Werk overdragen', to: '/overdragen', permission: 'work.hand-over' },
      { label: 'Verzoeken', to: '/verzoeken', permission: 'client-request.read', search: { status: 'open' } },
    ],
  },
  {
    heading: 'Afspraken',
    entries: [
      { label: 'Spreiding', to: '/spreiding', permission: 'quota.read' },
      { label: 'Draagkracht', to: '/draagkracht', permission: 'quota.read' },
      { label: 'Prestatieafspraken', to: '/prestatieafspraken', permission: 'quota.read' },
    ],
  },
  {
    heading: 'Beheer',
    entries: [
      { label: 'Rollen', to: '/rollen', permission: 'role-assignment.read' },
      { label: 'Bewaren en vernietigen', to: '/bewaren', permission: 'retention.read' },
      { label: 'Inzagelogboek', to: '/inzagelogboek', permission: 'access-log.read' },
    ],
  },
  {
    heading: 'Uitleg',
    entries: [
      { label: 'Regels', to: '/regels', permission: 'policy.read' },
      { label: 'Bewijs controleren', to: '/bewijs', open: true },
      { label: 'Over Woonplek', to: '/over', open: true },
    ],
  },
];

const ENTRIES = PAGE_GROUPS.flatMap(({ entries }) => entries);

/** The entry to which an address belongs. */
export function entryOf(path: string): PageEntry | undefined {
  return ENTRIES.find(({ to }) => (to === '/' ? path === '/' : path === to || path.startsWith(`${String(to)}/`)));
}

/** Whether an address can be read without signing in. */
export function isOpenPage(path: string): boolean {
  return path === '/niet-aangemeld' || entryOf(path)?.open === true;
}
