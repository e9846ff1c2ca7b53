import { formatNumber } from '../display/format';
import type { Ledger } from '../http/answers';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';

const COLUMNS: readonly Column<Ledger>[] = [
  {
    header: 'Afspraak',
    rowHeader: true,
    cell: (row) => (
      <>
        {row.gemeente.naam}, {row.jaar}
        {row.doelgroep ? <span className="wp-under">{row.doelgroep.naam}</span> : null}
      </>
    ),
  },
  { header: 'Afgesproken', numeric: true, cell: (row) => formatNumber(row.afgesproken) },
  { header: 'Gerealiseerd', numeric: true, cell: (row) => formatNumber(row.gerealiseerd) },
  { header: 'Onderweg', numeric: true, cell: (row) => formatNumber(row.onderweg) },
  { header: 'Nog te gaan', numeric: true, cell: (row) => formatNumber(row.resterend) },
];

/** Where prestatieafspraken stand when everything that is under way reaches the key. */
export function LedgerLines({ lines }: { readonly lines: readonly Ledger[] }) {
  return <DataTable caption="Prestatieafspraken" columns={COLUMNS} rows={lines} rowKey={(row) => row.id} />;
}
