import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { registerMigrateCommand } from '../../src/cli/migrate.command';
import { registerSeedCommand } from '../../src/cli/seed.command';
import { RegionEntity } from '../../src/database/entities/region.entity';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe('the commands migrate and seed', () => {
  let database: TestDatabase;
  let before: string | undefined;
  beforeAll(async () => {
    before = process.env.DATABASE_URL;
    database = await createTestDatabase({ template: false });
  });
  beforeEach(() => {
    process.env.DATABASE_URL = database.url;
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await database.drop();
  });

  /** What the command says on its two outputs, and with which code it ends. */
  async function run(...words: string[]): Promise<{ out: string; err: string; code: number }> {
    const said = { out: '', err: '', code: 0 };
    const program = new Command('woonplek').exitOverride().configureOutput({
      writeOut: (text) => (said.out += text),
      writeErr: (text) => (said.err += text),
    });
    registerMigrateCommand(program);
    registerSeedCommand(program);
    try {
      await program.parseAsync(words, { from: 'user' });
    } catch (error) {
      said.code = (error as { exitCode: number }).exitCode;
    }
    return said;
  }

  it('migrate makes the schema, and says that there is nothing to do the next time', async () => {
    expect(await run('migrate')).toMatchObject({ code: 0, out: expect.stringContaining('is bijgewerkt') });
    expect(await run('migrate')).toMatchObject({ code: 0, out: expect.stringContaining('is al bij') });
  });

  it('seed loads the region on the given day, and only once', async () => {
    const first = await run('seed', 'assen', '--peildatum', '2026-11-22');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('Regio Assen is geladen');
    expect(first.out).not.toContain(new URL(database.url).password);
    await database.dataSource.initialize();
    expect(await database.dataSource.getRepository(RegionEntity).count()).toBe(1);
    expect(await run('seed', 'assen')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Er is niets veranderd'),
    });
  });

  it('seed --reference brings a loaded region to its files, as often as one likes', async () => {
    for (const _ of [1, 2]) {
      const { code, err, out } = await run('seed', 'assen', '--reference', '--peildatum', '2026-11-22');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/gelijk aan de bestanden: 4 huurtabellen, .*draagkracht 0, begeleidingscapaciteit 0/);
    }
  });

  it.each([
    [['seed', 'atlantis', '--reference'], /^Regio "atlantis" is niet bekend/],
    [['seed', 'atlantis'], /Regio "atlantis" is niet bekend. Bekende regio's: assen/],
    [['seed', 'assen', '--peildatum', 'morgen'], /"morgen" is geen datum/],
    [['seed'], /missing required argument/],
  ])('%p ends with one clear message and code 1', async (words, message) => {
    const { code, err, out } = await run(...words);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it.each([
    ['postgres://localhost:1/woonplek', /niet bereikbaar/],
    ['mysql://localhost/woonplek', /DATABASE_URL=mysql/],
  ])('a wrong DATABASE_URL %s is named', async (url, message) => {
    process.env.DATABASE_URL = url;
    const { code, err } = await run('migrate');
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
