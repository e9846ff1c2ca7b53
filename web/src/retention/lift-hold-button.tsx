import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { formatDate } from '../display/format';
import { NoteDialog } from '../display/note-dialog';
import { apiPost } from '../http/api-client';
import type { Hold } from '../http/answers';
import { useSend } from '../http/use-send';
import { May } from '../session/may';

/** Ends a hold; from then on terms count again. */
export function LiftHoldButton({ hold }: { readonly hold: Hold }) {
  const [isOpen, setOpen] = useState(false);
  const about = `bewaarplicht van ${hold.client?.nummer ?? 'de hele regio'} sinds ${formatDate(hold.sinds)}`;
  return (
    <May permission="retention.hold">
      <Button appearance="subtle-button" aria-label={`Hef de ${about} op`} onClick={() => setOpen(true)}>
        Opheffen
      </Button>
      {isOpen ? <LiftDialog hold={hold} about={about} onClose={() => setOpen(false)} /> : null}
    </May>
  );
}

interface LiftDialogProps {
  readonly hold: Hold;
  readonly about: string;
  readonly onClose: () => void;
}

function LiftDialog({ hold, about, onClose }: LiftDialogProps) {
  const lift = useSend(
    (toelichting: string) =>
      apiPost('/v1/bewaarplichten/{id}/opheffingen', { path: { id: hold.id }, body: { toelichting } }),
    onClose,
  );
  return (
    <NoteDialog
      title={`De ${about} opheffen`}
      label="Waarom hoeft dit niet meer bewaard te blijven?"
      action="Opheffen"
      isBusy={lift.isPending}
      problem={lift.isError ? lift.error : null}
      onSend={lift.mutate}
      onClose={onClose}
    >
      <p>Wat al aan de beurt was, wordt daarna vernietigd.</p>
    </NoteDialog>
  );
}
