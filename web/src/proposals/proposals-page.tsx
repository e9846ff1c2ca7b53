import { Link } from '@tanstack/react-router';
import { useContactOptions } from '../contacts/use-contact-options';
import { formatMoment, formatShortDate } from '../display/format';
import { statusWords, urgencyWords } from '../display/labels';
import { Status } from '../display/status';
import type { ProposalSummary } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { useRegion } from '../layout/region';
import type { Column } from '../lists/column';
import type { FilterField } from '../lists/filter-bar';
import { ResourceList } from '../lists/resource-list';
import { useFilterOptions } from '../lists/use-filter-options';
import { useMay } from '../session/session';

const SHOWN_STATUSES = [
  ...(['voorgesteld', 'verouderd', 'teruggestuurd', 'goedgekeurd', 'bevestigd', 'aangeboden', 'geaccepteerd'] as const),
  ...(['landing', 'gehuisvest', 'afgewezen', 'geweigerd', 'verlopen', 'ingetrokken', 'vervallen'] as const),
];

const COLUMNS: readonly Column<ProposalSummary>[] = [
  {
    header: 'Cliënt',
    rowHeader: true,
    sort: 'nummer',
    cell: (row) => (
      <Link className="utrecht-link wp-nowrap" to="/voorstellen/$id" params={{ id: row.id }}>
        {row.client.nummer}
      </Link>
    ),
    text: (row) => row.client.nummer,
  },
  { header: 'Doelgroep', cell: (row) => row.doelgroep.naam, text: (row) => row.doelgroep.naam },
  {
    header: 'Urgentie',
    sort: 'urgentie',
    cell: (row) => (
      <>
        <span className="wp-nowrap">{urgencyWords({ klasse: row.urgentie.klasse })}</span>
        {row.urgentie.wettelijkePlicht ? <span className="wp-under wp-nowrap">wettelijke plicht</span> : null}
      </>
    ),
    text: (row) => urgencyWords(row.urgentie),
  },
  { header: 'Weken', sort: 'weken', numeric: true, cell: (row) => row.weken, text: (row) => row.weken },
  {
    header: 'Woonplek',
    sort: 'wooneenheid',
    cell: (row) => (
      <>
        {row.wooneenheid.naam}
        <span className="wp-under">{row.gemeente.naam}</span>
      </>
    ),
    text: (row) => `${row.wooneenheid.naam}, ${row.gemeente.naam}`,
  },
  { header: 'Corporatie', cell: (row) => row.corporatie?.naam ?? '–', text: (row) => row.corporatie?.naam ?? '' },
  {
    header: 'Contactpersoon',
    cell: (row) => row.contactpersoon?.naam ?? 'Nog niemand',
    text: (row) => row.contactpersoon?.naam ?? '',
  },
  {
    header: 'Start',
    sort: 'geplandeStart',
    cell: (row) => <span className="wp-nowrap">{formatShortDate(row.geplandeStart)}</span>,
    text: (row) => row.geplandeStart,
  },
  { header: 'Status', cell: (row) => <Status code={row.status} />, text: (row) => statusWords(row.status) },
];

export const PROPOSAL_FILTERS = [
  ...[
    'status',
    'teBeoordelen',
    'gemeente',
    'corporatie',
    'aanbieder',
    'doelgroep',
    'contactpersoon',
    'zoek',
    'matchronde',
  ],
];

export function ProposalsPage() {
  const region = useRegion();
  const may = useMay();
  const runs = useApi('/v1/matchrondes', {
    query: { regio: region.id, status: 'voltooid', aantal: 20 },
    enabled: may('run.read'),
  });
  const fields: readonly FilterField[] = [
    {
      name: 'status',
      label: 'Status',
      options: SHOWN_STATUSES.map((status) => ({ value: status, label: statusWords(status) })),
    },
    {
      name: 'teBeoordelen',
      label: 'Weigering',
      options: [{ value: 'true', label: 'Nog te beoordelen' }],
    },
    { name: 'gemeente', label: 'Gemeente', options: useFilterOptions('/v1/gemeenten') },
    { name: 'corporatie', label: 'Corporatie', options: useFilterOptions('/v1/corporaties') },
    { name: 'aanbieder', label: 'Aanbieder', options: useFilterOptions('/v1/aanbieders') },
    { name: 'doelgroep', label: 'Doelgroep', options: useFilterOptions('/v1/doelgroepen') },
    {
      name: 'matchronde',
      label: 'Ronde',
      options: (runs.data?.items ?? []).map((run) => ({ value: run.id, label: formatMoment(run.klaarOp) })),
    },
    { name: 'contactpersoon', label: 'Contactpersoon', options: useContactOptions() },
    { name: 'zoek', label: 'Nummer of woonplek' },
  ];
  return (
    <Page
      title="Voorstellen"
      intro="Woonplek stelt voor wie waar kan wonen. U beslist: bekijk een voorstel en keur het goed of wijs het af."
    >
      <ResourceList
        path="/v1/voorstellen"
        fixedQuery={{ regio: region.id }}
        fields={fields}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        one="voorstel"
        more="voorstellen"
        defaultSort="-urgentie"
        empty={
          <p>
            Er zijn nog geen voorstellen.{' '}
            <Link className="utrecht-link" to="/rondes">
              Start een ronde
            </Link>{' '}
            om voorstellen te krijgen.
          </p>
        }
      />
    </Page>
  );
}
