/** How long a clean stop may take before the process ends all the same. */
const PATIENCE_MILLISECONDS = 15_000;

/** npm passes a Ctrl-C on that the terminal has sent to all its processes already: one key, two signals. */
const SAME_KEY_MILLISECONDS = 1000;

/** Runs `stop` once, on Ctrl-C or when the system asks; a second Ctrl-C ends the process at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stoppingSince: number | undefined;
  const onSignal = (): void => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > SAME_KEY_MILLISECONDS) process.exit(130);
      return;
    }
    stoppingSince = performance.now();
    process.stdout.write('Woonplek stopt…\n');
    setTimeout(() => {
      process.stderr.write('Stoppen duurde te lang; het proces is afgebroken.\n');
      process.exit(1);
    }, PATIENCE_MILLISECONDS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(
          `Stoppen is niet goed gegaan: ${error instanceof Error ? error.message : String(error)}\n`,
        );
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
