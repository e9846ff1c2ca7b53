import { Link, useLocation, type LinkProps } from '@tanstack/react-router';

interface Entry {
  readonly label: string;
  readonly to: LinkProps['to'];
  /** The filter that the list starts with. */
  readonly search?: Readonly<Record<string, string>>;
}

const GROUPS: readonly { readonly heading: string; readonly entries: readonly Entry[] }[] = [
  {
    heading: 'Toewijzen',
    entries: [
      { label: 'Overzicht', to: '/' },
      { label: 'Voorstellen', to: '/voorstellen', search: { status: 'voorgesteld' } },
      { label: 'Niet gematcht', to: '/niet-gematcht' },
      { label: 'Rondes', to: '/rondes' },
      { label: 'Besluiten', to: '/besluiten' },
    ],
  },
  {
    heading: 'Gegevens',
    entries: [
      { label: 'Woonplekken', to: '/woonplekken' },
      { label: 'Complexen', to: '/complexen' },
      { label: 'Cliënten', to: '/clienten' },
    ],
  },
  {
    heading: 'Afspraken',
    entries: [
      { label: 'Spreiding', to: '/spreiding' },
      { label: 'Draagkracht', to: '/draagkracht' },
      { label: 'Prestatieafspraken', to: '/prestatieafspraken' },
    ],
  },
  {
    heading: 'Uitleg',
    entries: [
      { label: 'Regels', to: '/regels' },
      { label: 'Bewijs controleren', to: '/bewijs' },
      { label: 'Over Woonplek', to: '/over' },
    ],
  },
];

/** The menu on the left. A page below an entry keeps that entry marked. */
export function Navigation({ open, onChoose }: { readonly open: boolean; readonly onChoose: () => void }) {
  const path = useLocation({ select: (location) => location.pathname });
  const isCurrent = (to: string) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`));
  return (
    <nav id="hoofdmenu" className={open ? 'wp-nav wp-nav--open' : 'wp-nav'} aria-label="Hoofdmenu">
      {GROUPS.map(({ heading, entries }) => (
        <div key={heading}>
          <p className="wp-nav__heading" id={`menu-${heading}`}>
            {heading}
          </p>
          <ul aria-labelledby={`menu-${heading}`}>
            {entries.map((entry) => (
              <li key={entry.label}>
                <Link
                  to={entry.to}
                  search={entry.search as never}
                  aria-current={isCurrent(String(entry.to)) ? 'page' : undefined}
                  activeProps={{}}
                  onClick={onChoose}
                >
                  {entry.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
