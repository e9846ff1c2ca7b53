import { Link } from '@tanstack/react-router';
import type { Named } from '../decisions/decision-dialog';
import { Card } from '../display/card';
import type { CaseCourse } from '../http/answers';
import { ManualMatchButton } from '../manual-match/manual-match-button';

interface ReservesProps {
  readonly course: CaseCourse;
  /** The home, while one of them can still be proposed out of order. */
  readonly openHome: Named | null;
}

/** Who would come next for the home, as far as the reader may know them. */
export function Reserves({ course: { reserves }, openHome }: ReservesProps) {
  if (reserves.length === 0) return null;
  return (
    <Card title="Reserves">
      <p>Gaat dit niet door, dan stelt Woonplek de eerste voor die dan aan alle regels voldoet.</p>
      <ol className="wp-list">
        {reserves.map(({ client, past, redenen }) => (
          <li key={client.id}>
            <Link className="utrecht-link" to="/clienten/$id" params={{ id: client.id }}>
              {client.nummer}
            </Link>
            <span className="wp-under">
              {past ? 'Voldoet vandaag aan alle regels' : `Past niet: ${redenen.join('; ')}`}
            </span>
            {openHome !== null && past ? (
              <ManualMatchButton label="Overslaan …" home={openHome} client={{ id: client.id, naam: client.nummer }} />
            ) : null}
          </li>
        ))}
      </ol>
      <p className="wp-small wp-quiet">Afspraken over aantallen controleert Woonplek als het zover is.</p>
    </Card>
  );
}
