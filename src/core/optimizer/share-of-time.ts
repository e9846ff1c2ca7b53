/**
 * The seconds that the first of several parts of work may take: of the time that is left, its part by size. What it does not
 * use is there for the others, and the last gets all that is left.
 */
export function shareOfTime(sizes: readonly number[], secondsLeft: () => number): () => number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const keptForOthers = secondsLeft() * (1 - sizes[0]! / total);
  return () => secondsLeft() - keptForOthers;
}
