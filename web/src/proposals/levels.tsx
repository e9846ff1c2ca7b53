import { withDutchDates } from '../display/format';
import type { Proposal } from '../http/answers';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';

type Level = Proposal['niveaus'][number];

const columns = (decidedAt: number | null): readonly Column<Level>[] => [
  { header: 'Niveau', cell: (row) => row.niveau, numeric: false },
  {
    header: 'Doel',
    rowHeader: true,
    cell: (row) => (row.niveau === decidedAt ? `${row.doel.naam} (gaf de doorslag)` : row.doel.naam),
  },
  { header: 'Wat dit voorstel toevoegt', cell: (row) => withDutchDates(row.tekst) },
];

/** What the match adds on each level, highest priority first. */
export function Levels({
  levels,
  decidedAt,
}: {
  readonly levels: readonly Level[];
  readonly decidedAt: number | null;
}) {
  return (
    <DataTable
      caption="Bijdrage per niveau"
      columns={columns(decidedAt)}
      rows={levels}
      rowKey={(row) => String(row.niveau)}
    />
  );
}
