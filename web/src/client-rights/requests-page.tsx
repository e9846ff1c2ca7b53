import { Link } from '@tanstack/react-router';
import { StatusBadge } from '@utrecht/component-library-react';
import { countOf, formatShortDate } from '../display/format';
import { statusWords } from '../display/labels';
import { Status } from '../display/status';
import type { RequestLine } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import type { FilterField } from '../lists/filter-bar';
import { ResourceList } from '../lists/resource-list';

export const REQUEST_FILTERS = ['status', 'soort', 'teLaat'];

const STATES = ['open', 'ingewilligd', 'afgewezen', 'ingetrokken'] as const;
const FIELDS: readonly FilterField[] = [
  { name: 'status', label: 'Status', options: STATES.map((value) => ({ value, label: statusWords(value) })) },
  {
    name: 'soort',
    label: 'Soort',
    options: ['inzage', 'correctie', 'bezwaar', 'beperking'].map((value) => ({ value, label: statusWords(value) })),
  },
  {
    name: 'teLaat',
    label: 'Termijn',
    options: [
      { value: 'true', label: 'Te laat' },
      { value: 'false', label: 'Op tijd' },
    ],
  },
];

function timeWords({ teLaat, dagenOver: days }: RequestLine): string {
  if (days === null) return '–';
  if (teLaat) return `${countOf(-days, 'dag', 'dagen')} te laat`;
  return days === 0 ? 'vandaag' : `nog ${countOf(days, 'dag', 'dagen')}`;
}

const COLUMNS: readonly Column<RequestLine>[] = [
  {
    header: 'Cliënt',
    rowHeader: true,
    sort: 'nummer',
    cell: (row) => (
      <Link className="utrecht-link wp-nowrap" to="/clienten/$id" params={{ id: row.client.id }}>
        {row.client.nummer}
      </Link>
    ),
    text: (row) => row.client.nummer,
  },
  { header: 'Soort', cell: (row) => row.soort.naam, text: (row) => row.soort.naam },
  { header: 'Status', cell: (row) => <Status code={row.status} />, text: (row) => statusWords(row.status) },
  {
    header: 'Gevraagd op',
    sort: 'ontvangenOp',
    cell: (row) => <span className="wp-nowrap">{formatShortDate(row.ontvangenOp)}</span>,
    text: (row) => row.ontvangenOp,
  },
  {
    header: 'Antwoord uiterlijk',
    sort: 'uiterlijkOp',
    cell: (row) => (
      <>
        <span className="wp-nowrap">{formatShortDate(row.uiterlijkOp)}</span>
        {row.verlengdOp === null ? null : <span className="wp-under">verlengd</span>}
      </>
    ),
    text: (row) => row.uiterlijkOp,
  },
  {
    header: 'Tijd over',
    cell: (row) =>
      row.teLaat ? <StatusBadge status="danger">{timeWords(row)}</StatusBadge> : <span>{timeWords(row)}</span>,
    text: timeWords,
  },
  {
    header: 'Verwerking',
    cell: (row) => (row.beperkt ? 'Beperkt' : 'Gewoon'),
    text: (row) => (row.beperkt ? 'Beperkt' : 'Gewoon'),
  },
  { header: 'Aanbieder', cell: (row) => row.aanbieder.naam, text: (row) => row.aanbieder.naam },
];

/** The work list of requests of clients about their data: what has to be answered first stands first. */
export function RequestsPage() {
  return (
    <Page
      title="Verzoeken"
      intro="Wat cliënten over hun gegevens vragen. U antwoordt binnen een maand. Open een cliënt om een verzoek te lezen of af te handelen."
    >
      <ResourceList
        path="/v1/verzoeken"
        fields={FIELDS}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        one="verzoek"
        more="verzoeken"
        defaultSort="uiterlijkOp"
        empty={<p>Er zijn nog geen verzoeken. Op de pagina van een cliënt legt u een verzoek vast.</p>}
      />
    </Page>
  );
}
