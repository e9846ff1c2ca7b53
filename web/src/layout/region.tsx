import { createContext, use } from 'react';

export interface Region {
  readonly id: string;
  readonly name: string;
}

/** The region that the console shows: the first that the reader may see. */
export const RegionContext = createContext<Region | null>(null);

export function useRegion(): Region {
  const region = use(RegionContext);
  if (region === null) throw new Error('useRegion is used outside the shell');
  return region;
}
