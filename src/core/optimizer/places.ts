/** Numbers of columns or rows of a programme. */
export type Places = readonly number[] | Int32Array;

/** The values at these places. A plain loop: `Float64Array.from` with a function takes many times as long. */
export function pick(from: ArrayLike<number>, places: Places): Float64Array {
  const picked = new Float64Array(places.length);
  for (let at = 0; at < places.length; at++) picked[at] = from[places[at]!]!;
  return picked;
}
