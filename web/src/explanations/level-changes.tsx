import { formatNumber } from '../display/format';
import type { LevelChange } from '../http/answers';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';

// Shortages count downwards in the plan; their unit says that they are shortages, so people read them without a minus.
const COLUMNS: readonly Column<LevelChange>[] = [
  {
    header: 'Niveau',
    rowHeader: true,
    cell: (row) => (
      <span className="wp-level-goal">
        <strong>
          {row.niveau}. {row.doel.naam}
        </strong>
        <span className="wp-level-goal__sentence">{row.eenheid}</span>
      </span>
    ),
  },
  { header: 'Nu', numeric: true, cell: (row) => formatNumber(Math.abs(row.nu)) },
  { header: 'Dan', numeric: true, cell: (row) => formatNumber(Math.abs(row.dan)) },
  { header: 'Dat is', cell: (row) => (row.verlies === 0 ? 'gelijk' : row.verlies > 0 ? 'slechter' : 'beter') },
];

/** The plan beside another one, level by level. The first level that differs decides. */
export function LevelChanges({ levels }: { readonly levels: readonly LevelChange[] }) {
  return (
    <DataTable
      caption="Wat er per niveau verandert"
      columns={COLUMNS}
      rows={levels}
      rowKey={(row) => String(row.niveau)}
    />
  );
}
