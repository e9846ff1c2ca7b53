/** How long the search for multipliers may take after a plan is made, and how long swaps may be tried. */
export const PROOF_SECONDS = { receipt: 60, swaps: 30 } as const;
