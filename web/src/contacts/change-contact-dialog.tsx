import { Select } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Field } from '../display/field';
import { FormDialog } from '../display/form-dialog';
import { typed } from '../display/form-values';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';

interface ChangeContactProps {
  /** In which role. */
  readonly label: string;
  /** Who it is now. */
  readonly current: string | null;
  /** What it means to choose nobody. */
  readonly nobody: string;
  readonly onSend: (person: string | null) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Chooses who of one's own team is the contact person of a client or for a home. */
export function ChangeContactDialog({ label, current, nobody, onSend, onClose }: ChangeContactProps) {
  const colleagues = useApi('/v1/collegas');
  const [person, setPerson] = useState(current ?? '');
  const change = useSend(() => onSend(typed(person)), onClose);

  function send() {
    if (person === current) onClose();
    else change.mutate();
  }

  return (
    <FormDialog
      title="Contactpersoon wijzigen"
      action="Opslaan"
      isBusy={change.isPending}
      problem={change.error}
      onSend={send}
      onClose={onClose}
    >
      <Field label={label} help="U kiest uit de mensen met uw rol in uw organisatie.">
        {(control) => (
          <Select {...control} value={person} onChange={(event) => setPerson(event.target.value)}>
            <option value="">{nobody}</option>
            {(colleagues.data?.items ?? []).map(({ id, naam, uzelf }) => (
              <option key={id} value={id}>
                {uzelf ? `${naam} (uzelf)` : naam}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  );
}
