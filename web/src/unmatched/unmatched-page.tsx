import { Link, useSearch } from '@tanstack/react-router';
import { formatMoment } from '../display/format';
import { urgencyWords } from '../display/labels';
import { Loaded } from '../display/loaded';
import type { Unmatched } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { useRegion } from '../layout/region';
import type { Column } from '../lists/column';
import type { ListSearch } from '../lists/list-state';
import { ResourceList } from '../lists/resource-list';
import { useFilterOptions } from '../lists/use-filter-options';
import { CAUSE_WORDS } from './cause-words';

export const UNMATCHED_FILTERS = ['oorzaak', 'gemeente', 'doelgroep', 'zoek', 'ronde'];

const columns = (runId: string): readonly Column<Unmatched>[] => [
  {
    header: 'Cliënt',
    rowHeader: true,
    sort: 'nummer',
    cell: (row) => (
      <Link
        className="utrecht-link wp-nowrap"
        to="/niet-gematcht/$ronde/$client"
        params={{ ronde: runId, client: row.clientId }}
      >
        {row.nummer}
      </Link>
    ),
    text: (row) => row.nummer,
  },
  { header: 'Doelgroep', cell: (row) => row.doelgroep.naam, text: (row) => row.doelgroep.naam },
  { header: 'Herkomst', cell: (row) => row.herkomst?.naam ?? 'Onbekend', text: (row) => row.herkomst?.naam ?? '' },
  {
    header: 'Urgentie',
    sort: 'urgentie',
    cell: (row) => <span className="wp-nowrap">{urgencyWords(row.urgentie)}</span>,
    text: (row) => urgencyWords(row.urgentie),
  },
  { header: 'Weken', sort: 'weken', numeric: true, cell: (row) => row.weken, text: (row) => row.weken },
  {
    header: 'Oorzaak',
    cell: (row) => <span className="wp-nowrap">{CAUSE_WORDS[row.oorzaak]}</span>,
    text: (row) => CAUSE_WORDS[row.oorzaak],
  },
  {
    header: 'Passende woonplekken',
    sort: 'mogelijkePlekken',
    numeric: true,
    cell: (row) => row.mogelijkePlekken,
    text: (row) => row.mogelijkePlekken,
  },
  {
    header: 'Valt vooral af op',
    cell: (row) => row.regels[0]?.titel ?? '–',
    text: (row) => row.regels.map((rule) => `${rule.titel} (${rule.aantal})`).join(', '),
  },
];

/** Clients without a proposal in one round: the latest, unless the address names another. */
export function UnmatchedPage() {
  const region = useRegion();
  const search: ListSearch = useSearch({ strict: false });
  const runs = useApi('/v1/matchrondes', { query: { regio: region.id, status: 'voltooid', aantal: 1 } });
  const named = useApi('/v1/matchrondes/{id}', {
    path: { id: search.ronde ?? '' },
    enabled: search.ronde !== undefined,
  });
  const run = search.ronde === undefined ? runs : named;
  return (
    <Page
      title="Niet gematcht"
      intro="Cliënten die wel wachten, maar in deze ronde geen voorstel kregen. Kies een cliënt om per woonplek te zien waarom."
    >
      <Loaded query={run as typeof runs} loading="De ronde wordt geladen">
        {() => {
          const shown = search.ronde === undefined ? runs.data?.items[0] : named.data;
          return shown ? (
            <UnmatchedList runId={shown.id} at={shown.klaarOp} />
          ) : (
            <div className="wp-card">
              <p>
                Er is nog geen ronde klaar.{' '}
                <Link className="utrecht-link" to="/rondes">
                  Naar de rondes
                </Link>
              </p>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function UnmatchedList({ runId, at }: { readonly runId: string; readonly at: string | null }) {
  const fields = [
    {
      name: 'oorzaak',
      label: 'Oorzaak',
      options: Object.entries(CAUSE_WORDS).map(([value, label]) => ({ value, label })),
    },
    { name: 'gemeente', label: 'Gemeente van herkomst', options: useFilterOptions('/v1/gemeenten') },
    { name: 'doelgroep', label: 'Doelgroep', options: useFilterOptions('/v1/doelgroepen') },
    { name: 'zoek', label: 'Cliëntnummer' },
  ];
  return (
    <>
      <p>
        <Link className="utrecht-link" to="/rondes/$id" params={{ id: runId }}>
          Ronde van {formatMoment(at)}
        </Link>
      </p>
      <ResourceList
        path="/v1/matchrondes/{id}/niet-gematcht"
        pathValues={{ id: runId }}
        fixedQuery={{ ronde: undefined }}
        fields={fields}
        columns={columns(runId)}
        rowKey={(row) => row.clientId}
        one="cliënt zonder voorstel"
        more="cliënten zonder voorstel"
        defaultSort="-weken"
        empty={<p>Alle cliënten kregen in deze ronde een voorstel.</p>}
      />
    </>
  );
}
