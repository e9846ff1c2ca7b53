import fc from './fast-check';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A copy of a value of JSON in which one leaf is another one, or one item of a list is gone or there twice. */
export function tampered<T>(original: T): fc.Arbitrary<{ value: T; what: string }> {
  const paths = leavesOf(original as Json, []);
  return fc
    .record({ path: fc.constantFrom(...paths), step: fc.constantFrom(-1, 1, 2, -7, 1000), way: fc.nat(3) })
    .map(({ path, step, way }) => {
      const copy = structuredClone(original) as Json;
      const holder = path.slice(0, -1).reduce<Json>((at, key) => (at as Record<string, Json>)[key]!, copy);
      const key = path.at(-1)!;
      if (Array.isArray(holder) && way === 0) holder.splice(Number(key), 1);
      else if (Array.isArray(holder) && way === 1) holder.splice(Number(key), 0, structuredClone(holder[Number(key)]!));
      else (holder as Record<string, Json>)[key] = otherThan((holder as Record<string, Json>)[key]!, step);
      return { value: copy as T, what: `${path.join('/')} (${way}, ${step})` };
    });
}

function leavesOf(value: Json, path: readonly string[]): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}

function otherThan(value: Json, step: number): Json {
  if (typeof value === 'number') return value + step;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return /^-?\d+$/.test(value) ? `${BigInt(value) + BigInt(step)}` : `${value}${step}`;
  return step;
}
