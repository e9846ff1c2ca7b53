import { Link } from '@tanstack/react-router';
import { formatMoment, formatNumber, formatSeconds } from '../display/format';
import { statusWords } from '../display/labels';
import { Status } from '../display/status';
import type { RunSummary } from '../http/answers';
import { Page } from '../layout/page';
import { useRegion } from '../layout/region';
import type { Column } from '../lists/column';
import { ResourceList } from '../lists/resource-list';
import { LotteryDraws } from './lottery-draws';
import { NewRun } from './new-run';
import { ProvenBadge } from './proven-badge';
import { slotWords, TRIGGER_WORDS } from './run-words';

const COLUMNS: readonly Column<RunSummary>[] = [
  {
    header: 'Ronde',
    rowHeader: true,
    sort: 'aangevraagdOp',
    cell: (row) => (
      <Link className="utrecht-link" to="/rondes/$id" params={{ id: row.id }}>
        {formatMoment(row.aangevraagdOp)}
      </Link>
    ),
    text: (row) => row.aangevraagdOp,
  },
  {
    header: 'Tijdvak',
    sort: 'tijdvak',
    cell: (row) => slotWords(row.tijdvak),
    text: (row) => row.tijdvak,
  },
  { header: 'Aanleiding', cell: (row) => TRIGGER_WORDS[row.aanleiding], text: (row) => TRIGGER_WORDS[row.aanleiding] },
  {
    header: 'Voorstellen',
    numeric: true,
    cell: (row) => formatNumber(row.aantallen?.voorstellen),
    text: (row) => row.aantallen?.voorstellen ?? null,
  },
  {
    header: 'Niet gematcht',
    numeric: true,
    cell: (row) => formatNumber(row.aantallen?.nietGematcht),
    text: (row) => row.aantallen?.nietGematcht ?? null,
  },
  {
    header: 'Duur',
    numeric: true,
    cell: (row) => <span className="wp-nowrap">{formatSeconds(row.duurSeconden)}</span>,
    text: (row) => row.duurSeconden,
  },
  {
    header: 'Uitkomst',
    cell: (row) => (row.bewezenOptimaal === null ? '–' : <ProvenBadge proven={row.bewezenOptimaal} />),
    text: (row) => (row.bewezenOptimaal === null ? '' : row.bewezenOptimaal ? 'bewezen optimaal' : 'niet bewezen'),
  },
  {
    header: 'Status',
    sort: 'status',
    cell: (row) => <Status code={row.status} />,
    text: (row) => statusWords(row.status),
  },
];

// The slot repeats the moment of a round; whoever needs it finds it in the export and on the page of the round.
const ON_SCREEN = COLUMNS.filter((column) => column.header !== 'Tijdvak');

export function RunsPage() {
  const region = useRegion();
  return (
    <Page
      title="Rondes"
      intro="In een ronde zoekt Woonplek voor alle wachtende cliënten samen de beste verdeling over de vrije woonplekken."
      actions={<NewRun />}
    >
      <ResourceList
        path="/v1/matchrondes"
        fixedQuery={{ regio: region.id }}
        fields={[
          {
            name: 'status',
            label: 'Status',
            options: ['wachtend', 'bezig', 'voltooid', 'mislukt'].map((status) => ({
              value: status,
              label: statusWords(status),
            })),
          },
        ]}
        columns={ON_SCREEN}
        exportColumns={COLUMNS}
        rowKey={(row) => row.id}
        one="ronde"
        more="rondes"
        defaultSort="-aangevraagdOp"
        empty={<p>Er is nog geen ronde geweest. Start hierboven de eerste.</p>}
      />
      <LotteryDraws />
    </Page>
  );
}
