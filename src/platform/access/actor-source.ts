import type { Request } from 'express';
import type { ActingAccount } from './acting-account';

/** The seam where sign-in lands: tells who does a request, or undefined when nobody is signed in. */
export abstract class ActorSource {
  abstract actorFor(request: Request): Promise<ActingAccount | undefined>;
}
