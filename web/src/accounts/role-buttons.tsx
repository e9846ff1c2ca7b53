import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import type { RoleAssignment } from '../http/answers';
import { May } from '../session/may';
import { useSession } from '../session/session';
import { EndRoleDialog } from './end-role-dialog';
import { HandOverRoleDialog } from './hand-over-role-dialog';
import { RoleReviewDialog } from './role-review-dialog';

/** Roles in which somebody can be the contact person of clients. */
const WITH_CLIENTS: readonly RoleAssignment['rol'][] = ['coordinator', 'aanbieder'];

/** What a beheerder does with a role of somebody else. Nobody does that for themselves. */
export function RoleButtons({ assignment }: { readonly assignment: RoleAssignment }) {
  const [open, setOpen] = useState<'review' | 'end' | 'hand-over' | null>(null);
  const session = useSession();
  if (session?.persoon.id === assignment.persoon.id) {
    return <span className="wp-small wp-quiet">Uw eigen rol beoordeelt en beëindigt iemand anders.</span>;
  }
  const about = `${assignment.rolnaam.toLowerCase()} van ${assignment.persoon.naam}`;
  const dialog = { assignment, about, onClose: () => setOpen(null) };
  return (
    <>
      <May permission="role-assignment.review">
        <Button appearance="subtle-button" aria-label={`Beoordelen: rol ${about}`} onClick={() => setOpen('review')}>
          Beoordelen
        </Button>
      </May>
      <May permission="role-assignment.end">
        {WITH_CLIENTS.includes(assignment.rol) ? (
          <Button
            appearance="subtle-button"
            aria-label={`Werk overdragen: rol ${about}`}
            onClick={() => setOpen('hand-over')}
          >
            Werk overdragen
          </Button>
        ) : null}
        <Button appearance="subtle-button" aria-label={`Beëindigen: rol ${about}`} onClick={() => setOpen('end')}>
          Beëindigen
        </Button>
      </May>
      {open === 'review' ? <RoleReviewDialog {...dialog} /> : null}
      {open === 'hand-over' ? <HandOverRoleDialog {...dialog} /> : null}
      {open === 'end' ? <EndRoleDialog {...dialog} /> : null}
    </>
  );
}
