import { Link, useParams } from '@tanstack/react-router';
import { DataBadge } from '@utrecht/component-library-react';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { countOf, formatDate, formatEuro } from '../display/format';
import { wordsOf } from '../display/labels';
import { Loaded } from '../display/loaded';
import { Status } from '../display/status';
import type { HomeDetail } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { ManualMatchButton } from '../manual-match/manual-match-button';
import { FORM_WORDS } from './home-words';
import { HomeContact } from './home-contact';
import { HomeStatus } from './home-status';

export function HomePage() {
  const { id } = useParams({ from: '/woonplekken/$id' });
  const home = useApi('/v1/wooneenheden/{id}', { path: { id } });
  return (
    <Page title={home.data?.naam ?? 'Woonplek'} crumbs={[{ label: 'Woonplekken', to: '/woonplekken' }]}>
      <Loaded query={home} loading="De woonplek wordt geladen">
        {(data) => <HomeContent home={data} onRefresh={() => void home.refetch()} />}
      </Loaded>
    </Page>
  );
}

const orAll = (names: readonly { readonly naam: string }[], all: string): string =>
  names.length === 0 ? all : names.map((each) => each.naam).join(', ');

function ages({ leeftijdVanaf: from, leeftijdTot: below }: HomeDetail): string {
  if (from === null && below === null) return 'Geen grens';
  if (below === null) return `Vanaf ${from} jaar`;
  return from === null ? `Jonger dan ${below} jaar` : `Van ${from} tot ${below} jaar`;
}

function HomeContent({ home, onRefresh }: { readonly home: HomeDetail; readonly onRefresh: () => void }) {
  return (
    <div className="wp-columns wp-columns--main-side">
      <div className="wp-columns__side">
        <div className="wp-columns">
          <Card title="Waar en wat">
            <Facts
              facts={[
                ['Code', home.code],
                [
                  'Complex',
                  home.complex ? (
                    <Link key="complex" className="utrecht-link" to="/complexen/$id" params={{ id: home.complex.id }}>
                      {home.complex.naam}
                    </Link>
                  ) : null,
                ],
                ['Plaats', `${home.wijk.naam}, ${home.gemeente.naam}`],
                ['Programma', wordsOf(home.programma)],
                ['Woonvorm', FORM_WORDS[home.woonvorm]],
                ['Corporatie', home.corporatie?.naam ?? 'Geen'],
                ['Begeleiding door', orAll(home.aanbieders, 'De eigen aanbieder van de bewoner')],
                ['Slaapkamers', home.slaapkamers],
                ['Zelfstandig', home.zelfstandig ? 'Ja' : 'Nee, met gedeelde ruimten'],
                ['Kale huur', home.huurCent === null ? 'Niet bekend' : `${formatEuro(home.huurCent)} per maand`],
                ['Toegankelijkheid', home.toegankelijkheid?.naam ?? 'Niet bekend'],
              ]}
            />
          </Card>
          <Card title="Regels van deze woonplek">
            <Facts
              facts={[
                ['Doelgroep', orAll(home.doelgroepen, 'Voor iedereen')],
                ['Leeftijd', ages(home)],
                ['Hoogstens', countOf(home.maxPersonen, 'persoon', 'personen')],
                ['Kinderen', home.kinderenToegestaan ? 'Toegestaan' : 'Niet toegestaan'],
                [
                  'Huisdieren',
                  home.huisdierenToegestaan === null
                    ? 'Niet bekend'
                    : home.huisdierenToegestaan
                      ? 'Toegestaan'
                      : 'Niet toegestaan',
                ],
                [
                  'Langst verblijf',
                  home.maxVerblijfMaanden === null
                    ? 'Geen grens'
                    : countOf(home.maxVerblijfMaanden, 'maand', 'maanden'),
                ],
                ['Beschikbaar vanaf', formatDate(home.beschikbaarVanaf)],
                ['Beschikbaar tot', home.beschikbaarTot === null ? 'Geen einddatum' : formatDate(home.beschikbaarTot)],
                ['Housing First', home.housingFirst ? 'Ja' : null],
              ]}
            />
          </Card>
        </div>
        <Card title="Plaatsen">
          <Facts
            facts={[
              ['In totaal', home.plaatsen],
              ['Bewoond', home.plaatsenBezet],
              ['Vrij', home.plaatsenVrij],
              ['Eerdere bewoners', home.plaatsingen.geeindigd],
            ]}
          />
          {home.status.code === 'beschikbaar' && home.plaatsenVrij > 0 ? (
            <ManualMatchButton label="Zelf een cliënt voorstellen …" home={home} client={null} />
          ) : null}
          {home.openVoorstellen.length > 0 ? (
            <>
              <p>Voorstellen voor deze woonplek:</p>
              <ul className="wp-list">
                {home.openVoorstellen.map((proposal, place) => (
                  <li key={proposal.id}>
                    <Link className="utrecht-link" to="/voorstellen/$id" params={{ id: proposal.id }}>
                      Voorstel {place + 1}: start op {formatDate(proposal.startdatum)}
                    </Link>{' '}
                    <Status code={proposal.status} />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </Card>
        <Card title="Bron van deze gegevens">
          {home.demonstratie ? (
            <p className="wp-row">
              <DataBadge>demonstratie</DataBadge> Deze woonplek is een voorbeeld en bestaat niet echt.
            </p>
          ) : null}
          <Facts
            facts={[
              ['Bron', home.bron],
              ['Geldig vanaf', formatDate(home.geldigVanaf)],
              ['Geldig tot', home.geldigTot === null ? null : formatDate(home.geldigTot)],
            ]}
          />
        </Card>
      </div>
      <div className="wp-columns__side">
        <HomeContact home={home} />
        <HomeStatus home={home} onRefresh={onRefresh} />
      </div>
    </div>
  );
}
