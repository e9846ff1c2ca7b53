import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Select } from '@utrecht/component-library-react';
import { useState } from 'react';
import { FaultLine } from '../display/fault-line';
import { Field } from '../display/field';
import { FormDialog } from '../display/form-dialog';
import { LineField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { ProblemNotice } from '../display/problem-notice';
import type { Named } from '../decisions/decision-dialog';
import { PreviewResult } from '../decisions/preview-result';
import { apiPost, type BodyOf } from '../http/api-client';
import type { ManualPreview } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';

const PREVIEW = '/v1/handmatige-voorstellen/vooruitblikken';

interface ManualMatchDialogProps {
  readonly home: Named;
  /** Null: the coordinator chooses among the clients who wait. */
  readonly client: Named | null;
  readonly onClose: () => void;
}

/** Proposes a client for a home by hand: first what it does, then the reason. */
export function ManualMatchDialog({ home, client, onClose }: ManualMatchDialogProps) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(client?.id ?? '');
  const [reason, setReason] = useState('');
  const pair = { clientId: chosen, wooneenheidId: home.id };
  // Looking changes nothing, so nothing has to be read again.
  const preview = useMutation<ManualPreview, ProblemError, BodyOf<typeof PREVIEW>>({
    mutationFn: (body) => apiPost(PREVIEW, { body }),
  });
  const make = useSend(
    (body: BodyOf<'/v1/handmatige-voorstellen'>) => apiPost('/v1/handmatige-voorstellen', { body }),
    ({ voorstel }) => {
      onClose();
      void navigate({ to: '/voorstellen/$id', params: { id: voorstel } });
    },
  );
  const seen = preview.data;

  function propose() {
    if (seen?.mogelijk !== true || typed(reason) === null) return;
    make.mutate({ ...pair, reden: reason.trim(), verdringt: seen.verdringt.map(({ voorstel }) => voorstel) });
  }

  return (
    <FormDialog
      title={client === null ? `Zelf een cliënt voorstellen voor ${home.naam}` : `${client.naam} voorstellen`}
      action="Voorstel maken"
      isBusy={make.isPending}
      problem={make.error}
      onSend={propose}
      onClose={onClose}
    >
      {client === null ? (
        <ClientField
          value={chosen}
          onChange={(id) => {
            setChosen(id);
            preview.reset();
          }}
        />
      ) : null}
      <Button
        type="button"
        appearance="secondary-action-button"
        disabled={chosen === '' || preview.isPending}
        onClick={() => preview.mutate(pair)}
      >
        {preview.isPending ? 'Wordt berekend…' : 'Bekijk wat er gebeurt'}
      </Button>
      {preview.error === null ? null : <ProblemNotice error={preview.error} />}
      {seen === undefined ? null : <Consequences preview={seen} />}
      <FaultLine
        words={
          seen === undefined
            ? 'Bekijk eerst wat er gebeurt.'
            : seen.mogelijk
              ? null
              : 'Dit kan niet: zie hierboven waarom.'
        }
      />
      <NoteField
        label="Reden"
        help="Waarom u van de ronde afwijkt. Een ander keurt het voorstel goed."
        value={reason}
        onChange={setReason}
        error={missing(reason, 'Schrijf op waarom.')}
      />
    </FormDialog>
  );
}

function ClientField({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const [sought, setSought] = useState('');
  const clients = useApi('/v1/clienten', { query: { status: 'wachtend', zoek: sought || undefined, aantal: 100 } });
  return (
    <>
      <LineField
        label="Zoek op cliëntnummer"
        value={sought}
        onChange={(text) => {
          setSought(text);
          // Who was chosen may not be among those that are found now.
          onChange('');
        }}
      />
      <Field label="Cliënt" error={missing(value, 'Kies een cliënt.')}>
        {(control) => (
          <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="" disabled>
              Kies
            </option>
            {clients.data?.items.map(({ id, nummer, doelgroep }) => (
              <option key={id} value={id}>
                {nummer}, {doelgroep.naam}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}

function Consequences({ preview }: { readonly preview: ManualPreview }) {
  return (
    <div className="wp-stack" role="status">
      <p>
        <strong>{preview.mogelijk ? 'Alle harde regels kloppen vandaag.' : 'Dit kan niet:'}</strong>
      </p>
      <ul className="wp-list">
        {preview.bezwaren.map(({ titel, tekst }) => (
          <li key={`${titel} ${tekst}`}>
            {titel}: {tekst}
          </li>
        ))}
        {preview.verdringt.map(({ voorstel, client, wooneenheid }) => (
          <li key={voorstel}>
            Vervalt: het voorstel van {client.nummer} voor {wooneenheid.naam}
          </li>
        ))}
      </ul>
      {preview.gevolgen === null ? <p>{preview.geenGevolgen}</p> : <PreviewResult preview={preview.gevolgen} />}
    </div>
  );
}
