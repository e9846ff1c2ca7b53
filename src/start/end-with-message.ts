import type { Config } from '../platform/config';
import { startMessage } from './start-failure';

/** Ends the process after a failed start: one clear message, or the stack when the fault is the program's own. */
export function endWithMessage(error: unknown, config: Config | undefined): never {
  const message = startMessage(error, config);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`\nWoonplek kon niet starten.\n\n${message ?? `Onverwachte fout:\n${stack}`}\n\n`);
  process.exit(1);
}
