import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useApi } from '../http/use-api';
import { useMay } from '../session/session';

/**
 * In the header: the way to the notifications, with how many are new. It looks again with each page that is opened, and not by
 * the clock: that would keep the session of somebody who left the room alive.
 */
export function UnreadLink() {
  const may = useMay()('notification.own');
  const path = useLocation({ select: (location) => location.pathname });
  const { data, refetch } = useApi('/v1/meldingen', { query: { gelezen: false, aantal: 1 }, enabled: may });
  useEffect(() => {
    if (may) void refetch();
  }, [may, path, refetch]);
  if (!may) return null;
  const count = data?.totaal ?? 0;
  return (
    <Link className="wp-session__button wp-session__link" to="/meldingen">
      Meldingen
      {count > 0 ? <span className="wp-count">{count} nieuw</span> : null}
    </Link>
  );
}
