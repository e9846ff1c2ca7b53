import { z } from 'zod';

/** Paging and order of a list, as they stand after validation. */
export interface PageRequest {
  readonly pagina: number;
  readonly aantal: number;
  readonly sorteer: string;
}

/** One page of a list. The `Link` header is made from it, so controllers return it as it is. */
export class Page<T> {
  constructor(
    readonly items: readonly T[],
    readonly totaal: number,
    readonly pagina: number,
    readonly aantal: number,
  ) {}
}

/** A whole number in a path or query: digits only, so '1e3', '0x10' and '' are refused. */
export function wholeNumber(bounds: { readonly min: number; readonly max: number }) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value),
    z.int().min(bounds.min).max(bounds.max),
  );
}

/** A yes or no in a query. */
export function trueOrFalse() {
  return z.enum(['true', 'false']).transform((value) => value === 'true');
}

/**
 * The query schema of a list: `pagina` (from 1), `aantal` (1 to 100, default 25), `sorteer` (a field, or `-field` for
 * downwards; the first sortable field is the default unless `order` says otherwise) and the filters of that list.
 */
export function pageQuery<const Field extends string, Filters extends z.ZodRawShape = Record<never, never>>(list: {
  readonly sortable: readonly [Field, ...Field[]];
  readonly order?: Field | `-${Field}`;
  readonly filters?: Filters;
}) {
  const orders = list.sortable.flatMap((field): (Field | `-${Field}`)[] => [field, `-${field}`]);
  const paging = {
    pagina: wholeNumber({ min: 1, max: 1_000_000 }).default(1).describe('Welke pagina, vanaf 1.'),
    aantal: wholeNumber({ min: 1, max: 100 }).default(25).describe('Hoeveel regels op een pagina.'),
    sorteer: z
      .enum(orders as [Field | `-${Field}`, ...(Field | `-${Field}`)[]])
      .default((list.order ?? list.sortable[0]) as never)
      .describe('Waarop de lijst is gesorteerd; een minteken ervoor draait de volgorde om.'),
  };
  return z.strictObject({ ...paging, ...((list.filters ?? {}) as Filters) });
}

/** The answer schema of a list. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    totaal: z.int().min(0).describe('Hoeveel er in totaal zijn.'),
    pagina: z.int().min(1),
    aantal: z.int().min(1).describe('Hoeveel er hoogstens op een pagina staan.'),
  });
}

/** One page out of a query: `pageOf(rows, total, query)`. */
export function pageOf<T>(items: readonly T[], total: number, request: PageRequest): Page<T> {
  return new Page(items, total, request.pagina, request.aantal);
}

/** What the database needs for a page: rows to pass over and rows to take. */
export function window(request: PageRequest): { readonly skip: number; readonly take: number } {
  return { skip: (request.pagina - 1) * request.aantal, take: request.aantal };
}

/** The field and direction of `sorteer`. Order on the id as well, or rows with equal values may jump between pages. */
export function orderOf<Field extends string>(
  sorteer: Field | `-${Field}`,
): { readonly field: Field; readonly direction: 'ASC' | 'DESC' } {
  return sorteer.startsWith('-')
    ? { field: sorteer.slice(1) as Field, direction: 'DESC' }
    : { field: sorteer as Field, direction: 'ASC' };
}
