import { Card } from '../display/card';
import { formatDate, formatNumber } from '../display/format';
import { Loaded } from '../display/loaded';
import type { Spreiding } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { useRegion } from '../layout/region';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';
import { FilterBar } from '../lists/filter-bar';
import { useListState } from '../lists/list-state';
import { MonitorNote } from './monitor-note';
import { currentPeriod, spreidingRow } from './spreiding-row';
import { StandingChart } from './standing-chart';
import { byUrgency, type StandingRow } from './standing-row';
import { StateBadge } from './state-badge';

export const SPREIDING_FILTERS = ['periode'];

const COLUMNS: readonly Column<StandingRow>[] = [
  { header: 'Gemeente', rowHeader: true, cell: (row) => row.label },
  { header: 'Minstens', numeric: true, cell: (row) => formatNumber(row.floor) },
  { header: 'Hoogstens', numeric: true, cell: (row) => formatNumber(row.ceiling) },
  { header: 'Gerealiseerd', numeric: true, cell: (row) => formatNumber(row.realised) },
  { header: 'Voorgesteld', numeric: true, cell: (row) => formatNumber(row.proposed) },
  { header: 'Samen', numeric: true, cell: (row) => formatNumber(row.expected) },
  { header: 'Stand', cell: (row) => <StateBadge row={row} /> },
];

const periodWords = ({ van, tot }: Spreiding['periode']) => `${formatDate(van)} tot en met ${formatDate(tot)}`;

export function SpreidingPage() {
  const region = useRegion();
  const state = useListState();
  const spreiding = useApi('/v1/spreiding', { query: { regio: region.id } });
  return (
    <Page
      title="Spreiding"
      intro="Gemeenten spraken af hoeveel plaatsingen elke gemeente minstens en hoogstens opvangt. Zo verdelen zij het samen."
    >
      <Loaded query={spreiding} loading="De spreiding wordt geladen">
        {(data) => {
          const periods = new Map(data.items.map(({ periode }) => [periode.van, periodWords(periode)]));
          const current = currentPeriod(data.items, data.peildatum);
          const shown = state.search.periode ?? current;
          const items = data.items.filter(({ periode }) => periode.van === shown);
          const rows = items.map(spreidingRow).sort(byUrgency);
          return (
            <>
              {periods.size > 1 ? (
                <Card>
                  <FilterBar
                    state={state}
                    fields={[
                      {
                        name: 'periode',
                        label: 'Periode',
                        unchosen: `Nu: ${periods.get(current ?? '') ?? ''}`,
                        options: [...periods]
                          .filter(([from]) => from !== current)
                          .map(([value, label]) => ({ value, label })),
                      },
                    ]}
                  />
                </Card>
              ) : null}
              {rows.length === 0 ? (
                <Card>
                  <p>Er zijn in deze periode geen afspraken over spreiding.</p>
                </Card>
              ) : (
                <>
                  <Card title="Plaatsingen per gemeente">
                    <p>Van {periods.get(shown ?? '')}.</p>
                    <StandingChart
                      rows={rows}
                      description="Staafdiagram van de plaatsingen per gemeente. De tabel hieronder geeft dezelfde cijfers."
                      words={{ realised: 'Gerealiseerd', ceiling: 'Hoogstens', floor: 'Minstens' }}
                    />
                  </Card>
                  <Card title="Dezelfde cijfers als tabel" flush>
                    <DataTable caption="Spreiding per gemeente" columns={COLUMNS} rows={rows} rowKey={(row) => row.id} />
                  </Card>
                </>
              )}
              <MonitorNote
                run={data.matchronde}
                at={data.peildatum}
                sources={items.map((item) => ({ source: item.bron, isDemonstration: item.demonstratie }))}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
