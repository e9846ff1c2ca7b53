import 'reflect-metadata';
import { type Config, readConfig } from './platform/config';
import { endWithMessage } from './start/end-with-message';
import { startWoonplek } from './start/start-woonplek';
import { stopOnSignal } from './start/stop-on-signal';

async function main(): Promise<void> {
  let config: Config | undefined;
  try {
    config = readConfig(process.env);
    process.stdout.write('Woonplek start…\n');
    const starting = startWoonplek(config);
    // Ctrl-C during the start waits for the start to finish: half a migration helps nobody.
    stopOnSignal(async () => (await starting).stop());
    process.stdout.write((await starting).screen);
  } catch (error) {
    endWithMessage(error, config);
  }
}

void main();
