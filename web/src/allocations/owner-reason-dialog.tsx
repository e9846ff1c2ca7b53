import { useState } from 'react';
import { Dialog } from '../display/dialog';
import { DialogForm } from '../display/form-dialog';
import { LineField } from '../display/form-fields';
import { typed } from '../display/form-values';
import { Loaded } from '../display/loaded';
import { reasonFault, ReasonFields } from '../display/reason-fields';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Allocation, RejectionReason } from '../http/answers';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';

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
  const [value, setValue] = useState({ code: '', note: '' });
  const [evidence, setEvidence] = useState('');
  const path = action === 'terugsturen' ? '/v1/toewijzingen/{id}/terugsturingen' : '/v1/toewijzingen/{id}/intrekkingen';
  const step = useSend((body: Decline) => apiPost(path, { path: { id }, body }), onClose);

  function send() {
    if (reasonFault(reasons, value) !== null) return;
    step.mutate({
      redenCode: value.code as Decline['redenCode'],
      toelichting: typed(value.note) ?? undefined,
      bewijs: action === 'terugsturen' ? (typed(evidence) ?? undefined) : undefined,
      versie,
    });
  }

  return (
    <DialogForm
      action={WORDS[action].button}
      isBusy={step.isPending}
      problem={step.error}
      onSend={send}
      onClose={onClose}
    >
      <ReasonFields reasons={reasons} sides={['verhuurder']} value={value} onChange={setValue} />
      {action === 'terugsturen' ? (
        <LineField
          label="Waar blijkt dat uit? (mag leeg blijven)"
          help="Bijvoorbeeld een brief met datum."
          maxLength={400}
          value={evidence}
          onChange={setEvidence}
        />
      ) : null}
      <p className="wp-small wp-quiet">{WORDS[action].after}</p>
    </DialogForm>
  );
}
