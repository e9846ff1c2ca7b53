import { Link } from '@tanstack/react-router';
import { formatNumber } from '../display/format';
import type { ListSearch } from './list-state';

interface PaginationProps {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly search: ListSearch;
}

/** First, last and the pages around the current one; a gap stands for what is left out. */
function pagesAround(page: number, last: number): (number | 'gap')[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((each) => each >= 1 && each <= last);
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((each, place): (number | 'gap')[] =>
    place > 0 && each - (pages[place - 1] ?? 0) > 1 ? ['gap', each] : [each],
  );
}

export function Pagination({ page, pageSize, total, search }: PaginationProps) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  if (last === 1 || page > last) return null;
  return (
    <nav className="wp-pagination" aria-label="Bladeren">
      <span className="wp-small">
        {formatNumber(from)} tot en met {formatNumber(Math.min(page * pageSize, total))} van {formatNumber(total)}
      </span>
      <ul>
        {pagesAround(page, last).map((each, place) => (
          <li key={each === 'gap' ? `gap ${place}` : each}>
            {each === 'gap' ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link
                to="."
                search={{ ...search, pagina: each === 1 ? undefined : String(each) } as never}
                aria-label={`Pagina ${each}`}
                // Without exact every page would be current beside the first, whose address has no page number.
                activeOptions={{ exact: true, includeSearch: true }}
              >
                {each}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
