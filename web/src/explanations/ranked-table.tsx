import type { ReactNode } from 'react';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';

interface Ranked {
  readonly rang: number | null;
  readonly tekst: string;
  readonly vastgesteld: string;
  readonly aantalVerhuizingen: number;
  readonly inPlan: boolean;
}

interface RankedTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly rowKey: (row: Row) => string;
  readonly isWorking: boolean;
  /** The columns between the rank and what the pair would cost. */
  readonly columns: readonly Column<Row>[];
  /** Asks more about a pair that is not in the plan. */
  readonly whyNot: (row: Row) => ReactNode;
}

/** Pairs in the order of what they would cost the plan; until that is known, of what is certain. */
export function RankedTable<Row extends Ranked>(props: RankedTableProps<Row>) {
  const { caption, rows, total, rowKey, isWorking, columns, whyNot } = props;
  const all: readonly Column<Row>[] = [
    { header: 'Plaats', numeric: true, cell: (row) => row.rang ?? '–' },
    ...columns,
    {
      header: 'Wat het plan dan kost',
      cell: (row) => (
        <div className="wp-cost">
          {row.tekst} {row.inPlan ? null : whyNot(row)}
        </div>
      ),
    },
    {
      header: 'Anderen die verschuiven',
      numeric: true,
      cell: (row) => (row.vastgesteld === 'exact' ? row.aantalVerhuizingen : '–'),
    },
  ];
  const isOpen = rows.some((row) => row.vastgesteld === 'ondergrens');
  return (
    <>
      {isOpen ? (
        <p role="status">
          {isWorking
            ? 'De precieze volgorde wordt uitgerekend. Tot die tijd staat hier wat nu al zeker is …'
            : 'Niet alles is precies uitgerekend: daarvoor was niet genoeg tijd.'}
        </p>
      ) : null}
      <DataTable caption={caption} columns={all} rows={rows} rowKey={rowKey} stale={isOpen && isWorking} />
      {total > rows.length ? (
        <p>
          De eerste {rows.length} van {total} staan hier.
        </p>
      ) : null}
    </>
  );
}
