/** How big a made-up region is. Homes are places; some units hold more than one. */
export interface ProblemSize {
  readonly households: number;
  readonly units: number;
  readonly gemeenten: number;
  readonly wijken: number;
  readonly corporaties: number;
  readonly aanbieders: number;
}

export const PROBLEM_SIZES = {
  XS: { households: 20, units: 8, gemeenten: 2, wijken: 5, corporaties: 2, aanbieders: 2 },
  S: { households: 150, units: 52, gemeenten: 9, wijken: 30, corporaties: 5, aanbieders: 4 },
  M: { households: 400, units: 120, gemeenten: 12, wijken: 80, corporaties: 8, aanbieders: 6 },
  L: { households: 1_500, units: 500, gemeenten: 25, wijken: 400, corporaties: 18, aanbieders: 12 },
} as const satisfies Record<string, ProblemSize>;

export type ProblemSizeName = keyof typeof PROBLEM_SIZES;
