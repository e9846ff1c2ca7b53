import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownerDataSource } from './data-source';
import { migrateDatabase } from './migrate-database';

/**
 * Writes the migration that brings a migrated schema to what the entities say. Used as
 * `node dist/database/generate-migration.js <name>`, with DATABASE_URL at a database that may be migrated. Look at what it
 * wrote, then add its class to `migrations/all-migrations.ts`.
 */
export async function generateMigration(url: string, name: string, timestamp: number): Promise<string | null> {
  await migrateDatabase(url);
  const dataSource = await ownerDataSource(url).initialize();
  try {
    const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
    if (upQueries.length === 0) return null;
    const up = upQueries.map(({ query }) => statement(query));
    const down = downQueries.map(({ query }) => statement(query)).reverse();
    return source(`${pascal(name)}${timestamp}`, up, down);
  } finally {
    await dataSource.destroy();
  }
}

function source(className: string, up: readonly string[], down: readonly string[]): string {
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  readonly name = '${className}';

  async up(queryRunner: QueryRunner): Promise<void> {
${up.join('\n')}
  }

  async down(queryRunner: QueryRunner): Promise<void> {
${down.join('\n')}
  }
}
`;
}

function statement(query: string): string {
  return `    await queryRunner.query(\`${query.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\`);`;
}

function pascal(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

async function main(): Promise<void> {
  const url = process.env.DATABASE_URL;
  const name = process.argv[2];
  if (!url || !name || !/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new Error('Use: DATABASE_URL=… node dist/database/generate-migration.js <kebab-name>');
  }
  const timestamp = Date.now();
  const text = await generateMigration(url, name, timestamp);
  if (text === null) {
    process.stdout.write('The migrations say what the entities say: nothing to write.\n');
    return;
  }
  const file = path.resolve(__dirname, '..', '..', 'src', 'database', 'migrations', `${timestamp}-${name}.ts`);
  writeFileSync(file, text);
  process.stdout.write(`Wrote ${file}. Add it to all-migrations.ts.\n`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
