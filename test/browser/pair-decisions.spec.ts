import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/chromium';
import { startConsoleSession, type ConsoleSession } from '../support/console-session';

interface Decisions {
  readonly items: readonly { client: { nummer: string }; soort: { code: string }; status: string; reden: string }[];
}

describeInBrowser('a coordinator decides about one client and one home', () => {
  let session: ConsoleSession;
  let page: Page;

  const decisions = async () => (await session.api<Decisions>('/v1/paarbesluiten')).items;

  beforeAll(async () => {
    session = await startConsoleSession();
    page = await session.open({ width: 1280, height: 860 });
    await page.goto(`${session.test.url}/voorstellen?status=voorgesteld`);
    await page.locator('tbody th a').first().click();
  });
  afterAll(() => session?.close());

  it('sees first what it costs, without anything being decided', async () => {
    await page.getByRole('button', { name: /^Besluit nemen/ }).click();
    await page.getByLabel('Soort besluit').selectOption('blokkade');
    await page.getByRole('button', { name: 'Bekijk wat dit kost' }).click();
    await page.getByText(/^Dit besluit kost/).waitFor();
    expect(await decisions()).toEqual([]);
  });

  it('is told what is missing, and then takes it with a reason and a last day', async () => {
    await page.getByRole('button', { name: 'Besluit vastleggen' }).click();
    await page.getByText('Kies een datum.').waitFor();
    await page.getByLabel('Reden').fill('Buren vragen om rust');
    await page.getByLabel('Geldt tot en met').fill('2020-01-01');
    await page.getByRole('button', { name: 'Besluit vastleggen' }).click();
    await page.getByText(/een dag van \d{4}/).waitFor();
    const nextMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Geldt tot en met').fill(nextMonth);
    await page.getByRole('button', { name: 'Besluit vastleggen' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await decisions()).toMatchObject([
      { soort: { code: 'blokkade' }, status: 'geldig', reden: 'Buren vragen om rust' },
    ]);
  });

  it('finds it in the list and lifts it', async () => {
    await page.getByRole('link', { name: 'Besluiten', exact: true }).click();
    await page.getByRole('button', { name: /^Hef de blokkade/ }).click();
    await page.getByLabel('Toelichting').fill('Het is weer rustig');
    await page.getByRole('dialog').getByRole('button', { name: 'Opheffen' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Het is weer rustig').waitFor();
    expect(await decisions()).toMatchObject([{ status: 'opgeheven' }]);
  });

  it('records an objection of a client: nothing goes on with the data until it is decided', async () => {
    await page.getByRole('link', { name: 'Cliënten', exact: true }).click();
    const number = await page.locator('tbody th a').first().innerText();
    await page.locator('tbody th a').first().click();
    await page.getByRole('button', { name: 'Verzoek vastleggen' }).click();
    await page.getByRole('button', { name: 'Vastleggen', exact: true }).click();
    await page.getByText('Schrijf op wat de cliënt vraagt.').waitFor();
    await page.getByLabel('Wat vraagt de cliënt?').selectOption('bezwaar');
    await page.getByLabel('De vraag, in de woorden van de cliënt').fill('Ik wil niet in deze ronde.');
    await page.getByRole('button', { name: 'Vastleggen', exact: true }).click();
    await page.getByRole('heading', { name: 'Verwerking beperkt' }).waitFor();

    await page.getByRole('link', { name: 'Verzoeken', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: number });
    expect(await row.innerText()).toMatch(/Bezwaar[^]*Open[^]*Beperkt/);
    await row.getByRole('link', { name: number }).click();
    await page.getByRole('button', { name: /^Verzoek om bezwaar .* afhandelen$/ }).click();
    await page.getByLabel('Wat doet u?').selectOption('afwijzen');
    await page.getByLabel('Antwoord').fill('Zonder deze gegevens is er geen woonplek te vinden.');
    await page.getByRole('dialog').getByRole('button', { name: 'Vastleggen' }).click();
    await page.getByText('Kies een dag: vandaag of eerder.').waitFor();
    await page.getByLabel('Wanneer hoorde de cliënt dat de beperking eindigt?').fill(today());
    await page.getByRole('dialog').getByRole('button', { name: 'Vastleggen' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Verwerking beperkt' }).waitFor({ state: 'detached' });
    await page.getByText('Antwoord: Zonder deze gegevens').waitFor();
  });

  it('corrects a fact with a reason, and finds it in what the client may have', async () => {
    await page.getByRole('link', { name: 'Gegevens verbeteren' }).click();
    await page.getByLabel('Huisdieren').fill('twee');
    await page.getByLabel('Reden').fill('Volgens de begeleider');
    await page.getByRole('button', { name: 'Verbeteren' }).click();
    await page.getByText('Geef een heel getal van 0 of meer.').waitFor();
    await page.getByLabel('Huisdieren').fill('9');
    await page.getByRole('button', { name: 'Verbeteren' }).click();
    await page.getByText('Verbeterd: huisdieren.').waitFor();
    await page.getByRole('link', { name: 'Terug naar het dossier' }).click();
    await page.getByRole('link', { name: /^Alle gegevens/ }).click();
    await page.getByText('Volgens de begeleider').waitFor();
    await page.getByRole('heading', { name: 'Uw rechten' }).waitFor();
  });
});

/** In the Netherlands, as the server counts days. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}
