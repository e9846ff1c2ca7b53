import { Card } from '../display/card';
import { formatDate, formatNumber } from '../display/format';
import { Loaded } from '../display/loaded';
import type { Spreiding } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { useRegion } from '../layout/region';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';
import { MonitorNote } from './monitor-note';
import { spreidingRow } from './spreiding-row';
import { StandingChart } from './standing-chart';
import { byUrgency, type StandingRow } from './standing-row';
import { StateBadge } from './state-badge';

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
  const spreiding = useApi('/v1/spreiding', { query: { regio: region.id } });
  return (
    <Page
      title="Spreiding"
      intro="Gemeenten spraken af hoeveel plaatsingen elke gemeente minstens en hoogstens opvangt. Zo verdelen zij het samen."
    >
      <Loaded query={spreiding} loading="De spreiding wordt geladen">
        {(data) => {
          const rows = data.items.map(spreidingRow).sort(byUrgency);
          const period = data.items[0]?.periode;
          return (
            <>
              {rows.length === 0 ? (
                <Card>
                  <p>Er zijn in deze periode geen afspraken over spreiding.</p>
                </Card>
              ) : (
                <>
                  <Card title="Plaatsingen per gemeente">
                    {period ? <p>Van {periodWords(period)}.</p> : null}
                    <StandingChart
                      rows={rows}
                      description="Staafdiagram van de plaatsingen per gemeente. De tabel hieronder geeft dezelfde cijfers."
                      words={{ realised: 'Gerealiseerd', ceiling: 'Hoogstens', floor: 'Minstens' }}
                    />
                  </Card>
                  <Card title="Dezelfde cijfers als tabel" flush>
                    <DataTable
                      caption="Spreiding per gemeente"
                      columns={COLUMNS}
                      rows={rows}
                      rowKey={(row) => row.id}
                    />
                  </Card>
                </>
              )}
              <MonitorNote
                run={data.matchronde}
                hides={data.items.some((item) => item.afgeschermd)}
                at={data.peildatum}
                sources={data.items.map((item) => ({ source: item.bron, isDemonstration: item.demonstratie }))}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
