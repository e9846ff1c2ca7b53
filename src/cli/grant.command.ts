import { InvalidArgumentError, type Command } from 'commander';
import { isIsoDate } from '../core/time/calendar';
import { SYSTEM } from '../database/acting';
import { appDataSource } from '../database/data-source';
import { OrganisationEntity } from '../database/entities/organisation.entity';
import { ROLE_ORGANISATIONS } from '../database/entities/role-assignment.entity';
import { grantRole } from '../database/grant-role';
import { migrateDatabase } from '../database/migrate-database';
import { inTransaction } from '../database/transaction';
import { ROLES, type Role } from '../platform/access/permissions';
import { Clock } from '../platform/clock';
import { RegionDataError } from '../seed/region-data.error';
import { failureMessage } from './failure-message';
import { say } from './say';
import { withDatabaseUrl } from './with-database-url';

interface GrantFlags {
  readonly name: string;
  readonly until?: string;
}

/** `woonplek grant <email> <rol> <organisatie>`: for the first beheerder of an installation, and in an emergency. */
export function registerGrantCommand(program: Command): void {
  program
    .command('grant')
    .argument('<email>', 'adres van één persoon bij de aanmelddienst', parseEmail)
    .argument('<rol>', `een van ${ROLES.join(', ')}`, parseRole)
    .argument('<organisatie>', 'naam of korte naam van de organisatie')
    .requiredOption('--name <naam>', 'naam van deze persoon')
    .option('--until <datum>', 'laatste dag, als 2026-11-22 (standaard: geen einde)', parseDay)
    .description('Geef een persoon een rol; voor de eerste beheerder en in noodgevallen.')
    .action(async (email: string, role: Role, organisation: string, flags: GrantFlags) => {
      try {
        await withDatabaseUrl(process.env, async ({ url }) => {
          await migrateDatabase(url);
          say(program, await grant(url, email, role, organisation, flags));
        });
      } catch (error) {
        program.error(failureMessage(error), { exitCode: 1, code: 'woonplek.grant' });
      }
    });
}

async function grant(url: string, email: string, role: Role, named: string, flags: GrantFlags): Promise<string> {
  const dataSource = await appDataSource(url, { poolSize: 2, otherwise: SYSTEM }).initialize();
  try {
    return await inTransaction(
      dataSource,
      async (manager) => {
        const kind = ROLE_ORGANISATIONS[role];
        const found = await manager.find(OrganisationEntity, {
          where: [
            { kind, name: named },
            { kind, shortName: named },
          ],
        });
        const [organisation] = found;
        if (!organisation || found.length > 1) {
          const known = (await manager.find(OrganisationEntity, { where: { kind } })).map(({ shortName }) => shortName);
          const fault = `Er is niet precies één organisatie van soort ${kind} met de naam "${named}". Bekend: ${known.join(', ')}.`;
          throw new RegionDataError([fault], null);
        }
        const dates = { validFrom: new Clock().today(), validUntil: flags.until ?? null };
        const id = await grantRole(manager, { displayName: flags.name, email, role, organisation, ...dates });
        return id === null
          ? `${email} heeft de rol ${role} bij ${organisation.name} al.\n`
          : `${email} heeft nu de rol ${role} bij ${organisation.name}.\n`;
      },
      { actor: null },
    );
  } finally {
    await dataSource.destroy();
  }
}

function parseEmail(text: string): string {
  if (!/^[^@\s]+@[^@\s]+$/.test(text)) throw new InvalidArgumentError('Geef een e-mailadres.');
  return text;
}

function parseRole(text: string): Role {
  const role = ROLES.find((each) => each === text);
  if (!role) throw new InvalidArgumentError(`Kies uit: ${ROLES.join(', ')}.`);
  return role;
}

function parseDay(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('Geef een datum als 2026-11-22.');
  return text;
}
