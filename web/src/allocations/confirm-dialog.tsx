import { Alert } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Facts } from '../display/facts';
import { FormDialog } from '../display/form-dialog';
import { NoteField } from '../display/form-fields';
import { countOf, formatDate } from '../display/format';
import type { Allocation } from '../http/answers';
import { apiPost, type BodyOf } from '../http/api-client';
import { useSend } from '../http/use-send';
import { LedgerLines } from '../monitor/ledger-lines';

const PATH = '/v1/toewijzingen/{id}/bevestigingen';

interface ConfirmDialogProps {
  readonly allocation: Allocation;
  readonly onClose: () => void;
}

const SHORTEST = 3;

/** The profile once more, what it counts for, and the confirmation. */
export function ConfirmDialog({ allocation, onClose }: ConfirmDialogProps) {
  const { id, wooneenheid, personen, huurklasse, toegankelijkheid, begeleidingGeregeld, geplandeStart } = allocation;
  const { afspraken, passendToewijzen, versie } = allocation;
  const [note, setNote] = useState('');
  const noteNeeded = passendToewijzen?.onderDeNorm ?? false;
  const noteMissing = noteNeeded && note.trim().length < SHORTEST;
  // A refusal can have sent the proposal back to the coordinator, so the list reads again then too.
  const confirm = useSend((body: BodyOf<typeof PATH>) => apiPost(PATH, { path: { id }, body }), onClose, 'always');

  function send() {
    if (noteMissing) return;
    confirm.mutate({ versie, ...(note.trim() === '' ? {} : { toelichting: note.trim() }) });
  }

  return (
    <FormDialog
      title={`${wooneenheid.naam} bevestigen`}
      action="Bevestigen"
      isBusy={confirm.isPending}
      problem={confirm.error}
      onSend={send}
      onClose={onClose}
    >
      <Facts
        facts={[
          ['Huishouden', countOf(personen, 'persoon', 'personen')],
          ['Huurklasse', huurklasse?.naam],
          ['Nodig', toegankelijkheid.naam],
          ['Begeleiding', begeleidingGeregeld ? 'Geregeld' : 'Niet nodig'],
          ['Start', formatDate(geplandeStart)],
          ['Passend toewijzen', passendToewijzen?.oordeel.naam],
        ]}
      />
      {afspraken.length > 0 ? <LedgerLines lines={afspraken} /> : null}
      {noteNeeded ? (
        <Alert type="warning">
          <p>
            Deze toewijzing is niet passend. U komt er dit jaar mee onder de norm van 95 %. Schrijf op waarom u toch
            bevestigt.
          </p>
        </Alert>
      ) : null}
      <NoteField
        label={noteNeeded ? 'Toelichting (verplicht)' : 'Toelichting (mag leeg blijven)'}
        maxLength={1500}
        value={note}
        onChange={setNote}
        error={noteMissing ? 'Schrijf op waarom u toch bevestigt.' : null}
      />
      <p className="wp-small wp-quiet">
        Woonplek controleert alle regels opnieuw met de gegevens van vandaag. Daarna wordt de woning aangeboden.
      </p>
    </FormDialog>
  );
}
