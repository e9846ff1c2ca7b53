import { useMutation } from '@tanstack/react-query';
import { Button, ButtonGroup } from '@utrecht/component-library-react';
import { Dialog } from '../display/dialog';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type AnswerOf } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';
import type { Session } from './session';

interface RoleDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** Goes on in another of the reader's own roles, from the first page: what stood on the screen was for the role before. */
export function RoleDialog({ session, onClose }: RoleDialogProps) {
  const change = useMutation<AnswerOf<'/v1/sessie/rolwisselingen', 'post'>, ProblemError, string>({
    mutationFn: (toewijzing) => apiPost('/v1/sessie/rolwisselingen', { body: { toewijzing } }),
    onSuccess: () => window.location.assign('/'),
  });
  return (
    <Dialog title="In welke rol wilt u verder?" onClose={onClose}>
      {change.isError ? <ProblemNotice error={change.error} /> : null}
      <ul className="wp-list--plain wp-stack wp-stack--tight">
        {session.rollen.map((role) => {
          const isCurrent = role.toewijzing === session.rol.toewijzing;
          return (
            <li key={role.toewijzing}>
              <Button
                appearance="secondary-action-button"
                disabled={isCurrent || change.isPending}
                onClick={() => change.mutate(role.toewijzing)}
              >
                {role.rolnaam}, {role.organisatie.naam}
                {isCurrent ? ' (nu)' : ''}
              </Button>
            </li>
          );
        })}
      </ul>
      <ButtonGroup>
        <Button appearance="subtle-button" onClick={onClose}>
          Annuleren
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
