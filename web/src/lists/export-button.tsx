import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { apiGet, type PathOf, type PathValues, type QueryValues } from '../http/api-client';
import type { Column } from './column';
import { toCsv } from './csv';

const PAGE_SIZE = 100;

interface ExportButtonProps<Row> {
  readonly path: PathOf<'get'>;
  readonly pathValues?: PathValues;
  readonly query: QueryValues;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly fileName: string;
  readonly disabled: boolean;
}

interface RowsAnswer<Row> {
  readonly items: readonly Row[];
  readonly totaal: number;
}

/** Downloads every row of the list as it is filtered and ordered now, not only the page on the screen. */
export function ExportButton<Row>(props: ExportButtonProps<Row>) {
  const { path, pathValues, query, columns, rowKey, fileName, disabled } = props;
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function allRows(): Promise<Row[]> {
    // A list can grow while it is read, so that a row comes again on the next page.
    const rows = new Map<string, Row>();
    for (let page = 1; ; page += 1) {
      const answer = (await apiGet(path, {
        path: pathValues,
        query: { ...query, pagina: page, aantal: PAGE_SIZE },
      })) as unknown as RowsAnswer<Row>;
      for (const row of answer.items) rows.set(rowKey(row), row);
      if (answer.items.length === 0 || page * PAGE_SIZE >= answer.totaal) return [...rows.values()];
    }
  }

  async function download() {
    setState('busy');
    try {
      const file = new Blob([toCsv(columns, await allRows())], { type: 'text/csv;charset=utf-8' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `${fileName}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <Button
        appearance="secondary-action-button"
        disabled={disabled || state === 'busy'}
        onClick={() => void download()}
      >
        {state === 'busy' ? 'Bezig …' : 'Download CSV'}
      </Button>
      <span role="status" className={state === 'failed' ? 'wp-field__error' : 'wp-hidden'}>
        {state === 'failed' ? 'Downloaden lukte niet.' : ''}
      </span>
    </>
  );
}
