/** The data of a region are not usable. `problems` names every fault with its file and place, not the first one only. */
export class RegionDataError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`De gegevens van de regio kloppen niet:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'RegionDataError';
  }
}
