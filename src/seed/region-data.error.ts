const WRONG_DATA = 'De gegevens van de regio kloppen niet:';

/**
 * A region cannot be loaded or refreshed. `problems` names every fault with its file and place, not the first one only;
 * `heading` stands above them. Null: the problems say it all, such as a region that nobody knows.
 */
export class RegionDataError extends Error {
  constructor(
    readonly problems: readonly string[],
    heading: string | null = WRONG_DATA,
  ) {
    super(heading === null ? problems.join('\n') : [heading, ...problems.map((problem) => `- ${problem}`)].join('\n'));
    this.name = 'RegionDataError';
  }
}
