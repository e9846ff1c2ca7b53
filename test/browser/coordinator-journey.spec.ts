import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { HouseholdMemberEntity } from '../../src/database/entities/household-member.entity';
import { describeInBrowser } from '../support/chromium';
import { startConsoleSession, type ConsoleSession } from '../support/console-session';

interface ProposalList {
  readonly items: readonly { id: string; client: { id: string; nummer: string }; wooneenheid: { id: string } }[];
  readonly totaal: number;
}

describeInBrowser('the day of a housing coordinator', () => {
  let session: ConsoleSession;
  let page: Page;
  let proposal: ProposalList['items'][number];
  const addresses: string[] = [];

  const heading = () => page.getByRole('heading', { level: 1 }).innerText();
  const proposals = (filter: string) => session.api<ProposalList>(`/v1/voorstellen?regio=assen&${filter}`);
  const stateOf = async (id: string) => (await session.api<{ status: string }>(`/v1/voorstellen/${id}`)).status;

  beforeAll(async () => {
    session = await startConsoleSession();
    page = await session.open({ width: 1280, height: 860 });
    page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  });

  afterAll(() => session?.close());

  it('starts with what the last round did and what waits for her', async () => {
    const { totaal } = await proposals('status=voorgesteld&aantal=1');
    await page.goto(session.test.url);
    await page.getByText('Bewezen optimaal').waitFor();
    expect(await heading()).toBe('Overzicht');
    expect(await page.getByText(`${totaal} voorstellen`, { exact: true }).count()).toBeGreaterThan(0);
    expect(await page.locator('.wp-session').getByText('Wooncoördinator, Regio Assen').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'voorstellen te beoordelen', exact: true }).click();
    await page.getByRole('status').getByText(`${totaal} voorstellen`).waitFor();
    expect(new URL(page.url()).search).toBe('?status=voorgesteld');
  });

  it('opens a proposal and sees the client, the home and every rule with its facts', async () => {
    [proposal] = (await proposals('status=voorgesteld&aantal=1')).items as [ProposalList['items'][number]];
    await page.getByRole('link', { name: proposal.client.nummer }).click();
    await page.getByRole('heading', { name: /^Voorstel: / }).waitFor();
    await page.getByRole('heading', { name: 'Alle regels kloppen' }).waitFor();
    const detail = await session.api<{ redenen: { titel: string; tekst: string }[] }>(`/v1/voorstellen/${proposal.id}`);
    const rules = page.getByRole('listitem').filter({ has: page.getByRole('img', { name: 'Voldoet', exact: true }) });
    expect(await rules.count()).toBe(detail.redenen.length);
    for (const { titel } of detail.redenen) expect(await rules.filter({ hasText: titel }).count()).toBeGreaterThan(0);
  });

  it('approves it and undoes that', async () => {
    await page.getByRole('button', { name: 'Goedkeuren' }).click();
    await page.getByText('U hebt dit voorstel goedgekeurd.').waitFor();
    expect(await page.locator(':focus').innerText()).toBe('U hebt dit voorstel goedgekeurd.');
    expect(await stateOf(proposal.id)).toBe('goedgekeurd');
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByText('Uw besluit is ongedaan gemaakt.').waitFor();
    expect(await stateOf(proposal.id)).toBe('voorgesteld');
  });

  it('cannot reject without a reason, nor for another reason without saying which', async () => {
    await page.getByRole('button', { name: 'Afwijzen …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Voorstel afwijzen' }).click();
    await dialog.getByText('Kies een reden.').waitFor();
    await dialog.getByLabel('Reden', { exact: true }).selectOption('ANDERS');
    await dialog.getByRole('button', { name: 'Voorstel afwijzen' }).click();
    await dialog.getByText('Schrijf kort op wat de reden is.').waitFor();
    expect(await stateOf(proposal.id)).toBe('voorgesteld');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const focused = page.locator(':focus');
    expect(await focused.innerText()).toBe('Afwijzen …');
  });

  it('rejects with a reason and a note, which the history keeps', async () => {
    await page.getByRole('button', { name: 'Afwijzen …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reden', { exact: true }).selectOption('WBN');
    await dialog.getByText('krijgt deze woonplek niet opnieuw voorgesteld').waitFor();
    await dialog.getByLabel(/^Toelichting/).fill('De trap is te steil.');
    await dialog.getByRole('button', { name: 'Voorstel afwijzen' }).click();
    await page.getByText('U hebt dit voorstel afgewezen.').waitFor();
    await page.getByText('“De trap is te steil.”').waitFor();
    expect(await stateOf(proposal.id)).toBe('afgewezen');
  });

  it('hears in plain words that somebody else was first, and refreshes', async () => {
    const [other] = (await proposals('status=voorgesteld&aantal=1')).items;
    const { id } = other!;
    await page.goto(`${session.test.url}/voorstellen/${id}`);
    const approve = page.getByRole('button', { name: 'Goedkeuren' });
    await approve.waitFor();
    await session.test
      .request()
      .post(`/v1/voorstellen/${id}/beoordelingen`)
      .send({ besluit: 'akkoord', versie: 1 })
      .expect(201);
    await approve.click();
    const alert = page.getByRole('alert');
    await alert.getByText('Dit voorstel is intussen gewijzigd').waitFor();
    expect(await approve.count()).toBe(0);
    await alert.getByRole('button', { name: 'Ververs dit voorstel' }).click();
    await page.getByRole('button', { name: 'Ongedaan maken' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('filters the list and finds the filter again in the address', async () => {
    await page.goto(`${session.test.url}/voorstellen`);
    await page.getByLabel('Status').selectOption('afgewezen');
    await page.getByRole('status').getByText('1 voorstel', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?status=afgewezen');
    await page.reload();
    await page.getByRole('status').getByText('1 voorstel', { exact: true }).waitFor();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual([proposal.client.nummer]);
    await page.getByLabel('Nummer of woonplek').fill('bestaat niet');
    await page.getByText('Geen voorstellen met deze filters.').waitFor();
    await page.getByRole('button', { name: 'Toon alle voorstellen' }).click();
    await page
      .getByRole('status')
      .getByText(/^\d\d+ voorstellen$/)
      .waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByLabel('Nummer of woonplek').inputValue()).toBe('');
  });

  it('downloads what the list holds, and no cell is a formula', async () => {
    const [home] = (await session.api<{ items: { id: string }[] }>('/v1/wooneenheden?aantal=1')).items;
    await session.test.dataSource.query('UPDATE unit SET name = $1 WHERE id = $2', ['=HYPERLINK("x";"y")', home!.id]);
    const { totaal } = await session.api<{ totaal: number }>('/v1/wooneenheden?gemeente=GM0106&aantal=1');
    await page.goto(`${session.test.url}/woonplekken?gemeente=GM0106`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toBe('woonplekken.csv');
    expect(csv.trim().split('\r\n')).toHaveLength(totaal + 1);
    expect(csv).toContain(`"'=HYPERLINK(""x"";""y"")"`);
    expect(csv).not.toMatch(/(^|;|\n)"?[=+@]/);
  });

  it('sees for a client without a proposal why each home did not do', async () => {
    await page.goto(`${session.test.url}/niet-gematcht`);
    const first = page.getByRole('rowheader').first().getByRole('link');
    const nummer = await first.innerText();
    await first.click();
    await page.getByRole('heading', { name: `Waarom geen voorstel voor ${nummer}?` }).waitFor();
    await page.getByRole('heading', { name: 'Per woonplek' }).waitFor();
    const closed = page.locator('details:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
    const clientId = new URL(page.url()).pathname.split('/').at(-1);
    const { woonplekken } = await session.api<{ woonplekken: unknown[] }>(
      `/v1/matchrondes/${session.runId}/niet-gematcht/${clientId}`,
    );
    expect(await page.getByRole('rowheader').count()).toBe(woonplekken.length);
  });

  it('takes a home out of use with a reason', async () => {
    const [home] = (await session.api<{ items: { id: string }[] }>('/v1/wooneenheden?status=beschikbaar&aantal=1'))
      .items;
    await page.goto(`${session.test.url}/woonplekken/${home!.id}`);
    await page.getByRole('button', { name: 'Status wijzigen …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nieuwe status').selectOption('buiten-gebruik');
    await dialog.getByRole('button', { name: 'Status wijzigen' }).click();
    await dialog.getByText('Schrijf kort op wat de reden is.').waitFor();
    await dialog.getByLabel('Reden (verplicht)').fill('Lekkage in de badkamer');
    await dialog.getByRole('button', { name: 'Status wijzigen' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByText('Lekkage in de badkamer').count()).toBeGreaterThan(0);
    const { status } = await session.api<{ status: { code: string } }>(`/v1/wooneenheden/${home!.id}`);
    expect(status.code).toBe('buiten-gebruik');
  });

  it('starts a new round, follows it, and does not see the rejected pair again', async () => {
    await page.goto(`${session.test.url}/rondes`);
    await page.getByRole('button', { name: 'Nieuwe ronde' }).click();
    await page.getByRole('button', { name: 'Ronde starten' }).click();
    await page.getByRole('heading', { name: /^Ronde van/ }).waitFor();
    await page.getByText('Bekijk de voorstellen van deze ronde').waitFor({ timeout: 90_000 });
    const runId = new URL(page.url()).pathname.split('/').at(-1)!;
    expect(runId).not.toBe(session.runId);
    const round = await proposals(`matchronde=${runId}&aantal=100`);
    expect(round.totaal).toBeGreaterThan(0);
    const pairs = round.items.map(({ client, wooneenheid }) => `${client.id} ${wooneenheid.id}`);
    expect(pairs).not.toContain(`${proposal.client.id} ${proposal.wooneenheid.id}`);
  }, 120_000);

  it('has put no name or birth date of a client in an address', async () => {
    const people = await session.test.dataSource.getRepository(HouseholdMemberEntity).find();
    const secrets = new Set(
      people.flatMap(({ givenName, familyName, birthDate }) => [givenName, familyName, birthDate]),
    );
    expect(secrets.size).toBeGreaterThan(100);
    expect(addresses.length).toBeGreaterThan(50);
    const parts = new Set(addresses.flatMap((address) => address.split(/[^\p{L}\d-]+/u)));
    const isSeen = (secret: string): boolean =>
      secret.includes(' ') ? addresses.some((address) => address.includes(secret)) : parts.has(secret);
    expect([...secrets].filter(isSeen)).toEqual([]);
  });
});
