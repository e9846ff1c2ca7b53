import { Link } from '@tanstack/react-router';
import { Alert } from '@utrecht/component-library-react';
import { countOf } from '../display/format';
import { useApi } from '../http/use-api';
import { useMay } from '../session/session';

/** Above the work list: warm handovers that go on, and how many of them are late. Nothing where there are none. */
export function HandoversWaiting() {
  const mayRead = useMay()('handover.read');
  const open = useApi('/v1/warmeoverdrachten', { query: { open: true, aantal: 1 }, enabled: mayRead });
  const late = useApi('/v1/warmeoverdrachten', { query: { teLaat: true, aantal: 1 }, enabled: mayRead });
  if (!open.data || !late.data || open.data.totaal === 0) return null;
  return (
    <Alert type={late.data.totaal > 0 ? 'warning' : 'info'}>
      <p>
        <Link className="utrecht-link" to="/warme-overdrachten" search={{ open: 'true' } as never}>
          {countOf(open.data.totaal, 'warme overdracht loopt', 'warme overdrachten lopen')}
        </Link>
        {late.data.totaal > 0 ? `, waarvan ${late.data.totaal} te laat` : ''}.
      </p>
    </Alert>
  );
}
