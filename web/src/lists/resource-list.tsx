import { Button } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { countOf } from '../display/format';
import { Loaded } from '../display/loaded';
import type { PathOf, PathValues, QueryValues } from '../http/api-client';
import { useApi } from '../http/use-api';
import type { Column } from './column';
import { DataTable } from './data-table';
import { ExportButton } from './export-button';
import { FilterBar, type FilterField } from './filter-bar';
import { useListState } from './list-state';
import { Pagination } from './pagination';

const PAGE_SIZE = 25;

interface ResourceListProps<Row> {
  readonly path: PathOf<'get'>;
  readonly pathValues?: PathValues;
  /** Filters that the reader cannot change. */
  readonly fixedQuery?: QueryValues;
  readonly fields: readonly FilterField[];
  readonly columns: readonly Column<Row>[];
  /** Columns of the export, where it says more than the screen. */
  readonly exportColumns?: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly one: string;
  readonly more: string;
  readonly defaultSort?: string;
  /** Shown when there is nothing at all, as apart from nothing with these filters. */
  readonly empty: ReactNode;
}

interface ListAnswer<Row> {
  readonly items: readonly Row[];
  readonly totaal: number;
  readonly pagina: number;
  readonly aantal: number;
}

/** A list of the API as a screen: filters and order kept in the address, table, pages, export. */
export function ResourceList<Row>(props: ResourceListProps<Row>) {
  const { path, pathValues, fixedQuery, fields, columns, rowKey, one, more, defaultSort, empty } = props;
  const state = useListState();
  const { pagina: _page, ...filtersAndSort } = state.search;
  const query: QueryValues = { ...filtersAndSort, ...fixedQuery };
  const answer = useApi(path, { path: pathValues, query: { ...query, pagina: state.page, aantal: PAGE_SIZE } });
  const isFiltered = fields.some((field) => state.search[field.name] !== undefined);

  return (
    <section className="wp-stack" aria-label={more}>
      <div className="wp-card">
        <FilterBar fields={fields} state={state} />
      </div>
      <Loaded query={answer} loading={`De ${more} worden geladen`}>
        {(data) => {
          const list = data as unknown as ListAnswer<Row>;
          return (
            <div className="wp-card wp-card--flush">
              <div className="wp-card__head">
                <p role="status">
                  <strong>{countOf(list.totaal, one, more)}</strong>
                </p>
                <ExportButton
                  path={path}
                  pathValues={pathValues}
                  query={query}
                  columns={props.exportColumns ?? columns}
                  rowKey={rowKey}
                  fileName={more}
                  disabled={list.totaal === 0}
                />
              </div>
              {list.items.length === 0 ? (
                <div className="wp-empty">
                  {list.totaal > 0 ? (
                    <>
                      <p>Pagina {list.pagina} bestaat niet: de lijst is korter.</p>
                      <Button appearance="secondary-action-button" onClick={() => state.clear([])}>
                        Naar de eerste pagina
                      </Button>
                    </>
                  ) : isFiltered ? (
                    <>
                      <p>Geen {more} met deze filters.</p>
                      <Button
                        appearance="secondary-action-button"
                        onClick={() => state.clear(fields.map((field) => field.name))}
                      >
                        Toon alle {more}
                      </Button>
                    </>
                  ) : (
                    empty
                  )}
                </div>
              ) : (
                <DataTable
                  caption={more}
                  columns={columns}
                  rows={list.items}
                  rowKey={rowKey}
                  sort={state.sort ?? defaultSort}
                  onSort={state.setSort}
                  stale={answer.isPlaceholderData}
                />
              )}
              <Pagination page={list.pagina} pageSize={list.aantal} total={list.totaal} search={state.search} />
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}
