import { Link } from '@tanstack/react-router';
import { StatusBadge } from '@utrecht/component-library-react';
import { formatShortDate } from '../display/format';
import { statusWords } from '../display/labels';
import { Status } from '../display/status';
import type { HandoverLine } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import type { FilterField } from '../lists/filter-bar';
import { ResourceList } from '../lists/resource-list';
import { HANDOVER_STATES, responsibleWords, timeWords, waitsForWords } from './handover-words';

export const HANDOVER_FILTERS = ['status', 'open', 'teLaat'];

const FIELDS: readonly FilterField[] = [
  { name: 'status', label: 'Status', options: HANDOVER_STATES.map((value) => ({ value, label: statusWords(value) })) },
  {
    name: 'open',
    label: 'Loopt nog',
    options: [
      { value: 'true', label: 'Ja' },
      { value: 'false', label: 'Nee, klaar' },
    ],
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

const COLUMNS: readonly Column<HandoverLine>[] = [
  {
    header: 'Cliënt',
    rowHeader: true,
    sort: 'nummer',
    cell: (row) => (
      <Link className="utrecht-link wp-nowrap" to="/warme-overdrachten/$id" params={{ id: row.id }}>
        {row.client.nummer}
      </Link>
    ),
    text: (row) => row.client.nummer,
  },
  { header: 'Van', cell: (row) => row.van.naam, text: (row) => row.van.naam },
  { header: 'Naar', cell: (row) => row.naar.naam, text: (row) => row.naar.naam },
  { header: 'Status', cell: (row) => <Status code={row.status} />, text: (row) => statusWords(row.status) },
  {
    header: 'Verantwoordelijk nu',
    cell: responsibleWords,
    text: responsibleWords,
  },
  {
    header: 'Gevraagd op',
    sort: 'gevraagdOp',
    cell: (row) => <span className="wp-nowrap">{formatShortDate(row.gevraagdOp)}</span>,
    text: (row) => row.gevraagdOp,
  },
  { header: 'Wacht op', cell: waitsForWords, text: waitsForWords },
  {
    header: 'Uiterlijk',
    sort: 'uiterlijkOp',
    cell: (row) => <span className="wp-nowrap">{formatShortDate(row.uiterlijkOp)}</span>,
    text: (row) => row.uiterlijkOp ?? '',
  },
  {
    header: 'Tijd over',
    cell: (row) =>
      row.teLaat ? <StatusBadge status="danger">{timeWords(row)}</StatusBadge> : <span>{timeWords(row)}</span>,
    text: timeWords,
  },
];

/** The work list of warm handovers: what has to be done first stands first. */
export function HandoversPage() {
  return (
    <Page
      title="Warme overdracht"
      intro="Cliënten die naar een andere gemeente gaan. Tot die gemeente ja zegt en de afgesproken dag er is, blijft de eigen gemeente verantwoordelijk."
    >
      <ResourceList
        path="/v1/warmeoverdrachten"
        fields={FIELDS}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        one="overdracht"
        more="overdrachten"
        defaultSort="uiterlijkOp"
        empty={<p>Er zijn nog geen overdrachten. Een wooncoördinator vraagt er een aan op de pagina van een cliënt.</p>}
      />
    </Page>
  );
}
