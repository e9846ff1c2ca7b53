import { Card } from '../display/card';
import { formatNumber } from '../display/format';
import { Loaded } from '../display/loaded';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { useRegion } from '../layout/region';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';
import { FilterBar } from '../lists/filter-bar';
import { useListState } from '../lists/list-state';
import { draagkrachtRow, type WijkRow } from './draagkracht-row';
import { MonitorNote } from './monitor-note';
import { StandingChart } from './standing-chart';
import { byUrgency } from './standing-row';
import { StateBadge } from './state-badge';

export const DRAAGKRACHT_FILTERS = ['gemeente'];

const COLUMNS: readonly Column<WijkRow>[] = [
  { header: 'Wijk of dorp', rowHeader: true, cell: (row) => row.label },
  { header: 'Gemeente', cell: (row) => row.gemeente },
  { header: 'Draagkracht', numeric: true, cell: (row) => formatNumber(row.ceiling) },
  { header: 'Belast nu', numeric: true, cell: (row) => formatNumber(row.realised) },
  { header: 'Voorgesteld', numeric: true, cell: (row) => formatNumber(row.proposed) },
  { header: 'Samen', numeric: true, cell: (row) => formatNumber(row.expected) },
  {
    header: 'Nieuwe plaatsingen',
    numeric: true,
    cell: (row) =>
      row.maxPlacements === null
        ? formatNumber(row.placements)
        : `${formatNumber(row.placements)} van ${row.maxPlacements}`,
  },
  { header: 'Stand', cell: (row) => <StateBadge row={row} /> },
];

export function DraagkrachtPage() {
  const region = useRegion();
  const state = useListState();
  const draagkracht = useApi('/v1/draagkracht', { query: { regio: region.id } });
  return (
    <Page
      title="Draagkracht"
      intro="Elke wijk kan een aantal punten draaglast aan. Eerdere plaatsingen tellen steeds minder mee naarmate ze langer geleden zijn."
    >
      <Loaded query={draagkracht} loading="De draagkracht wordt geladen">
        {(data) => {
          const gemeenten = new Map(data.items.map((item) => [item.gemeente.id, item.gemeente.naam]));
          const options = [...gemeenten].map(([value, label]) => ({ value, label }));
          const chosen = state.search.gemeente;
          const items = data.items.filter((item) => chosen === undefined || item.gemeente.id === chosen);
          const rows = items.map(draagkrachtRow).sort(byUrgency);
          return (
            <>
              <Card>
                <FilterBar fields={[{ name: 'gemeente', label: 'Gemeente', options }]} state={state} />
              </Card>
              {rows.length === 0 ? (
                <Card>
                  <p>Er zijn geen wijken om te tonen.</p>
                </Card>
              ) : (
                <>
                  <Card title="Punten draaglast per wijk of dorp">
                    <StandingChart
                      rows={rows}
                      description="Staafdiagram van de draaglast per wijk. De tabel hieronder geeft dezelfde cijfers."
                      words={{ realised: 'Belast nu', ceiling: 'Draagkracht', floor: null }}
                    />
                  </Card>
                  <Card title="Dezelfde cijfers als tabel" flush>
                    <DataTable caption="Draagkracht per wijk" columns={COLUMNS} rows={rows} rowKey={(row) => row.id} />
                  </Card>
                </>
              )}
              <MonitorNote
                run={data.matchronde}
                hides={data.items.some((item) => item.afgeschermd)}
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
