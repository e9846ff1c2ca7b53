import type { z } from 'zod';

/** A value of which parts may be missing, because they could not be read; what is there has the right type. */
export type Readable<T> = T extends readonly (infer Item)[]
  ? readonly (Readable<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Readable<T[Key]> }
    : T;

/**
 * The JSON with `undefined` for every value that a schema has a complaint about, so that entries of a list keep their place.
 */
export function withoutFaults(json: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const top = { json: structuredClone(json) };
  for (const issue of issues) {
    const path = ['json', ...issue.path];
    if (issue.code === 'unrecognized_keys') issue.keys.forEach((key) => remove(top, [...path, key]));
    else remove(top, path);
  }
  return top.json;
}

function remove(top: unknown, path: readonly PropertyKey[]): void {
  const [holder, key] = [path.slice(0, -1).reduce(valueAt, top), path.at(-1)!];
  if (typeof holder === 'object' && holder !== null) Reflect.set(holder, key, undefined);
}

function valueAt(holder: unknown, key: PropertyKey): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}

/** Whether something that may be absent stands there and could not be read. */
export function isUnread<T extends object>(holder: T, key: keyof T): boolean {
  return key in holder && holder[key] === undefined;
}

/** Visits what could be read of a list, with its place in the file. */
export function eachOf<T>(list: readonly (T | undefined)[] | undefined, visit: (item: T, place: number) => void): void {
  list?.forEach((item, place) => {
    if (item !== undefined) visit(item, place);
  });
}

/** Whether the first comes before the second; false where one of them is not there. */
export function isBelow<T extends string | number>(a: T | null | undefined, b: T | null | undefined): boolean {
  return a !== null && a !== undefined && b !== null && b !== undefined && a < b;
}
