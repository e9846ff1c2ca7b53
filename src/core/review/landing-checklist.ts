import { codeList } from '../vocabulary/code-list';

/** Something that is arranged before the key is handed over, so that the landing is soft. */
export interface LandingPoint {
  readonly code: string;
  readonly nl: string;
  readonly required: boolean;
  /** Whether the corporatie may be told that it is not done: not what is about support or income. */
  readonly toldToCorporatie: boolean;
}

export interface LandingList {
  /** For homes of these programmes; empty: for all that no other list names. */
  readonly programmes: readonly string[];
  readonly points: readonly LandingPoint[];
}

/** One version of what a region agreed; a case that is under way keeps the version that it began with. */
export interface LandingChecklist {
  readonly lists: readonly LandingList[];
}

export const LANDING_STATES = ['open', 'done', 'not-applicable'] as const;
export type LandingState = (typeof LANDING_STATES)[number];

export const landingStates = codeList([
  { internal: 'open', public: 'open', nl: 'Nog te doen' },
  { internal: 'done', public: 'klaar', nl: 'Klaar' },
  { internal: 'not-applicable', public: 'niet-van-toepassing', nl: 'Niet van toepassing' },
]);

/** The faults of a checklist in plain words; empty when it is sound: one list for all others, every code once in a list. */
export function landingChecklistFaults({ lists }: LandingChecklist): string[] {
  const faults: string[] = [];
  const general = lists.filter(({ programmes }) => programmes.length === 0).length;
  if (general !== 1) faults.push(`${general} lists are for all programmes that no other list names`);
  const named = lists.flatMap(({ programmes }) => programmes);
  for (const programme of new Set(named)) {
    if (named.filter((each) => each === programme).length > 1) faults.push(`programme "${programme}" has two lists`);
  }
  for (const [place, { points }] of lists.entries()) {
    const codes = points.map(({ code }) => code);
    for (const code of new Set(codes)) {
      if (codes.filter((each) => each === code).length > 1) faults.push(`list ${place + 1} names "${code}" twice`);
    }
    if (!points.some(({ required }) => required)) faults.push(`list ${place + 1} asks nothing before the key`);
  }
  return faults;
}

/** What is arranged for a home of this programme. */
export function landingPointsFor({ lists }: LandingChecklist, programme: string): readonly LandingPoint[] {
  const own = lists.find(({ programmes }) => programmes.includes(programme));
  return (own ?? lists.find(({ programmes }) => programmes.length === 0))?.points ?? [];
}

/** What stands between this case and the key: obligatory points that are open. */
export function missingPoints<P extends { readonly required: boolean; readonly state: LandingState }>(
  points: readonly P[],
): P[] {
  return points.filter(({ required, state }) => required && state === 'open');
}
