import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { Loaded } from '../display/loaded';
import { ProblemNotice } from '../display/problem-notice';
import { reasonFault, ReasonFields } from '../display/reason-fields';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Allocation, RejectionReason } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { useApi } from '../http/use-api';

interface OwnerReasonDialogProps {
  readonly allocation: Allocation;
  readonly action: 'terugsturen' | 'intrekken';
  readonly onClose: () => void;
}

type Decline = BodyOf<'/v1/toewijzingen/{id}/terugsturingen'>;

const WORDS = {
  terugsturen: {
    title: 'terugsturen',
    after: 'De wooncoördinator trekt het voorstel in met uw reden, of vraagt u met een toelichting opnieuw.',
    button: 'Terugsturen',
  },
  intrekken: {
    title: 'intrekken',
    after: 'De toezegging vervalt. De wooncoördinator en de aanbieder zien uw reden.',
    button: 'Toewijzing intrekken',
  },
} as const;

/** Sends an allocation back to the coordinator, or takes it back after it was confirmed: with a reason of the landlord. */
export function OwnerReasonDialog(props: OwnerReasonDialogProps) {
  const reasons = useApi('/v1/afwijsredenen', {});
  const { title } = WORDS[props.action];
  return (
    <Dialog title={`${props.allocation.wooneenheid.naam} ${title}`} onClose={props.onClose}>
      <Loaded query={reasons} loading="De redenen worden geladen">
        {(data) => <OwnerReasonForm {...props} reasons={data.items.filter(({ kant }) => kant === 'verhuurder')} />}
      </Loaded>
    </Dialog>
  );
}

function OwnerReasonForm(props: OwnerReasonDialogProps & { readonly reasons: readonly RejectionReason[] }) {
  const { allocation, action, onClose, reasons } = props;
  const { id, versie } = allocation;
  const queries = useQueryClient();
  const [value, setValue] = useState({ code: '', note: '' });
  const [evidence, setEvidence] = useState('');
  const [attempts, setAttempts] = useState(0);
  const send = useMutation<unknown, ProblemError, Decline>({
    mutationFn: (body) => {
      if (action === 'terugsturen') return apiPost('/v1/toewijzingen/{id}/terugsturingen', { path: { id }, body });
      return apiPost('/v1/toewijzingen/{id}/intrekkingen', { path: { id }, body });
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setAttempts(attempts + 1);
    if (reasonFault(reasons, value) !== null) return;
    const note = value.note.trim();
    send.mutate({
      redenCode: value.code as Decline['redenCode'],
      ...(note === '' ? {} : { toelichting: note }),
      ...(action === 'intrekken' || evidence.trim() === '' ? {} : { bewijs: evidence.trim() }),
      versie,
    });
  }

  return (
    <form onSubmit={submit} noValidate>
      {send.isError ? <ProblemNotice error={send.error} /> : null}
      <ReasonFields reasons={reasons} sides={['verhuurder']} value={value} onChange={setValue} attempts={attempts} />
      {action === 'terugsturen' ? (
        <Field label="Waar blijkt dat uit? (mag leeg blijven)" help="Bijvoorbeeld een brief met datum.">
          {(control) => (
            <Textbox
              {...control}
              maxLength={400}
              value={evidence}
              onChange={(event) => setEvidence(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <p className="wp-small wp-quiet">{WORDS[action].after}</p>
      <ButtonGroup>
        <Button type="submit" appearance="primary-action-button" disabled={send.isPending}>
          {WORDS[action].button}
        </Button>
        <Button type="button" appearance="secondary-action-button" onClick={onClose}>
          Annuleren
        </Button>
      </ButtonGroup>
    </form>
  );
}
