import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PolicyEntity } from '../../src/database/entities/policy.entity';
import { describeInBrowser } from '../support/chromium';
import { keepClients } from '../support/completed-round';
import { startConsoleSession, type ConsoleSession } from '../support/console-session';

const PATIENCE_MS = 90_000;
const TOLERANCE_HEADERS = ['Mag inleveren', 'Ingeleverd', 'Zonder toleranties'];

interface Draw {
  readonly vastlegging: string;
  readonly status: string;
  readonly seed: string | null;
}

interface Named {
  readonly id: string;
  readonly naam: string;
}

interface Home extends Named {
  readonly programma: string;
}

describeInBrowser('the lottery, the tolerances and the rules in the console', () => {
  let session: ConsoleSession;
  let page: Page;

  beforeAll(async () => {
    session = await startConsoleSession();
    page = await session.open({ width: 1280, height: 860 });
  });
  afterAll(() => session?.close());

  async function show(address: string): Promise<void> {
    await page.goto(session.test.url + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    while ((await page.locator('.wp-loading').count()) > 0) await page.waitForTimeout(20);
  }

  const card = (title: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: title }) });
  const draws = async () => (await session.api<{ items: Draw[] }>('/v1/lotingen?regio=assen')).items;

  it('shows what is laid down for the next round, and not the number itself', async () => {
    const open = (await draws()).find(({ status }) => status === 'open')!;
    await show('/rondes');
    expect(await card('De loting van de volgende ronde').innerText()).toContain(open.vastlegging);
  });

  it('shows the number of a round that is over, checks it, and gives the command that does the same', async () => {
    const { vastlegging, seed } = (await draws()).find(({ status }) => status === 'onthuld')!;
    await show('/rondes');
    await page.getByText('1 eerdere loting').click();
    const row = page.getByRole('table', { name: 'Eerdere lotingen' }).getByRole('row').nth(1);
    expect(await row.innerText()).toContain(seed);
    await row.getByRole('link').click();
    const lottery = card('De loting');
    await lottery.getByText('het begingetal hoort bij de vastlegging').waitFor();
    expect(await lottery.locator('pre').innerText()).toBe(`npx woonplek check-lottery ${vastlegging} ${seed}`);
  });

  it('says of each rule what it rests on and whether it can be set aside', async () => {
    await show('/regels');
    const consent = await page.locator('#consent').innerText();
    expect(consent).toContain('AVG artikel 6 en 7');
    expect(consent).toContain('Kan niet. Alleen het huishouden zelf kan dit veranderen.');
    const limit = await page.locator('#herkomst').innerText();
    expect(limit).toContain('Geen wetsartikel');
    expect(limit).toContain('Alleen de smalste vermelding telt');
    expect(limit).toContain('Kan, met een besluit');
  });

  it('shows nothing about tolerances in a round without them', async () => {
    await show(`/rondes/${session.runId}`);
    const headers = await page.getByRole('table', { name: 'Niveaus' }).getByRole('columnheader').allInnerTexts();
    expect(headers).not.toEqual(expect.arrayContaining(TOLERANCE_HEADERS));
    expect(headers).toContain('Best mogelijk');
  });

  it('shows the tolerances of a policy that has one, and for which homes its rules hold', async () => {
    await keepClients(session.test, 40);
    const policies = session.test.dataSource.getRepository(PolicyEntity);
    const policy = await policies.findOneByOrFail({ regionId: 'assen' });
    const { items: homes } = await session.api<{ items: Home[] }>('/v1/wooneenheden?aantal=100');
    const { items: complexes } = await session.api<{ items: Named[] }>('/v1/complexen?aantal=1');
    const [home, complex] = [homes[0]!, complexes[0]!];
    const programmes = [...new Set(homes.map(({ programma }) => programma))];
    const entry = (level: 'programme' | 'complex' | 'unit', id: string) => ({
      ruleId: 'unit-end',
      parameters: { months: 1 },
      scope: { level, id },
    });
    const rules = [
      ...policy.document.rules,
      ...programmes.map((programme) => entry('programme', programme)),
      entry('complex', complex.id),
      entry('unit', home.id),
    ];
    const levels = policy.document.levels.map((level) =>
      level.objectiveId === 'points' ? { ...level, epsilon: 60 } : level,
    );
    await policies.update({ id: policy.id }, { document: { ...policy.document, rules, levels } });

    await show('/regels');
    const rule = page.locator('#unit-end');
    await rule.getByRole('link', { name: complex.naam, exact: true }).waitFor();
    await rule.getByRole('link', { name: home.naam, exact: true }).waitFor();
    expect(await rule.innerText()).toContain('Woonplekken van het programma');
    expect(await page.locator('#points').innerText()).toContain('Lagere doelen mogen hier 60 van inleveren');

    const asked = await session.test
      .request()
      .post('/v1/matchrondes')
      .send({ regio: 'assen', tijdvak: 'soepel' })
      .expect(202);
    await show(`/rondes/${asked.body.id}`);
    const table = page.getByRole('table', { name: 'Niveaus' });
    await table.waitFor({ timeout: PATIENCE_MS });
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(expect.arrayContaining(TOLERANCE_HEADERS));
    const { niveaus } = await session.api<{ niveaus: { doel: { id: string }; ingeleverd: number }[] }>(
      `/v1/matchrondes/${asked.body.id}`,
    );
    const place = niveaus.findIndex(({ doel }) => doel.id === 'points');
    const cells = await table
      .getByRole('row')
      .nth(place + 1)
      .getByRole('cell')
      .allInnerTexts();
    expect(cells.slice(-3, -1)).toEqual(['60', String(niveaus[place]!.ingeleverd)]);

    const after = await session.api<{ items: Named[] }>(`/v1/voorstellen?matchronde=${asked.body.id}&aantal=1`);
    await show(`/voorstellen/${after.items[0]!.id}`);
    await page
      .getByText(/^Geldt alleen voor (het programma|dit complex|deze woonplek)/)
      .first()
      .waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await show(`/rondes/${asked.body.id}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });
});
