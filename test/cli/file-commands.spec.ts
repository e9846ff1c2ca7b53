import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CommanderError } from 'commander';
import { createProgram } from '../../src/cli/create-program';
import { exitCodeOf } from '../../src/cli/exit-code-of';
import type { Plan } from '../../src/core/matching/plan';
import type { ReceiptFile } from '../../src/core/proof/receipt-file';
import { compileSolverThread } from '../support/compile-solver-thread';

let folder: string;
const path = (name: string) => join(folder, name);

async function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const program = createProgram();
  let out = '';
  let error = '';
  const output = { writeOut: (text: string) => void (out += text), writeErr: (text: string) => void (error += text) };
  for (const command of [program, ...program.commands]) command.configureOutput(output);
  try {
    await program.parseAsync(args, { from: 'user' });
    return { code: 0, out, error };
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return { code: exitCodeOf(thrown), out, error };
  }
}

describe('commands on files', () => {
  beforeAll(() => void compileSolverThread());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'woonplek-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('generate, solve and verify go together', async () => {
    expect(await run('generate', '--size', 'XS', '--seed', '4', '--out', path('p.json'))).toMatchObject({ code: 0 });
    const solved = await run('solve', path('p.json'), '--out', path('plan.json'));
    expect(solved).toMatchObject({ code: 0, out: expect.stringContaining('Elk niveau is bewezen') });
    const verified = await run('verify', path('p.json'), path('plan.json'));
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('Het plan klopt') });
    expect(readdirSync(folder).sort()).toEqual(['p.json', 'plan.json']);
  });

  it('the same size and seed give the same bytes, and so does the plan', async () => {
    for (const name of ['a', 'b']) {
      await run('generate', '--size', 'XS', '--seed', '1', '--out', path(`${name}.json`));
      await run('solve', path(`${name}.json`), '--out', path(`${name}.plan.json`));
    }
    expect(readFileSync(path('a.json'))).toEqual(readFileSync(path('b.json')));
    expect(readFileSync(path('a.plan.json'))).toEqual(readFileSync(path('b.plan.json')));
  });

  it('verify names what is wrong and ends with 1', async () => {
    await run('generate', '--size', 'XS', '--seed', '4', '--out', path('p.json'));
    await run('solve', path('p.json'), '--out', path('plan.json'));
    const plan = JSON.parse(readFileSync(path('plan.json'), 'utf8')) as Plan;
    const matches = [...plan.matches, { ...plan.matches[0]!, householdId: 'H-onbekend' }];
    writeFileSync(path('plan.json'), JSON.stringify({ ...plan, matches, seed: 'andere' }));
    const verified = await run('verify', path('p.json'), path('plan.json'));
    expect(verified.code).toBe(1);
    expect(verified.error).toContain('identity');
    expect(verified.error).toContain('unknown-id');
  });

  it('verify names each level that a plan leaves wrong once, and a file with a byte order mark is read', async () => {
    await run('generate', '--size', 'XS', '--seed', '4', '--out', path('p.json'));
    await run('solve', path('p.json'), '--out', path('plan.json'));
    const plan = JSON.parse(readFileSync(path('plan.json'), 'utf8')) as Plan;
    writeFileSync(path('p.json'), `\uFEFF${readFileSync(path('p.json'), 'utf8')}`);
    writeFileSync(path('plan.json'), `\uFEFF${JSON.stringify({ ...plan, matches: plan.matches.slice(1) })}`);
    const { code, error } = await run('verify', path('p.json'), path('plan.json'));
    expect(code).toBe(1);
    const levels = error.match(/Niveau "[^"]+"/g) ?? [];
    expect(levels).toContain('Niveau "housed"');
    expect(new Set(levels).size).toBe(levels.length);
  });

  it('receipt proves every level, and refuses what was changed with 1; replay says what differs', async () => {
    await run('generate', '--size', 'XS', '--seed', '4', '--out', path('p.json'));
    const files = [path('p.json'), path('bewijs.json'), path('plan.json')];
    const solved = await run('solve', files[0]!, '--out', files[2]!, '--receipt', files[1]!);
    expect(solved).toMatchObject({ code: 0, out: expect.stringMatching(/Geen van de \d+ kleine veranderingen/) });
    const proven = await run('receipt', ...files);
    expect(proven).toMatchObject({
      code: 0,
      out: expect.stringContaining('Elk niveau is bewezen door rekenen alleen'),
    });
    expect(await run('replay', files[0]!, files[2]!)).toMatchObject({ code: 0 });

    const receipt = JSON.parse(readFileSync(files[1]!, 'utf8')) as ReceiptFile;
    const tamper = async (changed: object) => {
      writeFileSync(path('vals.json'), JSON.stringify({ ...receipt, ...changed }));
      return run('receipt', files[0]!, path('vals.json'), files[2]!);
    };
    const [first, ...rows] = receipt.rows;
    expect(await tamper({ rows: [{ ...first!, upper: 9 }, ...rows] })).toMatchObject({
      code: 1,
      error: expect.stringMatching(/hoort niet bij deze bestanden \(1\)\.\n {2}rows\/0 is /),
    });
    const levels = receipt.levels.map((level) => ({
      ...level,
      proofs: level.proofs.map(() => ({ nodes: [{ multipliers: [] }] })),
    }));
    expect(await tamper({ levels })).toMatchObject({
      code: 1,
      out: expect.stringContaining('alleen volgens de rekenmotor'),
    });

    const plan = JSON.parse(readFileSync(files[2]!, 'utf8')) as Plan;
    writeFileSync(files[2]!, JSON.stringify({ ...plan, engine: { ...plan.engine, version: '0.0.1' } }));
    expect(await run('replay', files[0]!, files[2]!)).toMatchObject({
      code: 1,
      error: expect.stringMatching(/\(1\)\.\n {2}engine\/version was "0\.0\.1" en is nu "/),
    });
  });

  const unusable: [string, string[]][] = [
    ['a file that is not there', ['solve', 'nergens.json', '--out', 'out.json']],
    ['a file that is no JSON', ['solve', 'kapot.json', '--out', 'out.json']],
    ['a file with faults', ['solve', 'fout.json', '--out', 'out.json']],
    ['a plan that is no plan', ['verify', 'goed.json', 'fout.json']],
    ['a receipt that is none', ['receipt', 'goed.json', 'fout.json']],
    ['a problem with faults, with any receipt', ['receipt', 'fout.json', 'goed.json']],
    ['a plan that is none, to make again', ['replay', 'goed.json', 'fout.json']],
    ['no place to write the receipt to', ['solve', 'goed.json', '--out', 'out.json', '--receipt', 'map/bewijs.json']],
    ['an unknown engine', ['solve', 'goed.json', '--out', 'out.json', '--engine', 'toeval']],
    ['a time limit that is none', ['solve', 'goed.json', '--out', 'out.json', '--time-limit', '-3']],
    ['no place to write to', ['solve', 'goed.json']],
    ['a folder that is not there', ['solve', 'goed.json', '--out', 'map/out.json']],
    ['an unknown size', ['generate', '--size', 'XXL', '--seed', '1', '--out', 'out.json']],
    ['a seed that is no number', ['generate', '--size', 'XS', '--seed', 'een', '--out', 'out.json']],
    ['an unknown command', ['raad']],
  ];
  it.each(unusable)('%s ends with 2 and writes nothing', async (_name, args) => {
    await run('generate', '--size', 'XS', '--seed', '1', '--out', path('goed.json'));
    writeFileSync(path('kapot.json'), '{ "format": ');
    const problem = JSON.parse(readFileSync(path('goed.json'), 'utf8')) as { units: { freePlaces: number }[] };
    problem.units.forEach((unit) => (unit.freePlaces = -1));
    writeFileSync(path('fout.json'), JSON.stringify(problem));
    const before = readdirSync(folder);
    const result = await run(...args.map((arg) => (arg.endsWith('.json') ? path(arg) : arg)));
    expect(result.code).toBe(2);
    expect(result.error).not.toBe('');
    expect(result.error).not.toContain('Er is niets geschreven');
    expect(readdirSync(folder)).toEqual(before);
    expect(existsSync(path('out.json'))).toBe(false);
    if (args.includes('fout.json') && args[0] === 'solve') {
      problem.units.forEach((_, at) => expect(result.error).toContain(`units/${at}/freePlaces`));
    }
  });
});
