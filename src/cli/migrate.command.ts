import type { Command } from 'commander';
import { migrateDatabase } from '../database/migrate-database';
import { failureMessage } from './failure-message';
import { say } from './say';
import { withDatabaseUrl } from './with-database-url';

/** `woonplek migrate`: brings the schema of the database up to date. */
export function registerMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('Werk de database bij naar deze versie. Meer dan eens uitvoeren kan geen kwaad.')
    .action(async () => {
      try {
        await withDatabaseUrl(process.env, async ({ url, shownAs }) => {
          const ran = await migrateDatabase(url);
          const what = ran.length === 0 ? 'is al bij' : `is bijgewerkt: ${ran.join(', ')}`;
          say(program, `${shownAs} ${what}.\n`);
        });
      } catch (error) {
        program.error(failureMessage(error), { exitCode: 1, code: 'woonplek.migrate' });
      }
    });
}
