import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProgram } from '../../../src/cli/create-program';
import { MatchRunEntity } from '../../../src/database/entities/match-run.entity';
import { loadRegion } from '../../../src/seed/load-region';
import { TEST_FIELD_KEYS } from '../../support/field-keys';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('woonplek round', () => {
  let database: TestDatabase;
  const before = { ...process.env };

  beforeAll(async () => {
    database = await createTestDatabase();
    await loadRegion(database.dataSource, 'assen', { referenceDate: '2026-11-22', actor: null });
    process.env.DATABASE_URL = database.url;
    process.env.WOONPLEK_FIELD_KEYS = TEST_FIELD_KEYS;
  });
  afterAll(async () => {
    process.env = before;
    await database?.drop();
  });

  async function run(...words: string[]): Promise<{ out: string; err: string; code: number }> {
    const said = { out: '', err: '', code: 0 };
    const program = createProgram();
    const outputs = { writeOut: (text: string) => (said.out += text), writeErr: (text: string) => (said.err += text) };
    for (const command of [program, ...program.commands]) command.configureOutput(outputs);
    try {
      await program.parseAsync(words, { from: 'user' });
    } catch (error) {
      said.code = (error as { exitCode: number }).exitCode;
    }
    return said;
  }

  it('runs a round and tells how it went; the same slot gives the same round', async () => {
    const first = await run('round', 'assen', '--slot', 'proef');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /Assen, tijdvak proef: \d+ voorstellen voor \d+ cliënten .* Elk niveau is bewezen optimaal/,
    );
    expect(await run('round', 'assen', '--slot', 'proef')).toEqual(first);
    expect(await database.dataSource.getRepository(MatchRunEntity).count()).toBe(1);
  });

  it('names a region that is not there', async () => {
    expect(await run('round', 'atlantis')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('atlantis'),
    });
  });

  it.each([['0'], ['601'], ['veel']])('refuses a time limit of %s', async (limit) => {
    expect((await run('round', 'assen', '--time-limit', limit)).err).toContain('geheel getal van 1 tot en met 600');
  });
});
