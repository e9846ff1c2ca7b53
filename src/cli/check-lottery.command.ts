import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import { EXIT_BAD_INPUT, EXIT_REFUSED } from './files';
import { say } from './say';

/** `woonplek check-lottery <vastlegging> <begingetal>`: exit code 0 where they belong together, 1 where not, 2 for no hash. */
export function registerCheckLotteryCommand(program: Command): void {
  program
    .command('check-lottery')
    .argument('<vastlegging>', 'de SHA-256 die vooraf is gepubliceerd (64 tekens 0-9 en a-f)')
    .argument('<begingetal>', 'het begingetal dat na de ronde bekend is gemaakt')
    .description('Controleer dat het begingetal van een loting vooraf vastlag.')
    .action((commitment: string, seed: string) => {
      if (!/^[0-9a-f]{64}$/i.test(commitment)) {
        program.error(`De vastlegging "${commitment}" moet uit 64 tekens 0-9 en a-f bestaan.`, {
          exitCode: EXIT_BAD_INPUT,
        });
      }
      const hash = createHash('sha256').update(seed).digest('hex');
      if (hash === commitment.toLowerCase()) {
        say(program, 'Het begingetal hoort bij de vastlegging: het lag vast voordat de ronde begon.\n');
        return;
      }
      program.error(`Het begingetal hoort niet bij de vastlegging. Dit begingetal geeft ${hash}.`, {
        exitCode: EXIT_REFUSED,
      });
    });
}
