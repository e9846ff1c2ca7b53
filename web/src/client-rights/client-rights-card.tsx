import { Link } from '@tanstack/react-router';
import { Button, StatusBadge } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { formatDate, formatMoment } from '../display/format';
import { Loaded } from '../display/loaded';
import { Status } from '../display/status';
import type { Client, ClientRequest, ClientRequests, Restriction } from '../http/answers';
import { useApi } from '../http/use-api';
import { May } from '../session/may';
import { DecideDialog } from './decide-dialog';
import { EndRestrictionDialog } from './end-restriction-dialog';
import { ResumeButton } from './resume-button';
import { NewRequestButton } from './new-request-button';

/** What a client may ask about their own data, what was asked, and what came of it. */
export function ClientRightsCard({ client }: { readonly client: Client }) {
  return (
    <May permission="client-request.read">
      <Card title="Rechten van de cliënt" actions={<NewRequestButton id={client.id} />}>
        <div className="wp-stack">
          <p className="wp-row">
            <May permission="client.export">
              <Link className="utrecht-link" to="/clienten/$id/gegevens" params={{ id: client.id }}>
                Alle gegevens, om aan de cliënt te geven
              </Link>
            </May>
            {client.beperking === null ? (
              <May permission="client.correct">
                <Link className="utrecht-link" to="/clienten/$id/verbeteren" params={{ id: client.id }}>
                  Gegevens verbeteren
                </Link>
              </May>
            ) : null}
          </p>
          <Requests client={client} />
        </div>
      </Card>
    </May>
  );
}

function Requests({ client }: { readonly client: Client }) {
  const requests = useApi('/v1/clienten/{id}/verzoeken', { path: { id: client.id } });
  return (
    <Loaded query={requests} loading="De verzoeken worden geladen">
      {(data) => (
        <>
          {data.kanHervatten ? <ResumeButton clientId={client.id} /> : null}
          <TouchedProposals proposals={data.geraakteVoorstellen} />
          {data.items.length === 0 ? <p>De cliënt heeft nog niets gevraagd.</p> : null}
          <ul className="wp-list wp-list--plain">
            {data.items.map((request) => (
              <li key={request.id}>
                <RequestItem
                  clientId={client.id}
                  request={request}
                  restricts={data.beperkingen.some(
                    ({ verzoek, opgehevenOp }) => verzoek === request.id && !opgehevenOp,
                  )}
                />
              </li>
            ))}
          </ul>
          <Restrictions clientId={client.id} restrictions={data.beperkingen} />
        </>
      )}
    </Loaded>
  );
}

interface RequestItemProps {
  readonly clientId: string;
  readonly request: ClientRequest;
  readonly restricts: boolean;
}

function RequestItem({ clientId, request, restricts }: RequestItemProps) {
  const [isOpen, setOpen] = useState(false);
  const { soort, toegestaneActies: steps } = request;
  return (
    <div className="wp-stack wp-stack--tight">
      <p className="wp-row">
        <strong>{soort.naam}</strong>
        <Status code={request.status} />
        {request.teLaat ? <StatusBadge status="danger">Te laat</StatusBadge> : null}
      </p>
      <p className="wp-break">{request.vraag}</p>
      <p className="wp-small wp-quiet">
        Gevraagd op {formatDate(request.ontvangenOp)}
        {request.afgehandeldOp === null
          ? `, antwoord uiterlijk op ${formatDate(request.uiterlijkOp)}`
          : `, afgehandeld op ${formatMoment(request.afgehandeldOp)}`}
      </p>
      {request.redenVerlenging ? (
        <p className="wp-small wp-break">
          Termijn verlengd op {formatDate(request.verlengdOp)}: {request.redenVerlenging}
        </p>
      ) : null}
      {request.antwoord ? <p className="wp-break">Antwoord: {request.antwoord}</p> : null}
      {request.hervatting ? (
        <p className="wp-small wp-break">
          Doet weer mee, akkoord op {formatDate(request.hervatting.clientAkkoordOp)}: {request.hervatting.reden}
        </p>
      ) : null}
      {steps.length > 0 ? (
        <May permission="client-request.handle">
          <div className="wp-row">
            <Button
              appearance="secondary-action-button"
              aria-label={`Verzoek om ${soort.naam.toLowerCase()} van ${formatDate(request.ontvangenOp)} afhandelen`}
              onClick={() => setOpen(true)}
            >
              Afhandelen
            </Button>
            {soort.code === 'correctie' ? (
              <Link
                className="utrecht-link"
                to="/clienten/$id/verbeteren"
                params={{ id: clientId }}
                search={{ verzoek: request.id } as never}
              >
                Verbeteren en inwilligen
              </Link>
            ) : null}
          </div>
          {isOpen ? (
            <DecideDialog clientId={clientId} request={request} restricts={restricts} onClose={() => setOpen(false)} />
          ) : null}
        </May>
      ) : null}
    </div>
  );
}

function TouchedProposals({ proposals }: { readonly proposals: ClientRequests['geraakteVoorstellen'] }) {
  if (proposals.length === 0) return null;
  return (
    <div>
      <p>Deze voorstellen kunnen nu niet verder. Afwijzen of intrekken kan wel.</p>
      <ul className="wp-list">
        {proposals.map(({ id, wooneenheid }) => (
          <li key={id}>
            <Link className="utrecht-link" to="/voorstellen/$id" params={{ id }}>
              {wooneenheid.naam}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RestrictionsProps {
  readonly clientId: string;
  readonly restrictions: readonly Restriction[];
}

function Restrictions({ clientId, restrictions }: RestrictionsProps) {
  const [ending, setEnding] = useState<Restriction | null>(null);
  if (restrictions.length === 0) return null;
  return (
    <div className="wp-stack wp-stack--tight">
      <h3>Beperkingen</h3>
      <ul className="wp-list">
        {restrictions.map((restriction) => (
          <li key={restriction.id}>
            {restriction.grond.naam}, sinds {formatDate(restriction.sinds)}
            {restriction.opgehevenOp === null ? (
              <May permission="client-request.handle">
                {' '}
                <Button
                  appearance="subtle-button"
                  aria-label={`Beperking sinds ${formatDate(restriction.sinds)} opheffen`}
                  onClick={() => setEnding(restriction)}
                >
                  Opheffen
                </Button>
              </May>
            ) : (
              ` tot ${formatMoment(restriction.opgehevenOp)}. ${restriction.toelichting ?? ''}`
            )}
          </li>
        ))}
      </ul>
      {ending ? (
        <EndRestrictionDialog clientId={clientId} restriction={ending} onClose={() => setEnding(null)} />
      ) : null}
    </div>
  );
}
