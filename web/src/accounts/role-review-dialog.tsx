import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Textarea } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost } from '../http/api-client';
import type { RoleAssignment } from '../http/answers';
import type { ProblemError } from '../http/problem-error';

interface RoleReviewDialogProps {
  readonly assignment: RoleAssignment;
  readonly about: string;
  readonly onClose: () => void;
}

/** Signs that somebody still needs a role. Ending one asks more, and is a button of its own. */
export function RoleReviewDialog({ assignment, about, onClose }: RoleReviewDialogProps) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const review = useMutation<unknown, ProblemError>({
    mutationFn: () =>
      apiPost('/v1/roltoewijzingen/{id}/beoordelingen', {
        path: { id: assignment.id },
        body: { besluit: 'behouden', toelichting: note.trim() === '' ? null : note.trim() },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <Dialog title={`De rol ${about}`} onClose={onClose}>
      <p>
        Heeft {assignment.persoon.naam} deze rol voor {assignment.organisatie.naam} nog nodig? Zo niet, kies dan in de
        lijst voor Beëindigen.
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
        <Button appearance="primary-action-button" disabled={review.isPending} onClick={() => review.mutate()}>
          Rol behouden
        </Button>
        <Button appearance="subtle-button" onClick={onClose}>
          Annuleren
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
