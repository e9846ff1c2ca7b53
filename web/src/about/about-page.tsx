import { Card } from '../display/card';
import { Page } from '../layout/page';

export function AboutPage() {
  return (
    <Page title="Over Woonplek" intro="Van opvang naar een eigen woonplek: Woonplek stelt voor, mensen beslissen.">
      <Card title="Wat doet Woonplek?">
        <p>
          Woonplek zoekt voor alle wachtende cliënten van een regio samen de beste verdeling over de vrije woonplekken.
          De regels en de volgorde van de doelen komen van de regio. Bij elk voorstel staat waarom, en bij elke cliënt
          zonder voorstel staat waarom niet.
        </p>
        <p>
          Woonplek kijkt niet naar nationaliteit, geslacht, naam of afkomst. Waar voorstellen gelijk zijn, beslist een
          loting die iedereen kan narekenen.
        </p>
      </Card>
      <Card title="Wie mag dit zien?">
        <p>
          U meldt zich aan met het account van uw eigen organisatie. Wat u ziet en mag, hangt af van uw rol. Alles wat u
          doet, staat op uw naam, met uw rol en organisatie. Woonplek houdt bij wie welke gegevens van cliënten heeft
          bekeken. Elk jaar kijkt de beheerder van uw regio of iedereen zijn rol nog nodig heeft.
        </p>
      </Card>
      <Card title="Toegankelijkheid">
        <p>
          Woonplek volgt de richtlijnen WCAG 2.2, niveau A en AA. Alles werkt met het toetsenbord, en bij elk diagram
          staat een tabel met dezelfde cijfers. Een automatische controle bekijkt elke pagina bij elke wijziging; een
          onderzoek door een onafhankelijk bureau is nog niet gedaan.
        </p>
        <p>Werkt iets niet goed voor u? Meld het bij de beheerder van uw regio.</p>
      </Card>
      <Card title="Voor ontwikkelaars">
        <p>
          Alles in dit scherm komt uit de open API. De beschrijving staat in{' '}
          <a className="utrecht-link" href="/v1/openapi.json">
            openapi.json
          </a>
          . Woonplek is vrije software onder de licentie EUPL-1.2.
        </p>
      </Card>
    </Page>
  );
}
