import { Link, useParams } from '@tanstack/react-router';
import { Alert } from '@utrecht/component-library-react';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatDate } from '../display/format';
import { Loaded } from '../display/loaded';
import { Status } from '../display/status';
import type { Handover } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { May } from '../session/may';
import { HandoverSteps } from './handover-steps';
import { nextStepWords } from './handover-words';

export function HandoverPage() {
  const { id } = useParams({ from: '/warme-overdrachten/$id' });
  const found = useApi('/v1/warmeoverdrachten/{id}', { path: { id } });
  return (
    <Page
      title={found.data ? `Warme overdracht van ${found.data.client.nummer}` : 'Warme overdracht'}
      crumbs={[{ label: 'Warme overdracht', to: '/warme-overdrachten' }]}
    >
      <Loaded query={found} loading="De overdracht wordt geladen">
        {(data) => <HandoverContent handover={data} />}
      </Loaded>
    </Page>
  );
}

function HandoverContent({ handover }: { readonly handover: Handover }) {
  const { antwoord, client, naar, toestemming, van } = handover;
  // A gemeente to which the client does not go reads no more than that.
  const isTold = toestemming !== null;
  return (
    <>
      <Alert type={handover.teLaat ? 'warning' : 'info'}>
        <p>
          {handover.verantwoordelijk === null ? null : (
            <>
              <strong>Gemeente {handover.verantwoordelijk.naam} is nu verantwoordelijk voor deze cliënt.</strong>{' '}
            </>
          )}
          {nextStepWords(handover)}
        </p>
      </Alert>
      <div className="wp-columns">
        <Card title="Wat is gevraagd">
          <Facts
            facts={[
              [
                'Cliënt',
                <May key="client" permission="client.read" otherwise={client.nummer}>
                  <Link className="utrecht-link" to="/clienten/$id" params={{ id: client.id }}>
                    {client.nummer}
                  </Link>
                </May>,
              ],
              ['Van', van.naam],
              ['Naar', `${naar.naam}${handover.verlaatRegio ? ', buiten de regio' : ''}`],
              ['Status', <Status key="status" code={handover.status} />],
              ['Gevraagd op', formatDate(handover.gevraagdOp)],
              ['Reden', handover.reden],
              ['Opvang en begeleiding tot dan', handover.afspraken],
              ['De cliënt stemde in op', toestemming === null ? null : formatDate(toestemming.op)],
              ['Hoe de cliënt instemde', toestemming?.hoe],
            ]}
          />
        </Card>
        <Card title="Antwoord">
          <div className="wp-stack wp-stack--tight">
            {antwoord === null ? (
              <p>
                {isTold
                  ? 'Er is nog geen antwoord.'
                  : 'De cliënt gaat niet naar uw gemeente. Daarom ziet u niet meer wat er is opgeschreven.'}
              </p>
            ) : (
              <Facts
                facts={[
                  ['Antwoord van', antwoord.door],
                  ['Op', formatDate(antwoord.op)],
                  ['Hoe', antwoord.wijze?.naam],
                  ['Bewijs', antwoord.bewijs],
                  ['Toelichting', antwoord.toelichting],
                  ['Neemt over op', handover.overnameOp === null ? null : formatDate(handover.overnameOp)],
                ]}
              />
            )}
            {handover.overgedragenOp === null ? null : <p>Overgedragen op {formatDate(handover.overgedragenOp)}.</p>}
            {handover.toelichtingEinde === null ? null : <p>Toelichting: {handover.toelichtingEinde}</p>}
            <HandoverSteps handover={handover} />
          </div>
        </Card>
      </div>
    </>
  );
}
