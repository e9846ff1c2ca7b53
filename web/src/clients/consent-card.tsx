import { Link } from '@tanstack/react-router';
import { Button, Select } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { Field } from '../display/field';
import { formatDate } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Client } from '../http/answers';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';
import { May } from '../session/may';

const PATH = '/v1/clienten/{id}/toestemmingen';

/** With whom the data of a client may be shared; given and withdrawn here. */
export function ConsentCard({ client }: { readonly client: Client }) {
  const change = useSend((body: BodyOf<typeof PATH>) => apiPost(PATH, { path: { id: client.id }, body }));
  const touched = change.data?.geraakteVoorstellen ?? [];
  return (
    <Card title="Toestemming om gegevens te delen">
      <div className="wp-stack">
        {client.toestemmingen.length === 0 ? <p>Er is nog geen toestemming gegeven.</p> : null}
        <ul className="wp-list wp-list--plain wp-list--actions">
          {client.toestemmingen.map(({ corporatie, gegevenOp, ingetrokkenOp }) => (
            <li key={`${corporatie.id} ${gegevenOp} ${ingetrokkenOp ?? ''}`}>
              <span>
                {corporatie.naam}:{' '}
                {ingetrokkenOp === null
                  ? `gegeven op ${formatDate(gegevenOp)}`
                  : `ingetrokken op ${formatDate(ingetrokkenOp)}`}
              </span>
              {ingetrokkenOp === null ? (
                <May permission="client.consent">
                  <Button
                    appearance="subtle-button"
                    aria-label={`Toestemming voor ${corporatie.naam} intrekken`}
                    disabled={change.isPending}
                    onClick={() => change.mutate({ corporatie: corporatie.id, besluit: 'intrekken' })}
                  >
                    Intrekken
                  </Button>
                </May>
              ) : null}
            </li>
          ))}
        </ul>
        {change.isError ? <ProblemNotice error={change.error} /> : null}
        {touched.length > 0 ? (
          <div role="status">
            <p>Zonder deze toestemming kan dit niet verder. De volgende ronde zoekt een andere plek:</p>
            <ul className="wp-list">
              {touched.map(({ id, wooneenheid }) => (
                <li key={id}>
                  <Link className="utrecht-link" to="/voorstellen/$id" params={{ id }}>
                    {wooneenheid.naam}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <May permission="client.consent">
          <GiveConsent client={client} isBusy={change.isPending} onGive={change.mutate} />
        </May>
      </div>
    </Card>
  );
}

interface GiveConsentProps {
  readonly client: Client;
  readonly isBusy: boolean;
  readonly onGive: (body: BodyOf<typeof PATH>) => void;
}

function GiveConsent({ client, isBusy, onGive }: GiveConsentProps) {
  const [chosen, setChosen] = useState('');
  const all = useApi('/v1/corporaties', { query: { aantal: 100, sorteer: 'naam' } });
  const open = new Set(
    client.toestemmingen.filter((each) => each.ingetrokkenOp === null).map((each) => each.corporatie.id),
  );
  const others = (all.data?.items ?? []).filter(({ id }) => !open.has(id));
  if (others.length === 0) return null;
  return (
    <form
      className="wp-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onGive({ corporatie: chosen, besluit: 'geven' });
        setChosen('');
      }}
    >
      <Field label="Toestemming voor nog een corporatie">
        {(control) => (
          <Select {...control} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">Kies een corporatie</option>
            {others.map(({ id, naam }) => (
              <option key={id} value={id}>
                {naam}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div>
        <Button type="submit" appearance="secondary-action-button" disabled={isBusy || chosen === ''}>
          Toestemming vastleggen
        </Button>
      </div>
    </form>
  );
}
