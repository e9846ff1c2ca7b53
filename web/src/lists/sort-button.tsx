/** The other direction: "weken" and "-weken". A column whose values run against its field starts with the minus. */
export function opposite(field: string): string {
  return field.startsWith('-') ? field.slice(1) : `-${field}`;
}

interface SortButtonProps {
  readonly label: string;
  readonly field: string;
  readonly sort: string | undefined;
  readonly onSort: (sort: string) => void;
}

/** The name of a column that orders the list: up, and at the next press down. */
export function SortButton({ label, field, sort, onSort }: SortButtonProps) {
  const isUp = sort === field;
  const isDown = sort === opposite(field);
  return (
    <button type="button" className="wp-sort" onClick={() => onSort(isUp ? opposite(field) : field)}>
      {label}
      <svg
        className={isUp || isDown ? 'wp-sort__arrow' : 'wp-sort__arrow wp-sort__arrow--off'}
        viewBox="0 0 12 12"
        aria-hidden="true"
      >
        <path d={isDown ? 'M6 10 1 3h10z' : 'M6 2l5 7H1z'} />
      </svg>
    </button>
  );
}
