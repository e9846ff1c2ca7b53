import { useState } from 'react';
import { UnreadLink } from '../notifications/unread-link';
import { RoleDialog } from './role-dialog';
import { useSession } from './session';
import { useSignOut } from './use-sign-out';

/** In the header: who is signed in, in which role, and the way to another role and out. */
export function SessionBar() {
  const session = useSession();
  const [isChoosing, setIsChoosing] = useState(false);
  const signOut = useSignOut();
  if (session === null) return null;
  const { persoon, rol, rollen } = session;
  return (
    <div className="wp-session">
      <span className="wp-session__who">
        <strong>{persoon.naam}</strong>
        <span>
          {rol.rolnaam}, {rol.organisatie.naam}
        </span>
      </span>
      <UnreadLink />
      {rollen.length > 1 ? (
        <button type="button" className="wp-session__button" onClick={() => setIsChoosing(true)}>
          Andere rol
        </button>
      ) : null}
      <button
        type="button"
        className="wp-session__button"
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        Afmelden
      </button>
      {isChoosing ? <RoleDialog session={session} onClose={() => setIsChoosing(false)} /> : null}
    </div>
  );
}
