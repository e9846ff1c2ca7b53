import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { todayInRegion } from '../display/format';
import { NoteDialog } from '../display/note-dialog';
import { apiPost } from '../http/api-client';
import { useSend } from '../http/use-send';
import { May } from '../session/may';

interface HoldButtonProps {
  /** Null: everything of the region. */
  readonly client: { readonly id: string; readonly nummer: string } | null;
}

/** Sees to it that nothing of a client or of the region is removed, until the hold is lifted. */
export function HoldButton({ client }: HoldButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <May permission="retention.hold">
      <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
        {client ? 'Bewaarplicht instellen …' : 'Bewaarplicht voor de hele regio …'}
      </Button>
      {isOpen ? <HoldDialog client={client} onClose={() => setOpen(false)} /> : null}
    </May>
  );
}

function HoldDialog({ client, onClose }: HoldButtonProps & { readonly onClose: () => void }) {
  const hold = useSend(
    (reden: string) =>
      apiPost('/v1/bewaarplichten', { body: { client: client?.id ?? null, reden, sinds: todayInRegion(), tot: null } }),
    onClose,
  );
  return (
    <NoteDialog
      title={client ? `Bewaarplicht voor ${client.nummer}` : 'Bewaarplicht voor de hele regio'}
      label="Waarom moet dit bewaard blijven?"
      action="Instellen"
      isBusy={hold.isPending}
      problem={hold.isError ? hold.error : null}
      onSend={hold.mutate}
      onClose={onClose}
    >
      <p>
        Bijvoorbeeld bij bezwaar, een klacht of een rechtszaak. Er wordt niets vernietigd totdat u de bewaarplicht
        opheft. Schrijf geen bijzonderheden op.
      </p>
    </NoteDialog>
  );
}
