import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { RETENTION_CATEGORIES, type RetentionCategory } from '../core/retention/retention-categories';
import { retentionCategories } from '../core/vocabulary/code-lists';
import { SYSTEM } from '../database/acting';
import { appDataSource } from '../database/data-source';
import { RegionEntity } from '../database/entities/region.entity';
import { migrateDatabase } from '../database/migrate-database';
import { dueIn, purgeDueIn, purgeLogs } from '../database/retention/purge-due';
import { Clock } from '../platform/clock';
import { failureMessage } from './failure-message';
import { say } from './say';
import { withDatabaseUrl } from './with-database-url';

interface PurgeFlags {
  readonly region?: string;
  readonly dryRun?: true;
}

/** `woonplek purge`: does at once what the daily job does, or only says what is due. As the application, with no more rights. */
export function registerPurgeCommand(program: Command): void {
  program
    .command('purge')
    .option('--region <regio>', 'alleen deze regio; de logboeken zijn van alle regio’s en blijven dan staan')
    .option('--dry-run', 'alleen zeggen wat aan de beurt is')
    .description('Vernietig waarvan de bewaartermijn voorbij is, met een bewijs; zie docs/operations.md.')
    .action(async (flags: PurgeFlags) => {
      try {
        const lines = await withDatabaseUrl(process.env, async ({ url }) => {
          await migrateDatabase(url);
          const dataSource = await appDataSource(url, { otherwise: SYSTEM }).initialize();
          try {
            return await purge(dataSource, flags);
          } finally {
            await dataSource.destroy();
          }
        });
        for (const line of lines) say(program, `${line}\n`);
      } catch (error) {
        program.error(failureMessage(error), { exitCode: 1, code: 'woonplek.purge' });
      }
    });
}

async function purge(dataSource: DataSource, { region, dryRun }: PurgeFlags): Promise<string[]> {
  const today = new Clock().today();
  const regions = await dataSource.manager.find(RegionEntity, {
    where: region === undefined ? {} : { id: region },
    order: { id: 'ASC' },
  });
  if (region !== undefined && regions.length === 0) throw new Error(`Regio "${region}" is niet geladen.`);
  const lines: string[] = [];
  for (const { id, name } of regions) {
    if (dryRun) {
      for (const category of RETENTION_CATEGORIES) {
        const { length } = await dueIn(dataSource.manager, id, category, today);
        if (length > 0) lines.push(`${name}, ${nameOf(category)}: ${length} aan de beurt.`);
      }
    } else {
      for (const { category, purged, refused } of await purgeDueIn(dataSource, id, today)) {
        if (purged > 0) lines.push(`${name}, ${nameOf(category)}: ${purged} keer vernietigd, met bewijs.`);
        if (refused > 0) lines.push(`${name}, ${nameOf(category)}: ${refused} toch niet aan de beurt.`);
      }
    }
  }
  if (region === undefined && (await purgesLogs(dataSource, today, dryRun === true))) {
    lines.push(dryRun ? 'De oudste logregels zijn aan de beurt.' : 'De oudste logregels zijn vernietigd, met bewijs.');
  }
  return lines.length > 0 ? lines : ['Er is niets aan de beurt.'];
}

async function purgesLogs(dataSource: DataSource, today: string, dryRun: boolean): Promise<boolean> {
  if (!dryRun) return (await purgeLogs(dataSource, today)) > 0;
  const [{ due }] = await dataSource.query<[{ due: boolean }]>(
    'SELECT EXISTS (SELECT FROM trace_link WHERE position <= log_purge_end($1)) AS due',
    [today],
  );
  return due;
}

function nameOf(category: RetentionCategory): string {
  return retentionCategories.named(category).naam.toLowerCase();
}
