import { Card } from '../display/card';
import { formatNumber } from '../display/format';
import { Loaded } from '../display/loaded';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { useRegion } from '../layout/region';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';
import { agreementRow, type AgreementRow } from './agreement-row';
import { MonitorNote } from './monitor-note';
import { StandingChart } from './standing-chart';
import { byUrgency } from './standing-row';
import { StateBadge } from './state-badge';

const COLUMNS: readonly Column<AgreementRow>[] = [
  { header: 'Corporatie', rowHeader: true, cell: (row) => row.corporatie },
  { header: 'Gemeente', cell: (row) => row.gemeente },
  { header: 'Afgesproken', numeric: true, cell: (row) => formatNumber(row.floor) },
  { header: 'Gerealiseerd', numeric: true, cell: (row) => formatNumber(row.realised) },
  { header: 'Voorgesteld', numeric: true, cell: (row) => formatNumber(row.proposed) },
  { header: 'Samen', numeric: true, cell: (row) => formatNumber(row.expected) },
  { header: 'Stand', cell: (row) => <StateBadge row={row} /> },
];

/** What corporaties and gemeenten agreed for this year, and how far it is. */
export function AgreementsPage() {
  const region = useRegion();
  const agreements = useApi('/v1/prestatieafspraken', { query: { regio: region.id } });
  return (
    <Page
      title="Prestatieafspraken"
      intro="Corporaties spraken met gemeenten af hoeveel woningen zij dit jaar minstens verhuren aan cliënten van Woonplek."
    >
      <Loaded query={agreements} loading="De prestatieafspraken worden geladen">
        {(data) => {
          const rows = data.items.map(agreementRow).sort(byUrgency);
          const years = [...new Set(data.items.map((item) => item.jaar))].sort();
          return (
            <>
              {rows.length === 0 ? (
                <Card>
                  <p>Er zijn voor dit jaar geen prestatieafspraken.</p>
                </Card>
              ) : (
                <>
                  <Card title={`Woningen per corporatie en gemeente in ${years.join(' en ')}`}>
                    <StandingChart
                      rows={rows}
                      description="Staafdiagram van de woningen per corporatie en gemeente. De tabel hieronder geeft dezelfde cijfers."
                      words={{ realised: 'Gerealiseerd', ceiling: null, floor: 'Afgesproken' }}
                    />
                  </Card>
                  <Card title="Dezelfde cijfers als tabel" flush>
                    <DataTable
                      caption="Prestatieafspraken per corporatie"
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
