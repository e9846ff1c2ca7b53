import { Link } from '@tanstack/react-router';
import { formatShortDate } from '../display/format';
import { statusWords } from '../display/labels';
import { Status } from '../display/status';
import type { Allocation } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { ResourceList } from '../lists/resource-list';
import { useFilterOptions } from '../lists/use-filter-options';

export const ALLOCATION_FILTERS = ['status', 'gemeente'];

const STATUSES: readonly Allocation['status'][] = [
  'goedgekeurd',
  'bevestigd',
  'aangeboden',
  'geaccepteerd',
  'gehuisvest',
];

const COLUMNS: readonly Column<Allocation>[] = [
  {
    header: 'Woning',
    rowHeader: true,
    sort: 'wooneenheid',
    cell: (row) => (
      <>
        <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: row.wooneenheid.id }}>
          {row.wooneenheid.naam}
        </Link>
        <span className="wp-under">{row.gemeente.naam}</span>
      </>
    ),
    text: (row) => `${row.wooneenheid.naam}, ${row.gemeente.naam}`,
  },
  { header: 'Personen', numeric: true, cell: (row) => row.personen, text: (row) => row.personen },
  { header: 'Huurklasse', cell: (row) => row.huurklasse?.naam ?? '–', text: (row) => row.huurklasse?.naam ?? '' },
  { header: 'Nodig', cell: (row) => row.toegankelijkheid.naam, text: (row) => row.toegankelijkheid.naam },
  {
    header: 'Begeleiding',
    cell: (row) => guidanceWords(row),
    text: (row) => guidanceWords(row),
  },
  {
    header: 'Start',
    sort: 'geplandeStart',
    cell: (row) => <span className="wp-nowrap">{formatShortDate(row.geplandeStart)}</span>,
    text: (row) => row.geplandeStart,
  },
  { header: 'Status', cell: (row) => <Status code={row.status} />, text: (row) => statusWords(row.status) },
];

/** What a corporatie is told of the households that come to live in its homes. */
export function AllocationsPage() {
  const fields = [
    {
      name: 'status',
      label: 'Status',
      options: STATUSES.map((status) => ({ value: status, label: statusWords(status) })),
    },
    { name: 'gemeente', label: 'Gemeente', options: useFilterOptions('/v1/gemeenten') },
  ];
  return (
    <Page
      title="Toewijzingen"
      intro="Huishoudens die in uw woningen komen wonen. U ziet alleen wat u voor het huurcontract nodig hebt, en pas na akkoord van de coördinator."
    >
      <ResourceList
        path="/v1/toewijzingsprofielen"
        fields={fields}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        one="toewijzing"
        more="toewijzingen"
        defaultSort="geplandeStart"
        empty={<p>Er is nog geen voorstel goedgekeurd voor een van uw woningen.</p>}
      />
    </Page>
  );
}

function guidanceWords({ begeleidingGeregeld }: Allocation): string {
  return begeleidingGeregeld ? 'Geregeld' : 'Niet nodig';
}
