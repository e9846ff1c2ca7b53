import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Textarea } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { RoleAssignment } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { useSession } from '../session/session';

type Review = BodyOf<'/v1/roltoewijzingen/{id}/beoordelingen'>['besluit'];

interface RoleReviewProps {
  readonly assignment: RoleAssignment;
}

/** Signs for one role, or ends it. Nobody does that for themselves. */
export function RoleReviewButton({ assignment }: RoleReviewProps) {
  const [open, setOpen] = useState(false);
  const session = useSession();
  if (session?.persoon.id === assignment.persoon.id) {
    return <span className="wp-small wp-quiet">Uw eigen rol beoordeelt iemand anders.</span>;
  }
  const about = `${assignment.rolnaam.toLowerCase()} van ${assignment.persoon.naam}`;
  return (
    <>
      <Button appearance="subtle-button" aria-label={`Beoordelen: rol ${about}`} onClick={() => setOpen(true)}>
        Beoordelen
      </Button>
      {open ? <ReviewDialog assignment={assignment} about={about} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ReviewDialog({
  assignment,
  about,
  onClose,
}: RoleReviewProps & { readonly about: string; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const review = useMutation<unknown, ProblemError, Review>({
    mutationFn: (besluit) =>
      apiPost('/v1/roltoewijzingen/{id}/beoordelingen', {
        path: { id: assignment.id },
        body: { besluit, toelichting: note.trim() === '' ? null : note.trim() },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <Dialog title={`De rol ${about}`} onClose={onClose}>
      <p>
        Heeft {assignment.persoon.naam} deze rol voor {assignment.organisatie.naam} nog nodig? Beëindigt u de rol, dan
        is deze persoon meteen afgemeld.
      </p>
      {review.isError ? <ProblemNotice error={review.error} /> : null}
      <Field label="Toelichting (niet verplicht)" error={null}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <ButtonGroup>
        <Button
          appearance="primary-action-button"
          disabled={review.isPending}
          onClick={() => review.mutate('behouden')}
        >
          Rol behouden
        </Button>
        <Button
          appearance="secondary-action-button"
          disabled={review.isPending}
          onClick={() => review.mutate('beeindigen')}
        >
          Rol beëindigen
        </Button>
        <Button appearance="subtle-button" onClick={onClose}>
          Annuleren
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
