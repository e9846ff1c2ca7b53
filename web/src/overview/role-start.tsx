import { Link } from '@tanstack/react-router';
import { Card } from '../display/card';
import { PAGE_GROUPS } from '../layout/pages';
import { Page } from '../layout/page';
import { May } from '../session/may';
import { useMay, useSession } from '../session/session';
import { StandingWarnings } from './standing-warnings';

/** The start of the day for who does not follow the rounds: what their role is, and where their work stands. */
export function RoleStart() {
  const session = useSession();
  const may = useMay();
  const pages = PAGE_GROUPS.flatMap(({ entries }) => entries).filter(
    ({ to, permission, open }) => to !== '/' && !open && (permission === undefined || may(permission)),
  );
  return (
    <Page title="Overzicht">
      <div className="wp-columns">
        <Card title={`U werkt als ${session?.rol.rolnaam.toLowerCase() ?? ''}`}>
          <p>{session?.rol.organisatie.naam}. In deze rol kunt u naar:</p>
          <ul className="wp-list">
            {pages.map(({ label, to }) => (
              <li key={label}>
                <Link className="utrecht-link" to={to}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
        <May permission="quota.read">
          <StandingWarnings />
        </May>
      </div>
    </Page>
  );
}
