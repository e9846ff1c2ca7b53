import { z } from 'zod';
import { defineJob } from '../../platform/queue/job-definition';

/** Sends one mail. When it is tried again stands in the database, not in the queue. */
export const mailJob = defineJob('notification-mail', z.strictObject({ mailId: z.uuid() }), { attempts: 1 });
