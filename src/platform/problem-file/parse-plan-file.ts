import type { Plan } from '../../core/matching/plan';
import { readJson, type FileError } from './file-error';
import { planSchema } from './plan.schema';

/** A plan of the right shape, or everything that is wrong with the file. Whether it is a good plan is for `verifyPlan`. */
export function parsePlanFile(text: string): { readonly plan: Plan } | { readonly errors: readonly FileError[] } {
  const read = readJson(planSchema, text);
  return 'errors' in read ? { errors: read.errors } : { plan: read.value };
}
