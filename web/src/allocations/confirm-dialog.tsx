import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, ButtonGroup, Textarea } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Facts } from '../display/facts';
import { Field } from '../display/field';
import { countOf, formatDate } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import type { Allocation } from '../http/answers';
import { apiPost, type BodyOf } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';
import { LedgerLines } from '../monitor/ledger-lines';

interface ConfirmDialogProps {
  readonly allocation: Allocation;
  readonly onClose: () => void;
}

const SHORTEST = 3;

/** The profile once more, what it counts for, and the confirmation. */
export function ConfirmDialog({ allocation, onClose }: ConfirmDialogProps) {
  const { id, wooneenheid, personen, huurklasse, toegankelijkheid, begeleidingGeregeld, geplandeStart } = allocation;
  const { afspraken, passendToewijzen, versie } = allocation;
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const noteNeeded = passendToewijzen?.onderDeNorm ?? false;
  const noteMissing = noteNeeded && note.trim().length < SHORTEST;
  const confirm = useMutation<unknown, ProblemError, BodyOf<'/v1/toewijzingen/{id}/bevestigingen'>>({
    mutationFn: (body) => apiPost('/v1/toewijzingen/{id}/bevestigingen', { path: { id }, body }),
    // A refusal can have sent the proposal back to the coordinator, so the list reads again then too.
    onSettled: () => queries.invalidateQueries(),
    onSuccess: onClose,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (noteMissing) return;
    confirm.mutate({ versie, ...(note.trim() === '' ? {} : { toelichting: note.trim() }) });
  }

  return (
    <Dialog title={`${wooneenheid.naam} bevestigen`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {confirm.isError ? <ProblemNotice error={confirm.error} /> : null}
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
        <Field
          label={noteNeeded ? 'Toelichting (verplicht)' : 'Toelichting (mag leeg blijven)'}
          error={wasSent && noteMissing ? 'Schrijf op waarom u toch bevestigt.' : null}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={1500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <p className="wp-small wp-quiet">
          Woonplek controleert alle regels opnieuw met de gegevens van vandaag. Daarna wordt de woning aangeboden.
        </p>
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={confirm.isPending}>
            Bevestigen
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
