/** One value of an enumeration: how the code stores it, how the public API writes it and how a person reads it. */
export interface CodeEntry<I extends string, P extends string> {
  readonly internal: I;
  /** Lower case, Dutch, words joined by hyphens (VERA codes stay as VERA writes them). */
  readonly public: P;
  readonly nl: string;
}

/** An enumeration with its public codes. The only place where the two languages meet. */
export interface CodeList<I extends string, P extends string> {
  readonly entries: readonly CodeEntry<I, P>[];
  readonly publicCodes: readonly [P, ...P[]];
  toPublic(internal: I): P;
  toInternal(code: P): I;
  /** Public code with its Dutch name, as answers show it. */
  named(internal: I): { code: P; naam: string };
}

export function codeList<const E extends readonly [CodeEntry<string, string>, ...CodeEntry<string, string>[]]>(
  entries: E,
): CodeList<E[number]['internal'], E[number]['public']> {
  type I = E[number]['internal'];
  type P = E[number]['public'];
  const typed: readonly CodeEntry<I, P>[] = entries;
  const byInternal = new Map(typed.map((entry) => [entry.internal, entry]));
  const byPublic = new Map(typed.map((entry) => [entry.public, entry]));
  const entryOf = <K>(entriesByKey: ReadonlyMap<K, CodeEntry<I, P>>, key: K): CodeEntry<I, P> => {
    const entry = entriesByKey.get(key);
    if (entry === undefined) {
      throw new RangeError(`"${String(key)}" is not one of: ${[...entriesByKey.keys()].join(', ')}`);
    }
    return entry;
  };
  const [first, ...rest] = entries;
  return {
    entries: typed,
    publicCodes: [first.public, ...rest.map((entry) => entry.public)],
    toPublic: (internal) => entryOf(byInternal, internal).public,
    toInternal: (code) => entryOf(byPublic, code).internal,
    named: (internal) => {
      const entry = entryOf(byInternal, internal);
      return { code: entry.public, naam: entry.nl };
    },
  };
}
