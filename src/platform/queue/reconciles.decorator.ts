import { SetMetadata } from '@nestjs/common';

export const RECONCILES = 'woonplek:reconciles';

/** A provider that knows from the database which work is due. */
export interface Reconciles {
  /** Finds what is due and not done, and enqueues it. Called at start and every minute, in every process. */
  handOverDueWork(): Promise<void>;
}

/** Marks a provider that implements `Reconciles`; the reconciler finds it by this mark. */
export function ReconcilesDueWork(): ClassDecorator {
  return SetMetadata(RECONCILES, true);
}
