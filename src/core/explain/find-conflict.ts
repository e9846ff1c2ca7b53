/** Whether these constraints, together with a background that always holds, leave any solution. Null: not known in time. */
export type IsSatisfiable<T> = (constraints: readonly T[]) => Promise<boolean | null>;

class OutOfTime extends Error {}

/**
 * A minimal set of constraints that leaves no solution: with any one of them left out there is one (QuickXplain: Junker,
 * AAAI 2004). Earlier constraints are kept out of the conflict where later ones do as well. Null: all constraints together
 * can be met, or time ran out.
 */
export async function findConflict<T>(
  constraints: readonly T[],
  isSatisfiable: IsSatisfiable<T>,
): Promise<readonly T[] | null> {
  const check = async (set: readonly T[]): Promise<boolean> => {
    const answer = await isSatisfiable(set);
    if (answer === null) throw new OutOfTime();
    return answer;
  };
  try {
    if (await check(constraints)) return null;
    return await explain([], false, constraints, check);
  } catch (error) {
    if (error instanceof OutOfTime) return null;
    throw error;
  }
}

async function explain<T>(
  background: readonly T[],
  isBackgroundNew: boolean,
  constraints: readonly T[],
  check: (set: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  if (isBackgroundNew && !(await check(background))) return [];
  if (constraints.length <= 1) return constraints;
  const half = constraints.length >> 1;
  const [first, second] = [constraints.slice(0, half), constraints.slice(half)];
  const ofSecond = await explain([...background, ...first], first.length > 0, second, check);
  const ofFirst = await explain([...background, ...ofSecond], ofSecond.length > 0, first, check);
  return [...ofFirst, ...ofSecond];
}
