/** What was typed, without the spaces around it; null where that is nothing. */
export const typed = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The fault of a field that may not stay empty. */
export const missing = (value: string, words: string): string | null => (typed(value) === null ? words : null);

/** Whether nothing is wrong with any field. */
export const isRight = (faults: Readonly<Record<string, string | null>>): boolean =>
  Object.values(faults).every((fault) => fault === null);
