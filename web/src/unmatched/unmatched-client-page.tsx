import { Link, useParams } from '@tanstack/react-router';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { urgencyWords, weeksWords } from '../display/labels';
import { Loaded } from '../display/loaded';
import { Bottleneck } from '../explanations/bottleneck';
import { ClientOptions } from '../explanations/client-options';
import { WhatWouldHelp } from '../explanations/what-would-help';
import type { UnmatchedDetail } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { HomesByNearness } from './homes-by-nearness';
import { RuleCounts } from './rule-counts';

export function UnmatchedClientPage() {
  const { ronde, client } = useParams({ from: '/niet-gematcht/$ronde/$client' });
  const detail = useApi('/v1/matchrondes/{id}/niet-gematcht/{clientId}', { path: { id: ronde, clientId: client } });
  return (
    <Page
      title={detail.data ? `Waarom geen voorstel voor ${detail.data.nummer}?` : 'Waarom geen voorstel?'}
      crumbs={[{ label: 'Niet gematcht', to: '/niet-gematcht' }]}
    >
      <Loaded query={detail} loading="De uitleg wordt geladen">
        {(data) => <Explanation runId={ronde} detail={data} />}
      </Loaded>
    </Page>
  );
}

function Explanation({ runId, detail }: { readonly runId: string; readonly detail: UnmatchedDetail }) {
  const client = { id: detail.clientId, naam: detail.nummer };
  return (
    <>
      <Card>
        <p className="wp-lead">{detail.oorzaakTekst}</p>
        <Facts
          facts={[
            [
              'Cliënt',
              <Link key="client" className="utrecht-link" to="/clienten/$id" params={{ id: detail.clientId }}>
                {detail.nummer}
              </Link>,
            ],
            ['Doelgroep', detail.doelgroep.naam],
            ['Herkomst', detail.herkomst?.naam ?? 'Onbekend'],
            ['Urgentie', urgencyWords(detail.urgentie)],
            ['Wachtte', `${weeksWords(detail.weken)} op de dag van de ronde`],
          ]}
        />
      </Card>
      {detail.regels.length > 0 ? (
        <Card title="Op welke regels vallen woonplekken af?">
          <RuleCounts counts={detail.regels} homes={detail.woonplekken.length} />
        </Card>
      ) : null}
      {detail.mogelijkePlekken > 0 ? (
        <>
          <ClientOptions runId={runId} client={client} />
          <Bottleneck runId={runId} client={client} />
        </>
      ) : null}
      <WhatWouldHelp runId={runId} client={client} />
      <HomesByNearness runId={runId} client={client} homes={detail.woonplekken} />
    </>
  );
}
