import type { ReactNode } from 'react';

/** One column of a list, on the screen and in the export. */
export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** For the export; without it the column is not exported. */
  readonly text?: (row: Row) => string | number | null;
  /** Field of the API to order on; with a minus where the column shows the values the other way round. */
  readonly sort?: string;
  readonly numeric?: boolean;
  /** The cell names its row. */
  readonly rowHeader?: boolean;
}
