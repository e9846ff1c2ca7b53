/** Numbers of columns or rows of a programme. */
export type Places = readonly number[] | Int32Array;

/** The values at these places. A plain loop: `Float64Array.from` with a function takes many times as long. */
export function pick(from: ArrayLike<number>, places: Places): Float64Array {
  const picked = new Float64Array(places.length);
  for (let at = 0; at < places.length; at++) picked[at] = from[places[at]!]!;
  return picked;
}

/** Levels of a programme as those of a part of it with these columns. */
export function levelsAt(
  levels: readonly { readonly coefficients: Float64Array; readonly epsilon: number }[],
  columns: Places,
) {
  return levels.map(({ coefficients, epsilon }) => ({ coefficients: pick(coefficients, columns), epsilon }));
}

/** The places below a number that are wanted, ascending. Makes no list of all of them first: a country has millions. */
export function placesWhere(count: number, isWanted: (place: number) => boolean): number[] {
  const places: number[] = [];
  for (let place = 0; place < count; place++) if (isWanted(place)) places.push(place);
  return places;
}
