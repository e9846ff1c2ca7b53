import type { Command } from 'commander';
import { appDataSource } from '../database/data-source';
import { migrateDatabase } from '../database/migrate-database';
import { Clock } from '../platform/clock';
import { loadRegion } from '../seed/load-region';
import { availableRegions } from '../seed/read-region-data';
import { refreshReference } from '../seed/refresh-reference';
import { failureMessage } from './failure-message';
import { say } from './say';
import { withDatabaseUrl } from './with-database-url';

/** `woonplek seed <regio>`: loads a region with its homes and made-up clients. */
export function registerSeedCommand(program: Command): void {
  program
    .command('seed')
    .argument('<regio>', `regio om te laden: ${availableRegions().join(', ')}`)
    .option(
      '--peildatum <datum>',
      'dag vanaf waar wachttijden en leeftijden tellen, als 2026-11-22 (standaard: vandaag)',
    )
    .option('--reference', 'alleen huurtabellen en afspraken van een geladen regio bijwerken uit de bestanden')
    .description(
      'Laad een regio: woonplekken, afspraken en verzonnen cliënten. Een regio die er al is, verandert niet.',
    )
    .action(async (regionId: string, { peildatum, reference }: { peildatum?: string; reference?: true }) => {
      try {
        await withDatabaseUrl(process.env, async ({ url, shownAs }) => {
          await migrateDatabase(url);
          const dataSource = await appDataSource(url, { poolSize: 2 }).initialize();
          try {
            const referenceDate = peildatum ?? new Clock().today();
            if (reference) {
              const { name, ...counts } = await refreshReference(dataSource, regionId, { referenceDate, actor: null });
              say(
                program,
                `${name} in ${shownAs} is bijgewerkt: ${counts.rentTables} huurtabellen, ${counts.spreidingQuotas} spreidingsafspraken en ${counts.prestatieafspraken} prestatieafspraken.\n`,
              );
              return;
            }
            const region = await loadRegion(dataSource, regionId, { referenceDate, actor: null });
            say(
              program,
              region.loaded
                ? `${region.name} is geladen in ${shownAs}: ${region.places} woonplekken en ${region.households} verzonnen huishoudens.\n`
                : `${region.name} staat al in ${shownAs}. Er is niets veranderd.\n`,
            );
          } finally {
            await dataSource.destroy();
          }
        });
      } catch (error) {
        program.error(failureMessage(error), { exitCode: 1, code: 'woonplek.seed' });
      }
    });
}
