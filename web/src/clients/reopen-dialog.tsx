import { NoteDialog } from '../display/note-dialog';
import { apiPost } from '../http/api-client';
import type { Client } from '../http/answers';
import { useSend } from '../http/use-send';

interface ReopenDialogProps {
  readonly client: Client;
  readonly onClose: () => void;
}

/** Opens a file that was closed; what was removed meanwhile does not come back. */
export function ReopenDialog({ client, onClose }: ReopenDialogProps) {
  const reopen = useSend(
    (reden: string) =>
      apiPost('/v1/clienten/{id}/heropeningen', { path: { id: client.id }, body: { reden, versie: client.versie } }),
    onClose,
  );
  return (
    <NoteDialog
      title={`Het dossier van ${client.nummer} heropenen`}
      label="Waarom gaat het dossier weer open?"
      action="Heropenen"
      isBusy={reopen.isPending}
      problem={reopen.isError ? reopen.error : null}
      onSend={reopen.mutate}
      onClose={onClose}
    >
      <p>
        De cliënt wacht dan weer op een woonplek. Gegevens die intussen zijn vernietigd komen niet terug: kijk na of
        alles nog klopt.
      </p>
    </NoteDialog>
  );
}
