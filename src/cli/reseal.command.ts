import type { Command } from 'commander';
import { ownerDataSource } from '../database/data-source';
import { migrateDatabase } from '../database/migrate-database';
import { reseal } from '../database/sealing/reseal';
import { failureMessage } from './failure-message';
import { say } from './say';
import { withDatabaseUrl } from './with-database-url';

/** `woonplek reseal`: after a new key was put first. What was sealed with an older key is sealed with the new one. */
export function registerResealCommand(program: Command): void {
  program
    .command('reseal')
    .description('Verzegel gevoelige velden opnieuw met de nieuwste sleutel; daarna mag de oude sleutel weg.')
    .action(async () => {
      try {
        await withDatabaseUrl(process.env, async ({ url }) => {
          await migrateDatabase(url);
          const owner = await ownerDataSource(url).initialize();
          try {
            say(program, `${await reseal(owner)} waarden zijn opnieuw verzegeld.\n`);
          } finally {
            await owner.destroy();
          }
        });
      } catch (error) {
        program.error(failureMessage(error), { exitCode: 1, code: 'woonplek.reseal' });
      }
    });
}
