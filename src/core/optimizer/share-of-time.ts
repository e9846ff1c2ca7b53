/**
 * The seconds that the first of several parts of work may take: of the time that is left, twice its part by size, because most
 * need less than their part and a few need more; but never more than leaves the others half of theirs. What it does not use is
 * there for the others, and the last gets all that is left.
 */
export function shareOfTime(sizes: readonly number[], secondsLeft: () => number): () => number {
  const part = sizes[0]! / sizes.reduce((sum, size) => sum + size, 0);
  const keptForOthers = secondsLeft() * (1 - Math.min(2 * part, (1 + part) / 2));
  return () => secondsLeft() - keptForOthers;
}
