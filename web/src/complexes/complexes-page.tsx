import { Link } from '@tanstack/react-router';
import { formatNumber } from '../display/format';
import { wordsOf } from '../display/labels';
import type { ComplexSummary } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { ResourceList } from '../lists/resource-list';
import { useFilterOptions } from '../lists/use-filter-options';

export const COMPLEX_FILTERS = ['gemeente', 'zoek'];

const COLUMNS: readonly Column<ComplexSummary>[] = [
  {
    header: 'Complex',
    rowHeader: true,
    sort: 'naam',
    cell: (row) => (
      <Link className="utrecht-link" to="/complexen/$id" params={{ id: row.id }}>
        {row.naam}
      </Link>
    ),
    text: (row) => row.naam,
  },
  { header: 'Gemeente', sort: 'gemeente', cell: (row) => row.gemeente.naam, text: (row) => row.gemeente.naam },
  { header: 'Wijk of dorp', cell: (row) => row.wijk.naam, text: (row) => row.wijk.naam },
  { header: 'Programma', cell: (row) => wordsOf(row.programma), text: (row) => wordsOf(row.programma) },
  {
    header: 'Woonplekken',
    numeric: true,
    cell: (row) => formatNumber(row.wooneenheden),
    text: (row) => row.wooneenheden,
  },
  {
    header: 'Plaatsen',
    sort: 'plaatsen',
    numeric: true,
    cell: (row) => formatNumber(row.plaatsen),
    text: (row) => row.plaatsen,
  },
];

export function ComplexesPage() {
  const fields = [
    { name: 'gemeente', label: 'Gemeente', options: useFilterOptions('/v1/gemeenten') },
    { name: 'zoek', label: 'Naam of code' },
  ];
  return (
    <Page
      title="Complexen"
      intro="Locaties met meer plaatsen bij elkaar. Per complex staat hoeveel bewoners van een groep er hoogstens wonen."
    >
      <ResourceList
        path="/v1/complexen"
        fields={fields}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        one="complex"
        more="complexen"
        defaultSort="naam"
        empty={<p>Er zijn nog geen complexen geladen.</p>}
      />
    </Page>
  );
}
