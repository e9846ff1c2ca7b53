import { Link, useParams } from '@tanstack/react-router';
import { DataBadge } from '@utrecht/component-library-react';
import { ClientRightsCard } from '../client-rights/client-rights-card';
import { RestrictionBanner } from '../client-rights/restriction-banner';
import { ContactsCard } from '../contacts/contacts-card';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { countOf, formatDate, formatEuro } from '../display/format';
import { urgencyWords, weeksWords } from '../display/labels';
import { Loaded } from '../display/loaded';
import { Status } from '../display/status';
import { HandoversCard } from '../handovers/handovers-card';
import type { Client } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { May } from '../session/may';
import { TenanciesCard } from '../tenancies/tenancies-card';
import { TimelineCard } from '../timeline/timeline-card';
import { ClientLimits } from './client-limits';
import { ClosingCard } from './closing-card';
import { Household } from './household';
import { PauseCard } from './pause-card';

export function ClientPage() {
  const { id } = useParams({ from: '/clienten/$id' });
  const client = useApi('/v1/clienten/{id}', { path: { id } });
  return (
    <Page
      title={client.data ? `Cliënt ${client.data.nummer}` : 'Cliënt'}
      crumbs={[{ label: 'Cliënten', to: '/clienten' }]}
    >
      <Loaded query={client} loading="De cliënt wordt geladen">
        {(data) => <ClientContent client={data} />}
      </Loaded>
    </Page>
  );
}

function ClientContent({ client }: { readonly client: Client }) {
  const { urgentie, begeleiding, behoeften, verblijf, rechthebbend, laatsteVoorstel: latest } = client;
  return (
    <>
      {client.synthetisch ? (
        <p className="wp-row">
          <DataBadge>verzonnen</DataBadge> Deze cliënt is gemaakt om te oefenen en bestaat niet echt.
        </p>
      ) : null}
      <RestrictionBanner restriction={client.beperking} />
      <div className="wp-columns">
        <Card title="Stand van zaken">
          <Facts
            facts={[
              ['Status', client.status.naam],
              [
                'Laatste voorstel',
                latest ? (
                  <span key="latest" className="wp-row">
                    <Link className="utrecht-link" to="/voorstellen/$id" params={{ id: latest.id }}>
                      {latest.wooneenheid.naam}
                    </Link>
                    <Status code={latest.status} />
                  </span>
                ) : (
                  'Geen'
                ),
              ],
              ['Wacht al', `${weeksWords(client.wekenWachtend)}, sinds ${formatDate(client.wachtSinds)}`],
              [
                'Uitstroomgereed',
                client.uitstroomgereedOp === null ? 'Nog niet' : formatDate(client.uitstroomgereedOp),
              ],
              ['Verblijft nu', verblijf.plek ?? 'Niet bekend'],
              ['Verblijft daar sinds', verblijf.sinds === null ? null : formatDate(verblijf.sinds)],
              ['Aanbieder', client.aanbieder.naam],
            ]}
          />
        </Card>
        <Card title="Herkomst en urgentie">
          <Facts
            facts={[
              ['Herkomst', client.herkomst.gemeente?.naam ?? 'Onbekend'],
              ['Zekerheid', client.herkomst.zekerheid.naam],
              ['Grondslag', client.herkomst.grondslag],
              ['Urgentie', urgencyWords(urgentie)],
              ['Categorie', urgentie.categorie?.naam ?? null],
              [
                'Geldigheid',
                urgentie.categorieGeldt === false ? 'Deze categorie geldt nu niet: geen wettelijke plicht' : null,
              ],
              ['Grondslag van de urgentie', urgentie.grondslag],
              ['Bron van de urgentie', urgentie.bron],
              [
                'Recht op opvang',
                rechthebbend.tot === null
                  ? rechthebbend.status.naam
                  : `${rechthebbend.status.naam} tot ${formatDate(rechthebbend.tot)}`,
              ],
            ]}
          />
        </Card>
        <Card title="Wat is nodig">
          <Facts
            facts={[
              ['Doelgroep', client.doelgroep.naam],
              ['Begeleiding', `${begeleiding.niveau.naam}, ${begeleiding.urenPerWeek} uur per week`],
              ['Draaglast', countOf(begeleiding.draaglast, 'punt', 'punten')],
              ['Slaapkamers', behoeften.slaapkamers],
              ['Toegankelijkheid', behoeften.toegankelijkheid.naam],
              ['Huisdieren', behoeften.huisdieren === 0 ? 'Geen' : behoeften.huisdieren],
              ['Inkomen', client.inkomenCent === null ? 'Niet bekend' : `${formatEuro(client.inkomenCent)} per jaar`],
            ]}
          />
        </Card>
        <Card title={`Huishouden: ${countOf(client.huishoudgrootte, 'persoon', 'personen')}`}>
          <Household members={client.leden} />
        </Card>
      </div>
      <ContactsCard id={client.id} />
      <ClientLimits client={client} />
      <PauseCard client={client} />
      <May permission="tenancy.read">
        <TenanciesCard clientId={client.id} />
      </May>
      <May permission="handover.read">
        <HandoversCard client={client} />
      </May>
      <TimelineCard subject="client" id={client.id} />
      <ClientRightsCard client={client} />
      <ClosingCard client={client} />
      <May permission="client.read-log">
        <Card title="Wie heeft dit dossier gezien?">
          <p>
            Woonplek houdt bij wie dit dossier bekijkt of wijzigt. De cliënt mag dat overzicht hebben.{' '}
            <Link className="utrecht-link" to="/clienten/$id/inzage" params={{ id: client.id }}>
              Bekijk het overzicht
            </Link>
          </p>
        </Card>
      </May>
    </>
  );
}
