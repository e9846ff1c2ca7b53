import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { NoteField } from '../display/form-fields';
import { typed } from '../display/form-values';
import { apiPost } from '../http/api-client';
import type { RoleAssignment } from '../http/answers';
import { useSend } from '../http/use-send';

interface RoleReviewDialogProps {
  readonly assignment: RoleAssignment;
  readonly about: string;
  readonly onClose: () => void;
}

/** Signs that somebody still needs a role. Ending one asks more, and is a button of its own. */
export function RoleReviewDialog({ assignment, about, onClose }: RoleReviewDialogProps) {
  const [note, setNote] = useState('');
  const review = useSend(
    () =>
      apiPost('/v1/roltoewijzingen/{id}/beoordelingen', {
        path: { id: assignment.id },
        body: { besluit: 'behouden', toelichting: typed(note) },
      }),
    onClose,
  );
  return (
    <FormDialog
      title={`De rol ${about}`}
      action="Rol behouden"
      isBusy={review.isPending}
      problem={review.error}
      onSend={review.mutate}
      onClose={onClose}
    >
      <p>
        Heeft {assignment.persoon.naam} deze rol voor {assignment.organisatie.naam} nog nodig? Zo niet, kies dan in de
        lijst voor Beëindigen.
      </p>
      <NoteField label="Toelichting (mag leeg blijven)" maxLength={1000} value={note} onChange={setNote} />
    </FormDialog>
  );
}
