import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/chromium';
import { completedRound } from '../support/completed-round';
import { startConsoleSession, type ConsoleSession } from '../support/console-session';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PATIENCE_MS = 40_000;
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 320, height: 640 };

interface Unmatched {
  readonly clientId: string;
  readonly nummer: string;
}

describeInBrowser('explanations in the console', () => {
  let session: ConsoleSession;
  let client: Unmatched;
  let proposal: { readonly id: string };

  beforeAll(async () => {
    session = await startConsoleSession();
    const first = async <T>(list: string) => (await session.api<{ items: T[] }>(list)).items[0]!;
    client = await first(`/v1/matchrondes/${session.runId}/niet-gematcht?sorteer=-mogelijkePlekken&aantal=1`);
    proposal = await first('/v1/voorstellen?status=voorgesteld&aantal=1');
  });
  afterAll(() => session?.close());

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const found = await page.evaluate<AxeResults>(
      `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ["violations"], iframes: false })`,
    );
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }

  /** A round in which one client who had a proposal no longer takes part. Run once. */
  let second: Promise<{ readonly runId: string; readonly left: string }> | undefined;
  const secondRound = () =>
    (second ??= (async () => {
      const { client: left } = await session.api<{ client: { id: string; nummer: string } }>(
        `/v1/voorstellen/${proposal.id}`,
      );
      await session.test.dataSource.query(`UPDATE household SET status = 'paused' WHERE id = $1`, [left.id]);
      const { id } = await completedRound(session.test, 'met-de-hand:2026-11-22T06:27:52Z');
      return { runId: id, left: left.nummer };
    })());

  const unmatchedPage = () => `${session.test.url}/niet-gematcht/${session.runId}/${client.clientId}`;

  describe.each([
    { name: 'a desktop', ...DESKTOP },
    { name: 'a phone', ...PHONE },
  ])('on $name', (viewport) => {
    it('order the homes of a client, explain one of them, and pass axe', async () => {
      const page = await session.pageOf(viewport);
      await page.goto(unmatchedPage());
      await page.getByRole('button', { name: 'Woonplekken vergelijken' }).click();
      const table = page.getByRole('table', { name: `Passende woonplekken van ${client.nummer}` });
      await table.waitFor();
      await table
        .getByRole('button', { name: new RegExp(`^Waarom niet\\? ${client.nummer} in `) })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByRole('heading', { name: 'Zo kunt u het de cliënt uitleggen' })
        .waitFor({ timeout: PATIENCE_MS });
      expect(await dialog.getByRole('table', { name: 'Wat er per niveau verandert' }).count()).toBe(1);
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Sluiten' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
    });

    it('order the candidates of a home on its proposal and pass axe, while it is worked out and after', async () => {
      const page = await session.pageOf(viewport);
      let letAnswer = (): void => undefined;
      const mayAnswer = new Promise<void>((resolve) => {
        letAnswer = resolve;
      });
      await page.route(/nauwkeurig=true/, async (route) => {
        await mayAnswer;
        await route.continue();
      });
      await page.goto(`${session.test.url}/voorstellen/${proposal.id}`);
      await page.getByRole('button', { name: 'Kandidaten vergelijken' }).click();
      await page.getByText('De precieze volgorde wordt uitgerekend.').waitFor({ timeout: PATIENCE_MS });
      expect(await violations(page)).toEqual([]);
      letAnswer();
      await page.unrouteAll({ behavior: 'wait' });
      await page
        .getByText('De precieze volgorde wordt uitgerekend.')
        .waitFor({ state: 'detached', timeout: PATIENCE_MS });
      await page.getByText('Zo staat het in het plan.').first().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
    });
  });

  it('say what would help and what is in the way', async () => {
    const page = await session.pageOf(DESKTOP);
    await page.goto(unmatchedPage());
    await page.getByRole('button', { name: 'Knelpunt zoeken' }).click();
    await page.getByText('zonder dat het plan slechter wordt.').waitFor({ timeout: PATIENCE_MS });
    const { afspraken } = await session.api<{ afspraken: { regel: string; vanClient: boolean; tekst: string }[] }>(
      `/v1/matchrondes/${session.runId}/knelpunt?client=${client.clientId}`,
    );
    const homes = afspraken.filter(({ regel, vanClient }) => regel === 'places' && vanClient);
    expect(homes.length).toBeGreaterThan(1);
    const line = page.getByRole('listitem').filter({
      hasText: `er is te weinig plaats in ${homes.length} woonplekken die bij deze cliënt passen.`,
    });
    expect(await line.getByText(homes[0]!.tekst).isVisible()).toBe(false);
    await line.getByText('Welke woonplekken zijn dat?').click();
    for (const { tekst } of homes) await line.getByText(tekst, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Uitrekenen wat helpt' }).click();
    await page.getByRole('table', { name: 'Wat zou helpen' }).waitFor({ timeout: PATIENCE_MS });
    expect(await violations(page)).toEqual([]);
  });

  it('compare a round with the one before', async () => {
    const page = await session.pageOf(DESKTOP);
    await page.goto(`${session.test.url}/rondes/${session.runId}`);
    await page.getByRole('button', { name: 'Vergelijken met de vorige ronde' }).click();
    await page.getByText('Dit is de eerste ronde; er is niets om mee te vergelijken.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each([DESKTOP, PHONE])('tell what differs from the round before, on a screen of $width', async (viewport) => {
    const { runId, left } = await secondRound();
    const page = await session.pageOf(viewport);
    await page.goto(`${session.test.url}/rondes/${runId}`);
    await page.getByRole('button', { name: 'Vergelijken met de vorige ronde' }).click();
    const row = page.getByRole('table', { name: 'Verschillen met de vorige ronde' }).getByRole('row');
    expect(await row.filter({ hasText: left }).innerText()).toMatch(/Deed niet mee[^]*Misschien is er al een voorstel/);
    expect(await page.getByText(/^Vergeleken met/).innerText()).toMatch(
      / de ronde “Met de hand, \d+ [a-z]+ \d{4} om \d\d:\d\d”: \d+ cliënt/,
    );
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
  });
});
