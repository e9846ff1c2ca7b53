/** The embedded database cannot run. The message is for the person at the screen, in Dutch: what is wrong, where, what to do. */
export class EmbeddedDatabaseError extends Error {
  constructor(
    readonly code: EmbeddedDatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EmbeddedDatabaseError';
  }
}

export type EmbeddedDatabaseErrorCode =
  | 'no-binaries'
  | 'no-user'
  | 'folder-unusable'
  | 'folder-damaged'
  | 'version-differs'
  | 'initialise-failed'
  | 'start-failed'
  | 'already-held'
  | 'attach-failed';
