import { Link, useLocation } from '@tanstack/react-router';
import { useMay } from '../session/session';
import { entryOf, PAGE_GROUPS } from './pages';

/** The menu on the left: the pages that the reader's role may see. A page below an entry keeps that entry marked. */
export function Navigation({ open, onChoose }: { readonly open: boolean; readonly onChoose: () => void }) {
  const path = useLocation({ select: (location) => location.pathname });
  const may = useMay();
  const current = entryOf(path);
  const groups = PAGE_GROUPS.map(({ heading, entries }) => ({
    heading,
    entries: entries.filter(({ permission }) => permission === undefined || may(permission)),
  })).filter(({ entries }) => entries.length > 0);
  return (
    <nav id="hoofdmenu" className={open ? 'wp-nav wp-nav--open' : 'wp-nav'} aria-label="Hoofdmenu">
      {groups.map(({ heading, entries }) => (
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
                  aria-current={current === entry ? 'page' : undefined}
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
