import { Link, useParams } from '@tanstack/react-router';
import { DataBadge } from '@utrecht/component-library-react';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { countOf, formatDate, formatNumber } from '../display/format';
import { wordsOf } from '../display/labels';
import { Loaded } from '../display/loaded';
import type { ComplexDetail } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';

type Part = ComplexDetail['mix'][number];
type HomeOfComplex = ComplexDetail['eenheden'][number];

const PARTS: readonly Column<Part>[] = [
  { header: 'Groep', rowHeader: true, cell: (row) => row.naam },
  {
    header: 'Doelgroepen',
    cell: (row) => (row.doelgroepen.length === 0 ? 'Alle' : row.doelgroepen.map((each) => each.naam).join(', ')),
  },
  { header: 'Begeleiding vanaf', cell: (row) => row.vanafNiveau.naam },
  { header: 'Hoogstens', numeric: true, cell: (row) => formatNumber(row.hoogstens) },
  { header: 'Bewoond', numeric: true, cell: (row) => formatNumber(row.bezet) },
];

const HOMES: readonly Column<HomeOfComplex>[] = [
  {
    header: 'Woonplek',
    rowHeader: true,
    cell: (row) => (
      <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: row.id }}>
        {row.naam}
      </Link>
    ),
  },
  { header: 'Code', cell: (row) => row.code },
  { header: 'Plaatsen', numeric: true, cell: (row) => formatNumber(row.plaatsen) },
  { header: 'Vrij', numeric: true, cell: (row) => formatNumber(row.plaatsenVrij) },
];

export function ComplexPage() {
  const { id } = useParams({ from: '/complexen/$id' });
  const complex = useApi('/v1/complexen/{id}', { path: { id } });
  return (
    <Page title={complex.data?.naam ?? 'Complex'} crumbs={[{ label: 'Complexen', to: '/complexen' }]}>
      <Loaded query={complex} loading="Het complex wordt geladen">
        {(data) => <ComplexContent complex={data} />}
      </Loaded>
    </Page>
  );
}

function ComplexContent({ complex }: { readonly complex: ComplexDetail }) {
  const rooms = complex.overigeRuimten.map((room) => `${formatNumber(room.aantal)} ${room.soort}`).join(', ');
  return (
    <>
      <Card title="Waar en wat">
        <Facts
          facts={[
            ['Code', complex.code],
            ['Plaats', `${complex.wijk.naam}, ${complex.gemeente.naam}`],
            ['Programma', wordsOf(complex.programma)],
            ['Doel', complex.doel],
            ['Instroom uit', complex.instroom.length === 0 ? null : complex.instroom.map(wordsOf).join(', ')],
            ['Plaatsen', countOf(complex.plaatsen, 'plaats', 'plaatsen')],
            ['Andere ruimten', rooms === '' ? null : rooms],
            ['Toelichting', complex.toelichting],
          ]}
        />
      </Card>
      <Card title="Woonplekken" flush>
        <DataTable
          caption="Woonplekken van dit complex"
          columns={HOMES}
          rows={complex.eenheden}
          rowKey={(row) => row.id}
        />
      </Card>
      {complex.mix.length > 0 ? (
        <Card title="Hoogstens zoveel bewoners per groep" flush>
          <DataTable caption="Grenzen binnen dit complex" columns={PARTS} rows={complex.mix} rowKey={(row) => row.id} />
        </Card>
      ) : null}
      <Card title="Bron van deze gegevens">
        {complex.demonstratie ? (
          <p className="wp-row">
            <DataBadge>demonstratie</DataBadge> Dit complex is een voorbeeld en bestaat niet echt.
          </p>
        ) : null}
        <Facts
          facts={[
            ['Bron', complex.bron],
            ['Geldig vanaf', formatDate(complex.geldigVanaf)],
            ['Geldig tot', complex.geldigTot === null ? null : formatDate(complex.geldigTot)],
          ]}
        />
      </Card>
    </>
  );
}
