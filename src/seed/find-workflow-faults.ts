import { STANDARD_PROGRAMME, validateWorkflow } from '../core/review/workflow';
import type { RegionData } from './region-data.schema';

/** Every fault of the workflows of a region, each as one sentence. */
export function findWorkflowFaults(workflows: RegionData['workflows']): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const workflow of workflows) {
    const name = `werkwijze ${workflow.programme} ${workflow.version}`;
    if (seen.has(name)) faults.push(`${name} komt twee keer voor`);
    seen.add(name);
    for (const { path, value, expected } of validateWorkflow(workflow)) {
      faults.push(`${name}, ${path}: ${JSON.stringify(value)} kan niet, verwacht ${expected}`);
    }
  }
  if (workflows.every(({ programme }) => programme !== STANDARD_PROGRAMME)) {
    faults.push(`er is geen werkwijze "${STANDARD_PROGRAMME}" voor programma's zonder eigen werkwijze`);
  }
  return faults;
}
