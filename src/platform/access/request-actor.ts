import type { ActingAccount } from './acting-account';

const actors = new WeakMap<object, ActingAccount>();

/** Remembers who does a request. Only the guard calls this. */
export function setActor(request: object, actor: ActingAccount): void {
  actors.set(request, actor);
}

/** Who does a request, or undefined on a public route. */
export function actorOf(request: object): ActingAccount | undefined {
  return actors.get(request);
}
