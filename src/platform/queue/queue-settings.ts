/** How this process takes part in the queue. */
export interface QueueSettings {
  /** Redis to carry the jobs; undefined: the PostgreSQL database carries them. */
  readonly redisUrl: string | undefined;
  /** PostgreSQL as the owner of the schema: the queue keeps its own tables, in its own schema. */
  readonly ownerDatabaseUrl: string;
  /** Whether this process also does the work, or only hands it over. */
  readonly handlesJobs: boolean;
}
