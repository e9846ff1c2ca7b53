import { Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../display/loaded';
import { useApi } from '../http/use-api';
import { Navigation } from './navigation';
import { RegionContext } from './region';
import { useHeadingFocus } from './use-heading-focus';

/** What surrounds every page: skip link, header, menu and the region. */
export function Shell() {
  useHeadingFocus();
  const [menuOpen, setMenuOpen] = useState(false);
  const regions = useApi('/v1/regios');
  const region = regions.data?.items[0];
  return (
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
        {region ? <span className="wp-region">{region.naam}</span> : null}
        <span className="wp-local">Lokaal: nog geen aanmelding</span>
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
        <Loaded query={regions} loading="Woonplek wordt geladen">
          {() =>
            region ? (
              <RegionContext value={{ id: region.id, name: region.naam }}>
                <Outlet />
              </RegionContext>
            ) : (
              <p>Er is nog geen regio geladen.</p>
            )
          }
        </Loaded>
      </main>
    </div>
  );
}
