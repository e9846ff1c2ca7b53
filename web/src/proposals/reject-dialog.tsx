import { useState } from 'react';
import { Dialog } from '../display/dialog';
import { DialogForm } from '../display/form-dialog';
import { typed } from '../display/form-values';
import { Loaded } from '../display/loaded';
import { reasonFault, ReasonFields } from '../display/reason-fields';
import type { RejectionReason } from '../http/answers';
import { useApi } from '../http/use-api';
import type { RejectionCode } from './use-review';

interface RejectDialogProps {
  readonly reference: string;
  readonly home: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onReject: (reasonCode: RejectionCode, note: string | undefined) => void;
}

export function RejectDialog({ reference, home, busy, onCancel, onReject }: RejectDialogProps) {
  const reasons = useApi('/v1/afwijsredenen', {});
  return (
    <Dialog title={`${reference} voor ${home} afwijzen`} onClose={onCancel}>
      <Loaded query={reasons} loading="De redenen worden geladen">
        {(data) => <RejectForm reasons={data.items} busy={busy} onCancel={onCancel} onReject={onReject} />}
      </Loaded>
    </Dialog>
  );
}

interface RejectFormProps {
  readonly reasons: readonly RejectionReason[];
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onReject: (reasonCode: RejectionCode, note: string | undefined) => void;
}

function RejectForm({ reasons, busy, onCancel, onReject }: RejectFormProps) {
  const [value, setValue] = useState({ code: '', note: '' });

  function send() {
    const reason = reasons.find((each) => each.code === value.code);
    if (reason === undefined || reasonFault(reasons, value) !== null) return;
    onReject(reason.code, typed(value.note) ?? undefined);
  }

  return (
    <DialogForm action="Voorstel afwijzen" hint="danger" isBusy={busy} onSend={send} onClose={onCancel}>
      <ReasonFields reasons={reasons} sides={['client', 'verhuurder', 'regio']} value={value} onChange={setValue} />
    </DialogForm>
  );
}
