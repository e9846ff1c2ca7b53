import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { NoteDialog } from '../display/note-dialog';
import { apiPost } from '../http/api-client';
import type { PairDecision } from '../http/answers';
import { useSend } from '../http/use-send';
import { May } from '../session/may';

/** Ends a decision that still holds, after asking why. */
export function LiftButton(props: { readonly decision: PairDecision }) {
  return (
    <May permission="pair-decision.take">
      <AllowedButton {...props} />
    </May>
  );
}

function AllowedButton({ decision }: { readonly decision: PairDecision }) {
  const [open, setOpen] = useState(false);
  const about = `${decision.soort.naam.toLowerCase()} van ${decision.client.nummer} en ${decision.wooneenheid.naam}`;
  return (
    <>
      <Button appearance="subtle-button" aria-label={`Hef de ${about} op`} onClick={() => setOpen(true)}>
        Opheffen
      </Button>
      {open ? <LiftDialog decision={decision} about={about} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface LiftDialogProps {
  readonly decision: PairDecision;
  readonly about: string;
  readonly onClose: () => void;
}

function LiftDialog({ decision, about, onClose }: LiftDialogProps) {
  const lift = useSend(
    (toelichting: string) =>
      apiPost('/v1/paarbesluiten/{id}/opheffingen', { path: { id: decision.id }, body: { toelichting } }),
    onClose,
  );
  return (
    <NoteDialog
      title={`De ${about} opheffen`}
      label="Toelichting"
      action="Opheffen"
      isBusy={lift.isPending}
      problem={lift.error}
      onSend={lift.mutate}
      onClose={onClose}
    />
  );
}
