import type { Problem } from '../../core/matching/problem';
import { eachOf, type Readable } from './readable';

export type Report = (pad: string, waarde: unknown, verwacht: string) => void;

/** The ids that may be referred to. Where one could not be read, any id may be that one. */
export interface KnownIds {
  has(id: string): boolean;
}

const KINDS = [
  'doelgroepen',
  'gemeenten',
  'wijken',
  'corporaties',
  'aanbieders',
  'complexes',
  'units',
  'households',
] as const;
export type Kind = (typeof KINDS)[number];

/** The ids of each list; a second use of an id is reported. */
export function knownIds(problem: Readable<Problem>, report: Report): Readonly<Record<Kind, KnownIds>> {
  const idsOf = (kind: Kind) => {
    const ids = problem[kind]?.map((entry) => entry?.id) ?? [undefined];
    reportRepeated(kind, ids, 'id', report);
    const isWhole = !ids.includes(undefined);
    const known = new Set(ids);
    return { has: (id: string) => !isWhole || known.has(id) };
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, idsOf(kind)])) as Record<Kind, KnownIds>;
}

/** Values that stand a second time in a list that should hold each once. */
export function reportRepeated(
  list: string,
  values: readonly (string | number | undefined)[] | undefined,
  key: string,
  report: Report,
): void {
  const seen = new Set<string | number>();
  eachOf(values, (value, at) => {
    if (seen.has(value)) report(`${list}/${at}/${key}`, value, `een waarde die in ${list} nog niet voorkomt`);
    seen.add(value);
  });
}
