import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { findReferenceFaults } from './find-reference-faults';
import { REGION_FILES, type RegionData, type RegionFileName } from './region-data.schema';
import { RegionDataError } from './region-data.error';

/** The folder of the regions' data. The same from `src/seed` and from `dist/seed`. */
export const SEEDS_FOLDER = join(__dirname, '..', '..', 'seeds');

/** The regions that can be loaded, by id. */
export function availableRegions(folder = SEEDS_FOLDER): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

type Contents = { [K in RegionFileName]: z.infer<(typeof REGION_FILES)[K]> };

/** Reads and checks `seeds/<regionId>/`. Throws `RegionDataError` with every fault in every file. */
export function readRegionData(regionId: string, folder = SEEDS_FOLDER): RegionData {
  const regions = availableRegions(folder);
  if (!regions.includes(regionId)) {
    throw new RegionDataError([`Regio "${regionId}" is niet bekend. Bekende regio's: ${regions.join(', ')}.`], null);
  }
  const problems: string[] = [];
  const contents: Partial<Record<RegionFileName, unknown>> = {};
  for (const [name, schema] of Object.entries(REGION_FILES) as [RegionFileName, z.ZodType][]) {
    const label = `${regionId}/${name}`;
    try {
      const parsed = schema.safeParse(JSON.parse(readFileSync(join(folder, regionId, name), 'utf8')));
      if (parsed.success) contents[name] = parsed.data;
      else for (const issue of parsed.error.issues) problems.push(`${label} ${issue.path.join('.')}: ${issue.message}`);
    } catch (error) {
      problems.push(`${label}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (problems.length > 0) throw new RegionDataError(problems);

  const files = contents as Contents;
  const data: RegionData = {
    ...files['region.json'],
    ...files['people.json'],
    ...files['doelgroepen.json'],
    ...files['wijken.json'],
    ...files['complexes.json'],
    ...files['homes.json'],
    ...files['rent-tables.json'],
    ...files['urgency-categories.json'],
    ...files['retention-terms.json'],
    ...files['refusal-consequences.json'],
    ...files['landing-checklists.json'],
    ...files['panel-sharing.json'],
    ...files['workflows.json'],
    ...files['agreements.json'],
    placements: files['placements.json'].placements,
    placementSource: files['placements.json'].source,
    policy: files['policy.json'].policy,
    clientProfile: files['client-profile.json'],
  };
  const faults = findReferenceFaults(data);
  if (faults.length > 0) throw new RegionDataError(faults.map((fault) => `${regionId}: ${fault}`));
  return data;
}
