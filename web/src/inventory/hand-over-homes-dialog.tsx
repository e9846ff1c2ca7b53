import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField } from '../display/form-fields';
import { countOf } from '../display/format';
import { apiPost } from '../http/api-client';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';

interface HandOverHomesProps {
  /** Of how many homes the reader saw to be the contact person. */
  readonly count: number;
  readonly onClose: () => void;
}

/** Gives all homes of which the reader is the contact person to a colleague. */
export function HandOverHomesDialog({ count, onClose }: HandOverHomesProps) {
  const colleagues = useApi('/v1/collegas');
  const [to, setTo] = useState('');
  const handOver = useSend(
    () => apiPost('/v1/wooneenheden-overdrachten', { body: { naar: to, aantal: count } }),
    onClose,
    'always',
  );
  const others = (colleagues.data?.items ?? []).filter(({ uzelf }) => !uzelf);
  const help =
    colleagues.data !== undefined && others.length === 0
      ? 'Er is nu niemand anders met uw rol in uw organisatie. Vraag de beheerder om een collega de rol te geven.'
      : undefined;

  return (
    <FormDialog
      title="Al mijn woningen overdragen"
      action={`${countOf(count, 'woning', 'woningen')} overdragen`}
      isBusy={handOver.isPending}
      problem={handOver.error}
      onSend={() => (to === '' ? undefined : handOver.mutate())}
      onClose={onClose}
    >
      <p>
        U bent contactpersoon voor {countOf(count, 'woning', 'woningen')}. Uw collega neemt ze allemaal over, ook de
        toewijzingen die lopen.
      </p>
      <ChoiceField
        label="Aan wie?"
        help={help}
        value={to}
        choices={Object.fromEntries(others.map(({ id, naam }) => [id, naam]))}
        onChange={setTo}
        error={to === '' ? 'Kies een collega.' : null}
      />
    </FormDialog>
  );
}
