import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../display/loaded';
import { useApi } from '../http/use-api';
import { NotForRolePage } from '../session/not-for-role-page';
import { SessionContext, useMay, type Session } from '../session/session';
import { SessionBar } from '../session/session-bar';
import { Navigation } from './navigation';
import { entryOf, isOpenPage } from './pages';
import { RegionContext } from './region';
import { useHeadingFocus } from './use-heading-focus';

/** What surrounds every page: skip link, header, menu, the region, and who is signed in. */
export function Shell() {
  useHeadingFocus();
  const [menuOpen, setMenuOpen] = useState(false);
  const path = useLocation({ select: (location) => location.pathname });
  // Where signing in has just failed or ended, nobody is asked to sign in by themselves.
  const session = useApi('/v1/sessie', { enabled: path !== '/niet-aangemeld' });
  const known = session.data ?? null;
  return (
    <SessionContext value={known}>
      <div className="wp-shell">
        <a className="wp-skip" href="#inhoud">
          Naar de inhoud
        </a>
        <header className="wp-header">
          <Link className="wp-brand" to="/">
            <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
              <path d="M4 16 16 5l12 11v12h-8v-8h-8v8H4z" fill="currentColor" />
            </svg>
            Woonplek
          </Link>
          {known ? <span className="wp-region">{known.rol.regio.naam}</span> : null}
          <SessionBar />
          <button
            type="button"
            className="wp-menu-button"
            aria-expanded={menuOpen}
            aria-controls="hoofdmenu"
            onClick={() => setMenuOpen((open) => !open)}
          >
            Menu
          </button>
        </header>
        <Navigation open={menuOpen} onChoose={() => setMenuOpen(false)} />
        <main className="wp-main" id="inhoud" tabIndex={-1}>
          {/* Whether somebody is signed in may not draw such a page again: what was filled in there would be lost. */}
          {isOpenPage(path) ? (
            <Outlet />
          ) : (
            <Loaded query={session} loading="Woonplek wordt geladen">
              {(data) => <Inside session={data} path={path} />}
            </Loaded>
          )}
        </main>
      </div>
    </SessionContext>
  );
}

function Inside({ session, path }: { readonly session: Session; readonly path: string }) {
  const may = useMay();
  const entry = entryOf(path);
  const isAllowed = entry?.permission === undefined || may(entry.permission);
  return (
    <RegionContext value={{ id: session.rol.regio.id, name: session.rol.regio.naam }}>
      {isAllowed ? <Outlet /> : <NotForRolePage title={entry.label} />}
    </RegionContext>
  );
}
