import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ReceiptFile } from '../../src/core/proof/receipt-file';
import { describeInBrowser } from '../support/chromium';
import { startConsoleSession, type ConsoleSession } from '../support/console-session';

const FILES = { bewijs: 'bewijs', probleem: 'probleem', plan: 'plan' } as const;

describeInBrowser('checking a receipt in the browser', () => {
  let session: ConsoleSession;
  let folder: string;
  let receipt: ReceiptFile;
  let page: Page;
  const asked: string[] = [];
  const faults: string[] = [];
  const file = (name: string) => join(folder, `${name}.json`);

  beforeAll(async () => {
    session = await startConsoleSession();
    folder = mkdtempSync(join(tmpdir(), 'woonplek-bewijs-'));
    for (const name of Object.values(FILES)) {
      const value = await session.api<object>(`/v1/matchrondes/${session.runId}/${name}`);
      writeFileSync(file(name), JSON.stringify(value));
      if (name === 'bewijs') receipt = value as ReceiptFile;
    }
    page = await session.open({ width: 1280, height: 860 });
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${session.test.url}/rondes/${session.runId}`);
    await page.getByText('geprobeerde veranderingen maakt het plan beter').waitFor();
    await page.getByRole('link', { name: 'Controleer een bewijs in uw browser' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bewijs controleren' }).waitFor();
  });
  afterAll(async () => {
    if (folder) rmSync(folder, { recursive: true });
    await session?.close();
  });

  async function check(files: Readonly<Partial<Record<keyof typeof FILES, string>>>): Promise<string> {
    await page.reload();
    for (const [name, path] of Object.entries(files)) await page.locator(`input[name="${name}"]`).setInputFiles(path);
    await page.getByRole('button', { name: 'Controleren' }).click();
    await page.locator('[aria-live="polite"] h2').waitFor();
    return page.locator('[aria-live="polite"]').innerText();
  }

  const all = () => ({ bewijs: file('bewijs'), probleem: file('probleem'), plan: file('plan') });

  it('proves every level of a round, and sends nothing to a server', async () => {
    await page.reload();
    asked.length = 0;
    const text = await check(all());
    expect(text).toContain('Het bewijs klopt: het kan niet beter');
    expect(await page.getByText('Bewezen door rekenen alleen', { exact: true }).count()).toBe(receipt.levels.length);
    const sent = asked.filter((path) => path.startsWith('/v1/matchrondes'));
    expect(sent).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('works without a connection, once the page and its checker are there', async () => {
    await check({ bewijs: file('bewijs') });
    await page.context().setOffline(true);
    try {
      await page.locator('input[name="bewijs"]').setInputFiles(file('bewijs'));
      await page.getByRole('button', { name: 'Controleren' }).click();
      await page.locator('.wp-loading').waitFor({ state: 'detached' });
      expect(await page.locator('[aria-live="polite"]').innerText()).toContain('Het bewijs klopt');
    } finally {
      await page.context().setOffline(false);
    }
    faults.length = 0;
  });

  const write = (name: string, value: object) => {
    writeFileSync(file(name), JSON.stringify(value));
    return file(name);
  };
  const changedLevel = (change: (level: ReceiptFile['levels'][number]) => object): ReceiptFile => ({
    ...receipt,
    levels: receipt.levels.map((level, at) => (at === 1 ? { ...level, ...change(level) } : level)),
  });

  it.each<[string, () => ReceiptFile, RegExp]>([
    ['a value', () => changedLevel(({ value }) => ({ value: value + 1, bound: value + 1 })), /klopt niet/],
    ['a match that is gone', () => ({ ...receipt, matches: receipt.matches.slice(1) }), /klopt niet/],
    [
      'no multipliers',
      () => changedLevel(({ proofs }) => ({ proofs: proofs.map(() => ({ nodes: [{ multipliers: [] }] })) })),
      /niet volledig/,
    ],
    ['a key that does not exist', () => ({ ...receipt, geheim: 1 }), /niet bruikbaar/],
  ])('refuses a receipt with %s', async (_what, tampered, said) => {
    const text = await check({ bewijs: write('vervalst', tampered()) });
    expect(text).toMatch(said);
    expect(text).not.toContain('het kan niet beter');
  });

  it('refuses a receipt of another programme once the data are there', async () => {
    const rows = receipt.rows.map((row, at) => (at === 0 ? { ...row, upper: (row.upper ?? 0) + 1 } : row));
    const bewijs = write('vervalst', { ...receipt, rows });
    expect(await check({ ...all(), bewijs })).toMatch(/hoort niet bij de gegevens[\s\S]*rows\/0/);
  });

  it('asks for a receipt first', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Controleren' }).click();
    await page.getByText('Kies eerst het bestand met het bewijs.').waitFor();
  });
});
