/** Where signing in begins; afterwards the browser comes back to the page that it is on now. */
export function signInAddress(again: boolean = false): string {
  const { pathname, search } = window.location;
  const query = new URLSearchParams({ naar: pathname + search, ...(again ? { opnieuw: 'ja' } : {}) });
  return `/aanmelden?${query.toString()}`;
}

/** Leaves for the sign-in service. */
export function goSignIn(): void {
  window.location.assign(signInAddress());
}
