import { EmbeddedDatabaseError } from './embedded-database-error';
import type { RunningServer } from './launch';
import { findPostmaster } from './postmaster';

const LOOK_EVERY_MS = 1000;

/**
 * Looks every second whether a server still holds the cluster and starts one when it is gone, however that came about: killed,
 * out of memory, or stopped by another Woonplek process that had started it. It comes back on the same port, so connections
 * that were lost are made anew by those who use them.
 *
 * @param first the server that this process started; null when it joined that of another process
 * @returns stops looking, and the server if it is ours by now
 */
export function keepServing(
  cluster: string,
  first: RunningServer | null,
  start: () => Promise<RunningServer>,
  log: (line: string) => void,
): () => Promise<void> {
  let ours = first;
  let work: Promise<void> | undefined;
  let isStopping = false;

  async function bringBack(): Promise<void> {
    try {
      ours = await start();
    } catch (error) {
      ours = null;
      // Another process was first: its server is as good as ours. Anything else is tried again at the next look.
      if (!(error instanceof EmbeddedDatabaseError && error.code === 'already-held')) log(String(error));
    }
  }

  const timer = setInterval(() => {
    if (isStopping || work !== undefined || findPostmaster(cluster) !== null) return;
    work = bringBack().finally(() => (work = undefined));
  }, LOOK_EVERY_MS);
  timer.unref();

  return async () => {
    isStopping = true;
    clearInterval(timer);
    await work;
    await ours?.stop();
  };
}
