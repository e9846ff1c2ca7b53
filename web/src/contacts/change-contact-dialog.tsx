import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Select } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost } from '../http/api-client';
import type { Contact } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { useApi } from '../http/use-api';

interface ChangeContactProps {
  readonly clientId: string;
  readonly contact: Contact;
  readonly onClose: () => void;
}

/** Chooses who of one's own team is the contact person of a client. */
export function ChangeContactDialog({ clientId, contact, onClose }: ChangeContactProps) {
  const queries = useQueryClient();
  const colleagues = useApi('/v1/collegas');
  const [person, setPerson] = useState(contact.persoon?.id ?? '');
  const change = useMutation<unknown, ProblemError>({
    mutationFn: () =>
      apiPost('/v1/clienten/{id}/contactpersonen', {
        path: { id: clientId },
        body: { persoon: person === '' ? null : person, vorige: contact.toewijzing },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (person === (contact.persoon?.id ?? '') && contact.persoon !== null) onClose();
    else change.mutate();
  }

  return (
    <Dialog title="Contactpersoon wijzigen" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {change.isError ? <ProblemNotice error={change.error} /> : null}
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
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={change.isPending}>
            Opslaan
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
