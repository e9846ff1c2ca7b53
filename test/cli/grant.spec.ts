import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProgram } from '../../src/cli/create-program';
import { loadRegion } from '../../src/seed/load-region';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe('woonplek grant', () => {
  let database: TestDatabase;
  const before = process.env.DATABASE_URL;

  beforeAll(async () => {
    database = await createTestDatabase();
    await loadRegion(database.dataSource, 'assen', { referenceDate: '2026-11-22', actor: null });
    process.env.DATABASE_URL = database.url;
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await database?.drop();
  });

  async function run(...words: string[]): Promise<{ out: string; err: string; code: number }> {
    const said = { out: '', err: '', code: 0 };
    const program = createProgram();
    const outputs = { writeOut: (text: string) => (said.out += text), writeErr: (text: string) => (said.err += text) };
    for (const command of [program, ...program.commands]) command.configureOutput(outputs);
    try {
      await program.parseAsync(['grant', ...words], { from: 'user' });
    } catch (error) {
      said.code = (error as { exitCode: number }).exitCode;
    }
    return said;
  }
  const roles = () =>
    database.dataSource.query(
      `SELECT a.email, a.display_name AS name, ra.role, o.kind, ra.valid_until AS until, ra.created_by AS giver
         FROM role_assignment ra JOIN account a ON a.id = ra.account_id JOIN organisation o ON o.id = ra.organisation_id
        ORDER BY ra.role`,
    );

  it('gives the first beheerder their role, once', async () => {
    const words = ['Jan@voorbeeld.example', 'beheerder', 'Regio Assen', '--name', 'Jan Voorbeeld'];
    expect(await run(...words)).toMatchObject({ code: 0, out: expect.stringContaining('heeft nu de rol beheerder') });
    expect(await run(...words)).toMatchObject({ code: 0, out: expect.stringContaining('al.') });
    expect(await roles()).toEqual([
      {
        email: 'jan@voorbeeld.example',
        name: 'Jan Voorbeeld',
        role: 'beheerder',
        kind: 'regio',
        until: null,
        giver: null,
      },
    ]);
  });

  it('gives a role until a day', async () => {
    const words = ['jan@voorbeeld.example', 'corporatie', 'Actium', '--name', 'Jan Voorbeeld', '--until', '2099-01-01'];
    expect((await run(...words)).code).toBe(0);
    expect(await roles()).toContainEqual(expect.objectContaining({ role: 'corporatie', until: '2099-01-01' }));
  });

  it.each([
    ['an address that is none', ['jan', 'beheerder', 'Regio Assen'], 'e-mailadres'],
    ['a role that is none', ['jan@voorbeeld.example', 'baas', 'Regio Assen'], 'Kies uit: coordinator'],
    ['an organisation of another kind', ['jan@voorbeeld.example', 'beheerder', 'Actium'], 'soort regio'],
    [
      'a day that is none',
      ['jan@voorbeeld.example', 'beheerder', 'Regio Assen', '--until', '2026-02-30'],
      '2026-11-22',
    ],
  ])('refuses %s', async (_, words, expected) => {
    const before = await roles();
    const { code, err } = await run(...words, '--name', 'Jan Voorbeeld');
    expect(code).toBe(1);
    expect(err).toContain(expected);
    expect(await roles()).toEqual(before);
  });
});
