/** One field that the server did not accept. */
export interface FieldFault {
  readonly veld: string;
  readonly waarde?: unknown;
  readonly verwacht: string;
}

/** An answer of the server that is no success, in the shape of RFC 9457. Status 0: the server gave no answer at all. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly faults: readonly FieldFault[] = [],
    /** The stable code of the problem, where the server gives one. */
    readonly code: string | undefined = undefined,
  ) {
    super(`${title}: ${detail}`);
    this.name = 'ProblemError';
  }

  static async from(response: Response): Promise<ProblemError> {
    const fallback = new ProblemError(
      response.status,
      'Er ging iets mis',
      `De server antwoordde met code ${response.status}.`,
    );
    if (!response.headers.get('content-type')?.includes('json')) return fallback;
    const body = (await response.json().catch(() => null)) as {
      type?: string;
      title?: string;
      detail?: string;
      fouten?: FieldFault[];
    } | null;
    if (body === null) return fallback;
    return new ProblemError(
      response.status,
      body.title ?? fallback.title,
      body.detail ?? fallback.detail,
      body.fouten ?? [],
      body.type?.split(':').at(-1),
    );
  }
}
