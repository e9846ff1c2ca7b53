import { Link } from '@tanstack/react-router';
import { StatusBadge } from '@utrecht/component-library-react';
import { countOf, formatShortDate } from '../display/format';
import type { RegionClock } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import type { FilterField } from '../lists/filter-bar';
import { ResourceList } from '../lists/resource-list';

export const CLOCK_FILTERS = ['klok', 'teLaat', 'zoek'];

const CLOCKS: Readonly<Record<string, string>> = {
  triage: 'Gesprek over de vervolgplek',
  opvang: 'Verblijf in de opvang',
  'woning-na-uitstroomgereed': 'Woning na uitstroomgereed',
  'verblijf-tussenvorm': 'Verblijf in een tussenvorm',
  'einde-huur': 'Einde van de huur',
  'einde-woonplek': 'Einde van de woonplek',
};
const FIELDS: readonly FilterField[] = [
  { name: 'klok', label: 'Klok', options: Object.entries(CLOCKS).map(([value, label]) => ({ value, label })) },
  {
    name: 'teLaat',
    label: 'Termijn',
    options: [
      { value: 'true', label: 'Te laat' },
      { value: 'false', label: 'Nog niet voorbij' },
    ],
  },
  { name: 'zoek', label: 'Nummer of woonplek' },
];

function timeWords({ dagenOver, teLaat }: RegionClock): string {
  return teLaat ? `${countOf(-dagenOver, 'dag', 'dagen')} voorbij` : `Nog ${countOf(dagenOver, 'dag', 'dagen')}`;
}

const COLUMNS: readonly Column<RegionClock>[] = [
  {
    header: 'Klok',
    rowHeader: true,
    cell: (row) => row.klok.naam,
    text: (row) => row.klok.naam,
  },
  {
    header: 'Cliënt',
    cell: (row) =>
      row.client === null ? (
        '–'
      ) : (
        <Link className="utrecht-link wp-nowrap" to="/clienten/$id" params={{ id: row.client.id }}>
          {row.client.nummer}
        </Link>
      ),
    text: (row) => row.client?.nummer ?? '',
  },
  {
    header: 'Woonplek',
    cell: (row) =>
      row.wooneenheid === null ? (
        '–'
      ) : (
        <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: row.wooneenheid.id }}>
          {row.wooneenheid.naam}
        </Link>
      ),
    text: (row) => row.wooneenheid?.naam ?? '',
  },
  {
    header: 'Begin',
    sort: 'begin',
    cell: (row) => <span className="wp-nowrap">{formatShortDate(row.begin)}</span>,
    text: (row) => row.begin,
  },
  {
    header: 'Uiterlijk',
    sort: 'uiterlijkOp',
    cell: (row) => <span className="wp-nowrap">{formatShortDate(row.uiterlijkOp)}</span>,
    text: (row) => row.uiterlijkOp,
  },
  {
    header: 'Tijd over',
    cell: (row) => (row.teLaat ? <StatusBadge status="danger">{timeWords(row)}</StatusBadge> : timeWords(row)),
    text: timeWords,
  },
  { header: 'Bron', cell: (row) => <span className="wp-small">{row.bron}</span>, text: (row) => row.bron },
];

/** The promises of the region about time that run out soon. */
export function ClocksPage() {
  return (
    <Page
      title="Klokken"
      intro="Termijnen van de regio die bijna of helemaal voorbij zijn. Er gebeurt niets vanzelf: niemand verliest hierdoor een woonplek."
    >
      <ResourceList
        path="/v1/klokken"
        fields={FIELDS}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        one="klok"
        more="klokken"
        defaultSort="uiterlijkOp"
        empty={<p>Er loopt nu geen termijn af.</p>}
      />
    </Page>
  );
}
