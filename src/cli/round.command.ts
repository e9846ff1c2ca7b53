import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { AppModule } from '../app.module';
import { NO_SIGN_IN } from '../platform/sign-in/sign-in-settings';
import { actingAs, SYSTEM } from '../database/acting';
import { migrateDatabase } from '../database/migrate-database';
import { ENGINE_REQUESTS, type EngineRequest } from '../engines/registry';
import { RunExecutionService } from '../modules/runs/run-execution.service';
import type { RunDetailDto } from '../modules/runs/run.dto';
import { RunsService } from '../modules/runs/runs.service';
import { readConfig } from '../platform/config';
import { ProblemException } from '../platform/http/problem';
import { failureMessage } from './failure-message';
import { EXIT_REFUSED } from './files';
import { say } from './say';
import { withDatabaseUrl, type CommandDatabase } from './with-database-url';

interface RoundFlags {
  readonly engine: EngineRequest;
  readonly timeLimit: number;
  readonly slot?: string;
}

const POLL_MILLISECONDS = 200;

/** `woonplek round <regio>`: runs a matching round in this process and tells how it went. */
export function registerRoundCommand(program: Command): void {
  program
    .command('round')
    .argument('<regio>', 'regio, bijvoorbeeld assen')
    .addOption(new Option('--engine <motor>', 'rekenmotor').choices(ENGINE_REQUESTS).default('auto'))
    .option('--time-limit <seconden>', 'meeste rekentijd, 1 tot 600', parseSeconds, 60)
    .option('--slot <tijdvak>', 'naam van het tijdvak; een tweede ronde voor hetzelfde tijdvak geeft de eerste terug')
    .description('Draai een matchronde voor een regio en sla de voorstellen op.')
    .action(async (regionId: string, flags: RoundFlags) => {
      let run: RunDetailDto;
      try {
        run = await withDatabaseUrl(process.env, (database) => runRound(database, regionId, flags));
      } catch (error) {
        const text = error instanceof ProblemException ? error.detail : failureMessage(error);
        program.error(text, { exitCode: EXIT_REFUSED, code: 'woonplek.round' });
      }
      if (run.fout) program.error(`De ronde is mislukt. ${run.fout.tekst}`, { exitCode: EXIT_REFUSED });
      say(program, summary(run));
    });
}

async function runRound(database: CommandDatabase, regionId: string, flags: RoundFlags): Promise<RunDetailDto> {
  await migrateDatabase(database.url);
  const settings = {
    databaseUrl: database.url,
    redisUrl: readConfig(process.env).redisUrl,
    handlesJobs: false,
    signIn: NO_SIGN_IN,
  };
  const app = await NestFactory.createApplicationContext(AppModule.with(settings), {
    abortOnError: false,
    logger: ['error'],
  });
  try {
    return await actingAs(SYSTEM, () => askForRound(app, regionId, flags));
  } finally {
    await app.close();
  }
}

async function askForRound(app: INestApplicationContext, regionId: string, flags: RoundFlags): Promise<RunDetailDto> {
  const runs = app.get(RunsService);
  const { run } = await runs.request({
    regionId,
    engine: flags.engine,
    timeLimitSeconds: flags.timeLimit,
    slot: flags.slot ?? runs.defaultSlot(),
    trigger: 'person',
    requestedBy: null,
  });
  // A server on the same database may have taken it already; then this returns at once and the server's answer counts.
  const context = { signal: new AbortController().signal, progress: () => Promise.resolve() };
  await app.get(RunExecutionService).execute(run.id, context);
  for (;;) {
    const now = await runs.get(regionId, run.id);
    if (now.status === 'voltooid' || now.status === 'mislukt') return now;
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

function summary({ regio, tijdvak, aantallen, bewezenOptimaal, bewezenTotNiveau, niveaus }: RunDetailDto): string {
  const proof = bewezenOptimaal
    ? 'Elk niveau is bewezen optimaal.'
    : `De tijd was op: ${bewezenTotNiveau} van ${niveaus.length} niveaus is bewezen.`;
  return (
    `${regio.naam}, tijdvak ${tijdvak}: ${aantallen?.voorstellen} voorstellen voor ${aantallen?.clienten} cliënten ` +
    `en ${aantallen?.vrijePlaatsen} vrije plaatsen. ${proof}\n`
  );
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= 600)) {
    throw new InvalidArgumentError('Geef een geheel getal van 1 tot en met 600.');
  }
  return seconds;
}
