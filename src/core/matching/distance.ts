import type { Point } from './rule-facts';

/** Whether two points are nearer to each other than so many metres; exactly as far is not nearer. Whole numbers, so exact. */
export function isNearerThan(a: Point, b: Point, metres: number): boolean {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < metres ** 2;
}

export function isFartherThan(a: Point, b: Point, metres: number): boolean {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 > metres ** 2;
}
