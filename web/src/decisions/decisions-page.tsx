import { Link } from '@tanstack/react-router';
import { formatMoment, formatShortDate } from '../display/format';
import { Status } from '../display/status';
import type { PairDecision } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { ResourceList } from '../lists/resource-list';
import { KIND_OPTIONS, STATE_OPTIONS } from './decision-words';
import { LiftButton } from './lift-button';

export const DECISION_FILTERS = ['soort', 'status', 'zoek'];

const untilWords = (decision: PairDecision): string =>
  decision.tot === null ? 'u het opheft' : formatShortDate(decision.tot);

const COLUMNS: readonly Column<PairDecision>[] = [
  {
    header: 'Cliënt',
    rowHeader: true,
    cell: (row) => (
      <Link className="utrecht-link wp-nowrap" to="/clienten/$id" params={{ id: row.client.id }}>
        {row.client.nummer}
      </Link>
    ),
    text: (row) => row.client.nummer,
  },
  {
    header: 'Woonplek',
    cell: (row) => (
      <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: row.wooneenheid.id }}>
        {row.wooneenheid.naam}
      </Link>
    ),
    text: (row) => row.wooneenheid.naam,
  },
  {
    header: 'Besluit',
    cell: (row) => (row.regel === null ? row.soort.naam : `${row.soort.naam}: ${row.regel.naam.toLowerCase()}`),
    text: (row) => (row.regel === null ? row.soort.naam : `${row.soort.naam}: ${row.regel.naam}`),
  },
  { header: 'Reden', cell: (row) => row.reden, text: (row) => row.reden },
  {
    header: 'Genomen',
    sort: 'genomenOp',
    cell: (row) => `${formatMoment(row.genomenOp)} door ${row.genomenDoor ?? 'het systeem'}`,
    text: (row) => row.genomenOp,
  },
  {
    header: 'Tot en met',
    sort: 'tot',
    cell: (row) => <span className="wp-nowrap">{untilWords(row)}</span>,
    text: (row) => row.tot,
  },
  { header: 'Status', cell: (row) => <Status code={row.status} />, text: (row) => row.status },
  {
    header: 'Actie',
    cell: (row) => (row.status === 'geldig' ? <LiftButton decision={row} /> : (row.opheffing?.toelichting ?? '–')),
    text: (row) => row.opheffing?.toelichting ?? '',
  },
];

export function DecisionsPage() {
  const fields = [
    { name: 'soort', label: 'Soort', options: KIND_OPTIONS },
    { name: 'status', label: 'Status', options: STATE_OPTIONS },
    { name: 'zoek', label: 'Cliëntnummer of woonplek' },
  ];
  return (
    <Page
      title="Besluiten over paren"
      intro="Wat mensen besloten over één cliënt en één woonplek: vastzettingen, blokkades en uitzonderingen op een regel. Elk besluit heeft een reden en een laatste dag; alleen een blokkade na een afwijzing geldt tot u die opheft."
    >
      <ResourceList
        path="/v1/paarbesluiten"
        fields={fields}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        one="besluit"
        more="besluiten"
        defaultSort="-genomenOp"
        empty={
          <p>
            Er zijn nog geen besluiten. U neemt een besluit bij de uitleg van een cliënt onder{' '}
            <Link className="utrecht-link" to="/niet-gematcht">
              Niet gematcht
            </Link>
            , of bij een voorstel.
          </p>
        }
      />
    </Page>
  );
}
