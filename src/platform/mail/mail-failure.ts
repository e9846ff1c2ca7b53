/** A mail was not taken. The text of the server stays behind: it may repeat addresses. */
export class MailFailure extends Error {
  constructor(
    /** `EENVELOPE 550`: the kind of failure, and the number that the server gave. */
    readonly code: string,
    /** Whether trying again is of no use, because the server knows no such address. */
    readonly isPermanent: boolean,
  ) {
    super(`Mail was not taken: ${code}`);
  }
}
