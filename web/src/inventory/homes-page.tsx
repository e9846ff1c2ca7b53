import { Link } from '@tanstack/react-router';
import { DataBadge } from '@utrecht/component-library-react';
import { formatEuro } from '../display/format';
import { wordsOf } from '../display/labels';
import { Status } from '../display/status';
import type { Home } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { ResourceList } from '../lists/resource-list';
import { useFilterOptions } from '../lists/use-filter-options';
import { HOUSING_FORMS, UNIT_STATUSES } from './home-words';

export const HOME_FILTERS = ['gemeente', 'complex', 'status', 'woonvorm', 'doelgroep', 'zoek'];

const COLUMNS: readonly Column<Home>[] = [
  {
    header: 'Woonplek',
    rowHeader: true,
    sort: 'naam',
    cell: (row) => (
      <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: row.id }}>
        {row.naam}
      </Link>
    ),
    text: (row) => row.naam,
  },
  { header: 'Complex', cell: (row) => row.complex?.naam ?? '–', text: (row) => row.complex?.naam ?? '' },
  { header: 'Gemeente', sort: 'gemeente', cell: (row) => row.gemeente.naam, text: (row) => row.gemeente.naam },
  { header: 'Wijk of dorp', cell: (row) => row.wijk.naam, text: (row) => row.wijk.naam },
  { header: 'Woonvorm', cell: (row) => wordsOf(row.woonvorm), text: (row) => wordsOf(row.woonvorm) },
  { header: 'Plaatsen', sort: 'plaatsen', numeric: true, cell: (row) => row.plaatsen, text: (row) => row.plaatsen },
  {
    header: 'Vrij',
    sort: 'plaatsenVrij',
    numeric: true,
    cell: (row) => row.plaatsenVrij,
    text: (row) => row.plaatsenVrij,
  },
  {
    header: 'Kale huur',
    sort: 'huurCent',
    numeric: true,
    cell: (row) => formatEuro(row.huurCent),
    text: (row) => (row.huurCent === null ? null : row.huurCent / 100),
  },
  {
    header: 'Status',
    sort: 'status',
    cell: (row) => <Status code={row.status.code} />,
    text: (row) => row.status.naam,
  },
  {
    header: 'Gegevens',
    cell: (row) => (row.demonstratie ? <DataBadge>demonstratie</DataBadge> : 'uit de bron'),
    text: (row) => (row.demonstratie ? 'demonstratie' : 'uit de bron'),
  },
  { header: 'Bron', cell: () => null, text: (row) => row.bron },
];

const ONLY_EXPORTED = ['Bron', 'Complex'];
const ON_SCREEN = COLUMNS.filter((column) => !ONLY_EXPORTED.includes(column.header));

export function HomesPage() {
  const fields = [
    { name: 'gemeente', label: 'Gemeente', options: useFilterOptions('/v1/gemeenten') },
    { name: 'complex', label: 'Complex', options: useFilterOptions('/v1/complexen') },
    { name: 'status', label: 'Status', options: UNIT_STATUSES },
    { name: 'woonvorm', label: 'Woonvorm', options: HOUSING_FORMS },
    { name: 'doelgroep', label: 'Doelgroep', options: useFilterOptions('/v1/doelgroepen') },
    { name: 'zoek', label: 'Naam of code' },
  ];
  return (
    <Page
      title="Woonplekken"
      intro="Alle woningen, kamers en studio’s van de regio. Gelijke plaatsen in één complex staan samen op één regel."
    >
      <ResourceList
        path="/v1/wooneenheden"
        fields={fields}
        columns={ON_SCREEN}
        exportColumns={COLUMNS}
        rowKey={(row) => row.id}
        one="woonplek"
        more="woonplekken"
        empty={<p>Er zijn nog geen woonplekken geladen.</p>}
      />
    </Page>
  );
}
