import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Reconciler } from '../../src/platform/queue/reconciler';
import { describeInBrowser } from '../support/chromium';
import { signInAs, startConsoleSession, type ConsoleSession } from '../support/console-session';

const DESKTOP = { width: 1280, height: 860 };

/** Who is not signed in is sent on while the page still loads, so there is nothing to wait for but its beginning. */
const LEADS_ELSEWHERE = { waitUntil: 'commit' } as const;

describeInBrowser('signing in, roles and signing out', () => {
  let session: ConsoleSession;

  beforeAll(async () => {
    session = await startConsoleSession();
  });
  afterAll(() => session?.close());

  /** As on a computer where nobody signed in. The page is left first: it would send itself on as soon as it notices. */
  const forget = async (page: Page) => {
    await page.goto('about:blank');
    await page.context().clearCookies();
  };
  /** The page of somebody who is signed in, at the first page of their role. */
  const start = async (person: string): Promise<Page> => {
    const page = await session.pageOf(DESKTOP, person);
    await page.goto(session.test.url);
    return page;
  };
  const heading = (page: Page) => page.getByRole('heading', { level: 1 });
  const menu = (page: Page) => page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link');

  it('sends who is not signed in to the service, and back to the page that was asked for', async () => {
    const page = await session.open(DESKTOP, 'Gijs Voorbeeld');
    await forget(page);
    await page.goto(`${session.test.url}/rondes?status=voltooid`, LEADS_ELSEWHERE);
    await signInAs(page, 'Gijs Voorbeeld');
    expect(await heading(page).innerText()).toBe('Rondes');
    expect(page.url()).toBe(`${session.test.url}/rondes?status=voltooid`);
  });

  it.each([
    ['Anouk Voorbeeld', 'Wooncoördinator', ['Voorstellen', 'Cliënten', 'Rondes'], ['Rollen']],
    ['Bram Voorbeeld', 'Medewerker corporatie', ['Toewijzingen', 'Woonplekken'], ['Voorstellen', 'Cliënten', 'Rondes']],
    ['Carla Voorbeeld', 'Medewerker aanbieder', ['Voorstellen', 'Cliënten'], ['Rondes', 'Rollen']],
    ['Els Voorbeeld', 'Wijkregisseur', ['Draagkracht', 'Regels'], ['Cliënten', 'Voorstellen', 'Woonplekken']],
    ['Fatima Voorbeeld', 'Lid van de veldtafel', ['Regels'], ['Cliënten', 'Voorstellen', 'Draagkracht']],
    ['Gijs Voorbeeld', 'Auditor', ['Rondes', 'Rollen', 'Inzagelogboek'], ['Cliënten', 'Voorstellen']],
    ['Hanna Voorbeeld', 'Beheerder', ['Rollen', 'Regels'], ['Cliënten', 'Voorstellen', 'Inzagelogboek']],
  ])(
    'shows %s, %s, the pages of that role and no other, each without a refusal',
    async (person, role, shown, hidden) => {
      const page = await start(person);
      const refused: string[] = [];
      page.on('response', (response) => {
        if (response.status() === 403) refused.push(response.url());
      });
      await heading(page).waitFor();
      expect(await page.locator('.wp-session').innerText()).toContain(role);
      const labels = await menu(page).allInnerTexts();
      expect(labels).toEqual(expect.arrayContaining(shown));
      expect(labels.filter((label) => hidden.includes(label))).toEqual([]);
      for (const label of labels) {
        await menu(page).getByText(label, { exact: true }).click();
        await heading(page).getByText(label).waitFor();
        while ((await page.locator('.wp-loading').count()) > 0) await page.waitForTimeout(20);
        expect([label, await page.getByRole('alert').count()]).toEqual([label, 0]);
      }
      expect(refused).toEqual([]);
    },
  );

  it('explains a page that is not for the role of the reader', async () => {
    const page = await session.pageOf(DESKTOP, 'Els Voorbeeld');
    await page.goto(`${session.test.url}/clienten`);
    await page.getByText('Deze pagina is niet voor uw rol').waitFor();
    expect(await heading(page).innerText()).toBe('Cliënten');
  });

  it('shows a corporatie what it needs for a tenancy once a proposal for its home is approved, and no client', async () => {
    const page = await start('Bram Voorbeeld');
    await menu(page).getByText('Toewijzingen').click();
    await page.getByText('Er is nog geen voorstel goedgekeurd voor een van uw woningen.').waitFor();
    const [[approved]] = await session.test.dataSource.query<[[{ name: string; reference: string }], number]>(
      `UPDATE proposal p SET state = 'goedgekeurd' FROM unit u, organisation o, household h
        WHERE p.id = (SELECT min(v.id::text)::uuid FROM proposal v JOIN unit w ON w.id = v.unit_id
                        JOIN organisation c ON c.id = w.owner_organisation_id WHERE c.short_name = 'Actium')
          AND u.id = p.unit_id AND o.id = u.owner_organisation_id AND h.id = p.household_id
        RETURNING u.name, h.reference`,
    );
    await page.reload();
    const row = page.getByRole('row').filter({ hasText: approved.name });
    await row.getByText('aftoppingsgrens').or(row.getByText('Geen grens')).waitFor();
    expect(await page.getByText(approved.reference).count()).toBe(0);
  });

  it('tells a corporatie of an approval, which shows in the history, and lets it choose when it is mailed', async () => {
    const [{ id, version }] = await session.test.dataSource.query<[{ id: string; version: number }]>(
      `SELECT p.id, p.version FROM proposal p JOIN organisation o ON o.id = p.owner_organisation_id
        WHERE p.state = 'voorgesteld' AND o.short_name = 'Actium' ORDER BY p.id LIMIT 1`,
    );
    const approval = { besluit: 'akkoord', versie: version };
    await session.test.request().post(`/v1/voorstellen/${id}/beoordelingen`).send(approval).expect(201);
    // A search that had begun already may have passed the step by.
    for (let time = 0; time < 2; time += 1) await session.test.app.get(Reconciler).reconcile();

    const page = await start('Bram Voorbeeld');
    const bar = page.locator('.wp-session');
    await bar.getByRole('link', { name: 'Meldingen 1 nieuw' }).click();
    await page.getByText('Er gaat nu geen mail uit').waitFor();
    await page.getByLabel('Wanneer wilt u mail?').selectOption('meteen');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Uw keuze is opgeslagen.').waitFor();
    await page.getByRole('row').getByRole('link', { name: 'Voorstel om te bevestigen' }).click();
    await heading(page).getByText('Toewijzingen').waitFor();
    await bar.getByText('1 nieuw').waitFor({ state: 'detached' });

    const coordinator = await session.pageOf(DESKTOP);
    await coordinator.goto(`${session.test.url}/voorstellen/${id}`);
    await coordinator.getByText('Melding aan 1 mens (medewerker corporatie): 1 gelezen').waitFor();
  });

  it('shows an aanbieder a proposal without a button that it may not press', async () => {
    const page = await start('Carla Voorbeeld');
    await menu(page).getByText('Voorstellen').click();
    await page.getByRole('rowheader').getByRole('link').first().click();
    await page.getByText('Voorstellen beoordelen doet de wooncoördinator.').waitFor();
    expect(await page.getByRole('button', { name: /Goedkeuren|Afwijzen|Besluit nemen/ }).count()).toBe(0);
  });

  it('lets somebody with more roles go on in another', async () => {
    const page = await session.open(DESKTOP, 'Dirk Voorbeeld');
    const bar = page.locator('.wp-session');
    const before = await bar.innerText();
    await page.getByRole('button', { name: 'Andere rol' }).click();
    const other = page.getByRole('dialog').getByRole('button', { name: /^(Beleidsmedewerker|Lid)/ });
    await other.and(page.locator(':enabled')).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await bar.getByText(before.includes('veldtafel') ? 'Beleidsmedewerker' : 'veldtafel').waitFor();
  });

  it('lets the beheerder give a role, sign for another, and end one, which signs that person out', async () => {
    const wijkregisseur = await session.pageOf(DESKTOP, 'Els Voorbeeld');
    const page = await start('Hanna Voorbeeld');
    await menu(page).getByText('Rollen').click();
    await page.getByText('Uw eigen rol beoordeelt en beëindigt iemand anders.').waitFor();
    await page.getByRole('button', { name: 'Rol geven' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Rol geven' }).click();
    await dialog.getByText('Kies een rol.').waitFor();
    await dialog.getByLabel('Naam').fill('Ilse Voorbeeld');
    await dialog.getByLabel('E-mailadres').fill('ilse@voorbeeld.example');
    await dialog.getByLabel('Rol', { exact: true }).selectOption('aanbieder');
    await dialog.getByLabel('Organisatie').selectOption({ label: 'Cosis' });
    await dialog.getByRole('button', { name: 'Rol geven' }).click();
    await page
      .getByRole('row', { name: /Ilse Voorbeeld/ })
      .getByText('Cosis')
      .waitFor();
    await page.getByRole('button', { name: 'Beoordelen: rol auditor van Gijs Voorbeeld' }).click();
    await page.getByRole('button', { name: 'Rol behouden' }).click();
    await page
      .getByRole('row', { name: /Gijs Voorbeeld/ })
      .getByText('Hanna Voorbeeld')
      .waitFor();
    await page.getByRole('button', { name: 'Beëindigen: rol wijkregisseur van Els Voorbeeld' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rol beëindigen' }).click();
    await page
      .getByRole('row', { name: /Els Voorbeeld/ })
      .getByText('Beëindigd')
      .waitFor();
    await wijkregisseur.goto(`${session.test.url}/draagkracht`, LEADS_ELSEWHERE);
    await wijkregisseur.waitForURL(
      ({ pathname, origin }) => origin !== session.test.url || pathname === '/niet-aangemeld',
    );
  });

  it('asks for a stronger sign-in where clients are, and shows them after it', async () => {
    const page = await session.pageOf(DESKTOP);
    await forget(page);
    await page.goto(`${session.test.url}/clienten`, LEADS_ELSEWHERE);
    await page.getByRole('heading', { name: 'Aanmelden om Woonplek te proberen' }).waitFor();
    await page.getByLabel(/code op mijn telefoon/).uncheck();
    await signInAs(page, 'Anouk Voorbeeld');
    await page.getByRole('heading', { name: 'Sterkere aanmelding nodig' }).waitFor();
    await page.getByRole('link', { name: 'Opnieuw aanmelden' }).click();
    await signInAs(page, 'Anouk Voorbeeld');
    await page.getByRole('rowheader').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/clienten');
  });

  it('signs out here and at the service', async () => {
    const page = await session.open(DESKTOP);
    await page.getByRole('button', { name: 'Afmelden' }).click();
    await page.getByRole('button', { name: 'Ja, afmelden' }).click();
    await page.getByRole('heading', { name: 'U bent afgemeld' }).waitFor();
    await page.goto(session.test.url, LEADS_ELSEWHERE);
    await page.getByRole('heading', { name: 'Aanmelden om Woonplek te proberen' }).waitFor();
  });
});
