import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@utrecht/component-library-react';
import type { Column } from './column';
import { useOverflow } from './use-overflow';
import { opposite, SortButton } from './sort-button';

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  /** Newer rows are under way: those of another filter, or the same ones in their exact order. */
  readonly stale?: boolean;
}

/**
 * A table that turns into blocks on a phone. Roles are spelled out, because CSS display takes table semantics away; each value
 * has a box of its own, so that it stays whole beside its name.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, sort, onSort, stale }: DataTableProps<Row>) {
  const [region, overflows] = useOverflow<HTMLDivElement>();
  const scrollable = overflows ? { role: 'region', 'aria-label': `${caption}, schuifbaar`, tabIndex: 0 } : {};
  return (
    <div ref={region} className="wp-table-region" {...scrollable}>
      <Table role="table" aria-label={caption} aria-busy={stale} className="wp-table--cards">
        <TableHeader role="rowgroup">
          <TableRow role="row">
            {columns.map((column) => (
              <TableHeaderCell
                key={column.header}
                role="columnheader"
                scope="col"
                className={column.numeric ? 'wp-cell--number' : undefined}
                aria-sort={ariaSort(column.sort, sort)}
              >
                {column.sort && onSort ? (
                  <SortButton label={column.header} field={column.sort} sort={sort} onSort={onSort} />
                ) : (
                  column.header
                )}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody role="rowgroup">
          {rows.map((row) => (
            <TableRow role="row" key={rowKey(row)}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <TableHeaderCell key={column.header} role="rowheader" scope="row" data-label={column.header}>
                    <div>{column.cell(row)}</div>
                  </TableHeaderCell>
                ) : (
                  <TableCell
                    key={column.header}
                    role="cell"
                    data-label={column.header}
                    className={column.numeric ? 'wp-cell--number' : undefined}
                  >
                    <div>{column.cell(row)}</div>
                  </TableCell>
                ),
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function ariaSort(field: string | undefined, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (field === undefined || sort === undefined) return undefined;
  if (sort === field) return 'ascending';
  return sort === opposite(field) ? 'descending' : undefined;
}
