/** How big a made-up region is. Homes are places; some units hold more than one. */
export interface ProblemSize {
  readonly households: number;
  readonly units: number;
  readonly gemeenten: number;
  readonly wijken: number;
  readonly corporaties: number;
  readonly aanbieders: number;
  /** Regions in which gemeenten, corporaties and aanbieders are dealt out; a household looks in its own. Absent: one. */
  readonly regions?: number;
  /** Percentage of households that look in two other regions as well. Absent: none. */
  readonly crossPercent?: number;
  /** Percentage of the corporaties of its region with which a household shares its data. Absent: 95. */
  readonly consentPercent?: number;
}

export const PROBLEM_SIZES = {
  XS: { households: 20, units: 8, gemeenten: 2, wijken: 5, corporaties: 2, aanbieders: 2 },
  S: { households: 150, units: 52, gemeenten: 9, wijken: 30, corporaties: 5, aanbieders: 4 },
  M: { households: 800, units: 60, gemeenten: 9, wijken: 40, corporaties: 5, aanbieders: 4 },
  L: { households: 1_500, units: 150, gemeenten: 12, wijken: 80, corporaties: 10, aanbieders: 6, consentPercent: 26 },
  province: {
    ...{ households: 1_500, units: 500, gemeenten: 25, wijken: 250, corporaties: 18, aanbieders: 12 },
    ...{ regions: 4, crossPercent: 40, consentPercent: 70 },
  },
  country: {
    ...{ households: 33_000, units: 8_000, gemeenten: 342, wijken: 3_300, corporaties: 280, aanbieders: 129 },
    ...{ regions: 43, consentPercent: 50 },
  },
  'country-cross': {
    ...{ households: 33_000, units: 8_000, gemeenten: 342, wijken: 3_300, corporaties: 280, aanbieders: 129 },
    ...{ regions: 43, consentPercent: 42, crossPercent: 10 },
  },
} as const satisfies Record<string, ProblemSize>;

export type ProblemSizeName = keyof typeof PROBLEM_SIZES;
