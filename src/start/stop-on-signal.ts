/** How long a clean stop may take before the process ends all the same. */
const PATIENCE_MILLISECONDS = 15_000;

/** Runs `stop` once, on Ctrl-C or when the system asks; a second Ctrl-C ends the process at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
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
