import { z } from 'zod';
import { defineJob } from '../../platform/queue/job-definition';

/** Works out one round. The id of the job is the id of the run, so that a round is carried once. */
export const runJob = defineJob('match-round', z.strictObject({ runId: z.uuid() }), {
  attempts: 5,
  backoffMilliseconds: 2000,
});
