import { InvalidArgumentError, type Command } from 'commander';
import { ownerDataSource } from '../database/data-source';
import { migrateDatabase } from '../database/migrate-database';
import { type ChainHead, sealTraces, type TraceFault, verifyTraces } from '../database/trace-chain';
import { failureMessage } from './failure-message';
import { EXIT_REFUSED } from './files';
import { say } from './say';
import { withDatabaseUrl } from './with-database-url';

const LOG_NAMES = { access: 'het inzagelogboek', change: 'het wijzigingslogboek' } as const;

const FAULTS: Readonly<Record<Exclude<TraceFault['kind'], 'no-proof-of-purge'>, string>> = {
  changed: 'is na het verzegelen veranderd',
  removed: 'is verwijderd',
  gap: 'sluit niet aan: ervoor ontbreekt een schakel',
  'never-sealed': 'is buiten de keten om toegevoegd, of zijn schakel is verwijderd',
  'not-as-noted': 'is niet de schakel die eerder is genoteerd: de keten is herschreven',
};

interface VerifyLogFlags {
  readonly head?: ChainHead;
}

/**
 * `woonplek verify-log`: exit code 0 when every row of the logs fits, else the first that does not and exit code 1. As owner
 * of the schema, because it has to see the rows of all regions.
 */
export function registerVerifyLogCommand(program: Command): void {
  program
    .command('verify-log')
    .option('--head <positie:hash>', 'einde van de keten zoals u het eerder noteerde', parseHead)
    .description('Verzegel wat nog wacht en controleer of niets in de logboeken is veranderd of verwijderd.')
    .action(async ({ head }: VerifyLogFlags) => {
      const fault = await withDatabaseUrl(process.env, async ({ url }) => {
        await migrateDatabase(url);
        return verify(program, url, head ?? null);
      }).catch((error: unknown) => program.error(failureMessage(error), { exitCode: 1, code: 'woonplek.verify-log' }));
      if (fault) program.error(fault, { exitCode: EXIT_REFUSED });
    });
}

/** What is wrong, in Dutch; null: nothing, and the end of the chain has been said. */
async function verify(program: Command, url: string, noted: ChainHead | null): Promise<string | null> {
  const dataSource = await ownerDataSource(url).initialize();
  try {
    await sealTraces(dataSource);
    const { links, anchor, head, fault } = await verifyTraces(dataSource, noted);
    if (fault) return `De logboeken kloppen niet.\n  ${faultSentence(fault)}`;
    say(program, `De logboeken kloppen: ${links} regels nagerekend.\n`);
    if (anchor) {
      say(program, `Tot en met schakel ${anchor.position} is vernietigd, omdat de bewaartermijn voorbij is.\n`);
    }
    if (noted && anchor && noted.position < anchor.position) {
      say(program, 'De schakel die u noteerde is mee vernietigd: noteer het einde van de keten opnieuw.\n');
    }
    if (head) say(program, `Einde van de keten, om elders te bewaren: ${head.position}:${head.hash}\n`);
    return null;
  } finally {
    await dataSource.destroy();
  }
}

function faultSentence({ row, position, kind }: TraceFault): string {
  if (kind === 'no-proof-of-purge') {
    return `De keten begint na schakel ${position}, en in het wijzigingslogboek staat niet dat het begin is vernietigd.`;
  }
  if (!row) return `De keten is korter dan de genoteerde schakel ${position}: het einde is verwijderd.`;
  const place = position === null ? '' : `, schakel ${position},`;
  return `Regel ${row.id} van ${LOG_NAMES[row.log]}${place} ${FAULTS[kind]}.`;
}

function parseHead(text: string): ChainHead {
  const [, position, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!position || !hash) throw new InvalidArgumentError('Geef wat deze opdracht eerder zei, als 1234:0a1b….');
  return { position: Number(position), hash };
}
