import { Link, useParams } from '@tanstack/react-router';
import { Button, DataBadge } from '@utrecht/component-library-react';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatMoment, upperFirst, withDutchDates } from '../display/format';
import { Loaded } from '../display/loaded';
import type { ClientExport } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { ExplainedProposals } from './explained-proposals';

/** Everything that is held about a client, to read, to print and to give. */
export function ClientDataPage() {
  const { id } = useParams({ from: '/clienten/$id/gegevens' });
  const data = useApi('/v1/clienten/{id}/gegevens', { path: { id } });
  return (
    <Page
      title="Gegevens van deze cliënt"
      crumbs={[
        { label: 'Cliënten', to: '/clienten' },
        { label: 'Dossier', to: '/clienten/$id', params: { id } },
      ]}
      intro="Alles wat Woonplek over deze cliënt bewaart. Lees het na voordat u het geeft: in een toelichting kan iemand anders zijn genoemd."
      actions={
        <span className="wp-no-print wp-row">
          <a className="utrecht-link" href={`/v1/clienten/${id}/gegevens`} download>
            Downloaden als bestand
          </a>
          <Button appearance="secondary-action-button" onClick={() => window.print()}>
            Afdrukken
          </Button>
        </span>
      }
    >
      <Loaded query={data} loading="De gegevens worden geladen">
        {(loaded) => <ClientData id={id} data={loaded} />}
      </Loaded>
    </Page>
  );
}

function ClientData({ id, data }: { readonly id: string; readonly data: ClientExport }) {
  return (
    <>
      {data.synthetisch ? (
        <p className="wp-row">
          <DataBadge>verzonnen</DataBadge> Deze cliënt is gemaakt om te oefenen en bestaat niet echt.
        </p>
      ) : null}
      <Card title="Dit overzicht">
        <Facts
          facts={[
            ['Cliëntnummer', data.client.nummer],
            ['Gemaakt op', formatMoment(data.gemaaktOp)],
            ['Regio', data.regio],
            ['Aanbieder', data.aanbieder],
          ]}
        />
      </Card>
      {data.gegevens.map((kind) => (
        <Card key={kind.soort} title={upperFirst(kind.soort)}>
          <div className="wp-stack">
            {kind.rijen.map((row, place) => (
              <div key={place} className="wp-stack wp-stack--tight">
                <Facts
                  facts={row.velden.map(({ gegeven, waarde }) => [
                    upperFirst(gegeven),
                    <span key={gegeven} className="wp-break wp-lines">
                      {waarde === null ? 'Niet bekend' : withDutchDates(waarde)}
                    </span>,
                  ])}
                />
                <p className="wp-small wp-quiet">
                  Vastgelegd op {formatMoment(row.vastgelegdOp)}
                  {row.bron === null ? '' : `, bron: ${row.bron}`}
                </p>
              </div>
            ))}
          </div>
        </Card>
      ))}
      <ExplainedProposals proposals={data.voorstellen} />
      <About id={id} data={data} />
    </>
  );
}

function About({ id, data }: { readonly id: string; readonly data: ClientExport }) {
  return (
    <>
      <Card title="Waarvoor en hoe lang">
        <Facts stacked facts={byPurpose(data.categorieen).map(({ names, words }) => [names, words])} />
      </Card>
      <Card title="Wie kan deze gegevens zien?">
        <Facts stacked facts={data.ontvangers.map(({ rol, mag }) => [rol, `Mag ${mag.join('; ')}.`])} />
        <p>
          {data.inzage.tekst}{' '}
          <Link className="utrecht-link" to="/clienten/$id/inzage" params={{ id }}>
            Bekijk wie ze heeft gezien
          </Link>
        </p>
      </Card>
      <Card title="Wat er niet in staat">
        <ul className="wp-list">
          {data.nietOpgenomen.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Card>
      <Card title="Uw rechten">
        <ul className="wp-list">
          {data.rechten.map((right) => (
            <li key={right}>{right}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}

/** Kinds of data that are kept for the same, told once. */
function byPurpose(categories: ClientExport['categorieen']): { names: string; words: string }[] {
  const namesOf = new Map<string, string[]>();
  for (const { naam, waarvoor, grondslag, bewaartermijn } of categories) {
    const words = `${waarvoor} ${grondslag} Bewaard: ${bewaartermijn}`;
    namesOf.set(words, [...(namesOf.get(words) ?? []), naam]);
  }
  return [...namesOf].map(([words, names]) => ({ names: names.join('; '), words }));
}
