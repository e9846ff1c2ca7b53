import type { Command } from 'commander';
import { isIsoDate } from '../core/time/calendar';
import { SYSTEM } from '../database/acting';
import { appDataSource } from '../database/data-source';
import { migrateDatabase } from '../database/migrate-database';
import { Clock } from '../platform/clock';
import { loadRegion } from '../seed/load-region';
import { availableRegions, readRegionData } from '../seed/read-region-data';
import { RegionDataError } from '../seed/region-data.error';
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
    .option(
      '--reference',
      'alleen bijwerken uit de bestanden: huurtabellen, urgentie, afspraken, draagkracht en capaciteit van een geladen regio',
    )
    .description(
      'Laad een regio: woonplekken, afspraken en verzonnen cliënten. Een regio die er al is, verandert niet.',
    )
    .action(async (regionId: string, { peildatum, reference }: { peildatum?: string; reference?: true }) => {
      try {
        const referenceDate = peildatum ?? new Clock().today();
        // Before a database is started for nothing.
        readRegionData(regionId);
        if (!isIsoDate(referenceDate))
          throw new RegionDataError([`"${referenceDate}" is geen datum als 2026-11-22.`], null);
        await withDatabaseUrl(process.env, async ({ url, shownAs }) => {
          await migrateDatabase(url);
          const dataSource = await appDataSource(url, { poolSize: 2, otherwise: SYSTEM }).initialize();
          try {
            if (reference) {
              const { name, ...counts } = await refreshReference(dataSource, regionId, { referenceDate, actor: null });
              say(
                program,
                [
                  `${name} in ${shownAs} is gelijk aan de bestanden: ${counts.rentTables} huurtabellen,`,
                  `${counts.spreidingQuotas} spreidingsafspraken, ${counts.prestatieafspraken} prestatieafspraken en`,
                  `${counts.urgencyCategories} urgentiecategorieën. Nieuw of beëindigd vanaf ${referenceDate}:`,
                  `draagkracht ${counts.changedDraagkracht}, begeleidingscapaciteit ${counts.changedCapacities}.\n`,
                ].join(' '),
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
