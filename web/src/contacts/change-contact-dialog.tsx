import { Select } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Field } from '../display/field';
import { FormDialog } from '../display/form-dialog';
import { typed } from '../display/form-values';
import { apiPost } from '../http/api-client';
import type { Contact } from '../http/answers';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';

interface ChangeContactProps {
  readonly clientId: string;
  readonly contact: Contact;
  readonly onClose: () => void;
}

/** Chooses who of one's own team is the contact person of a client. */
export function ChangeContactDialog({ clientId, contact, onClose }: ChangeContactProps) {
  const colleagues = useApi('/v1/collegas');
  const [person, setPerson] = useState(contact.persoon?.id ?? '');
  const change = useSend(
    () =>
      apiPost('/v1/clienten/{id}/contactpersonen', {
        path: { id: clientId },
        body: { persoon: typed(person), vorige: contact.toewijzing },
      }),
    onClose,
  );

  function send() {
    if (person === (contact.persoon?.id ?? '') && contact.persoon !== null) onClose();
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
      <Field label={contact.rolnaam} help="U kiest uit de mensen met uw rol in uw organisatie.">
        {(control) => (
          <Select {...control} value={person} onChange={(event) => setPerson(event.target.value)}>
            <option value="">Niemand: de cliënt staat bij de organisatie</option>
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
