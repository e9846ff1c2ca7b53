import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/chromium';
import { startConsoleSession, type ConsoleSession } from '../support/console-session';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** On a small screen the same page is drawn another way: what can become too small, unnamed or out of reach by that. */
const RULES_OF_WIDTH = [
  ...['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'bypass', 'page-has-heading-one'],
  ...['button-name', 'link-name', 'label', 'select-name'],
];

/** Every page of the console; `{name}` is filled with an id that exists. */
const PAGES = [
  '/',
  '/werk',
  '/klokken',
  '/voorstellen',
  '/voorstellen?status=vervallen',
  '/voorstellen/{voorstel}',
  '/voorstellen/{zaak}',
  '/niet-gematcht',
  '/niet-gematcht/{ronde}/{nietGematcht}',
  '/warme-overdrachten',
  '/warme-overdrachten/{overdracht}',
  '/veldtafels',
  '/veldtafels/{veldtafel}',
  '/rondes',
  '/rondes/{ronde}',
  '/meldingen',
  '/besluiten',
  '/woonplekken',
  '/woonplekken/{woonplek}',
  '/complexen',
  '/complexen/{complex}',
  '/clienten',
  '/clienten/{client}',
  '/clienten/{client}/inzage',
  '/clienten/{client}/gegevens',
  '/clienten/{client}/verbeteren',
  '/clienten/{ander}/verbeteren',
  '/overdragen',
  '/verzoeken',
  '/spreiding',
  '/draagkracht',
  '/prestatieafspraken',
  '/regels',
  '/bewijs',
  '/over',
  '/rollen',
  '/bewaren',
  '/niet-aangemeld?reden=afgemeld',
  '/bestaat-niet',
  '/voorstellen?status=onzin',
];

interface OpenProposal {
  readonly id: string;
  readonly client: { readonly id: string };
  readonly wooneenheid: { readonly id: string };
  readonly corporatie: { readonly naam: string } | null;
}

/** Who looks at which pages. */
const READERS = [
  { person: 'Anouk Voorbeeld', pages: PAGES },
  { person: 'Gijs Voorbeeld', pages: ['/inzagelogboek', '/inzagelogboek?client=XX-0', '/bewaren'] },
  { person: 'Bram Voorbeeld', pages: ['/toewijzingen', '/werk', '/meldingen'] },
  { person: 'Dirk Voorbeeld', pages: ['/warme-overdrachten', '/warme-overdrachten/{overdracht}'] },
  { person: 'Fatima Voorbeeld', pages: ['/veldtafels', '/veldtafels/{veldtafel}'] },
  { person: 'Hanna Voorbeeld', pages: ['/rollen', '/bewaren'] },
] as const;
const DESKTOP = { width: 1280, height: 860 };
/** Each page is drawn on the first and then made smaller, as when somebody turns a tablet or zooms in. */
const SCREENS = [DESKTOP, { width: 320, height: 640 }] as const;

/** Dialogs: who opens it, the page, the button. */
const DIALOGS = [
  ['Anouk Voorbeeld', '/rondes', 'Nieuwe ronde'],
  ['Anouk Voorbeeld', '/voorstellen/{voorstel}', 'Afwijzen …'],
  ['Anouk Voorbeeld', '/voorstellen/{voorstel}', 'Voortgang melden …'],
  ['Anouk Voorbeeld', '/voorstellen/{voorstel}', 'Termijn laten stilstaan …'],
  ['Anouk Voorbeeld', '/voorstellen/{zaak}', 'Intrekken …'],
  ['Bram Voorbeeld', '/toewijzingen', /Bevestigen …$/],
  ['Bram Voorbeeld', '/toewijzingen', /Terugsturen …$/],
  ['Bram Voorbeeld', '/woonplekken/{eigenWoonplek}', 'Contactpersoon wijzigen …'],
  ['Bram Voorbeeld', '/woonplekken/{eigenWoonplek}', 'Al mijn woningen overdragen …'],
  ['Anouk Voorbeeld', '/woonplekken/{woonplek}', 'Status wijzigen …'],
  ['Anouk Voorbeeld', '/voorstellen/{voorstel}', /^Besluit nemen/],
  ['Anouk Voorbeeld', '/clienten/{client}', 'Overdragen aan een andere gemeente …'],
  ['Dirk Voorbeeld', '/warme-overdrachten/{overdracht}', 'Aanvaarden …'],
  ['Anouk Voorbeeld', '/veldtafels', 'Bijeenkomst plannen …'],
  ['Anouk Voorbeeld', '/veldtafels/{veldtafel}', 'Zaak op de agenda zetten …'],
  ['Anouk Voorbeeld', '/veldtafels/{veldtafel}', /van de agenda halen …$/],
  ['Fatima Voorbeeld', '/veldtafels/{veldtafel}', /^Advies schrijven/],
  ['Anouk Voorbeeld', '/clienten/{client}', 'Verzoek vastleggen'],
  ['Anouk Voorbeeld', '/clienten/{client}', 'Contactpersoon wijzigen: wooncoördinator'],
  ['Hanna Voorbeeld', '/rollen', 'Rol geven'],
  ['Hanna Voorbeeld', '/rollen', 'Beëindigen: rol wooncoördinator van Anouk Voorbeeld'],
  ['Hanna Voorbeeld', '/bewaren', /^Termijn wijzigen: dossier/],
  ['Anouk Voorbeeld', '/clienten/{client}', 'Dossier afsluiten …'],
  ['Anouk Voorbeeld', '/clienten/{client}', 'Bewaarplicht instellen …'],
] as const;

describeInBrowser('every page of the console', () => {
  let session: ConsoleSession;
  let ids: Readonly<Record<string, string>>;

  const fill = (address: string) => session.test.url + address.replace(/\{(\w+)\}/g, (_, name: string) => ids[name]!);

  /** What axe finds, in the whole page or in a part of it: by all rules, or by those that depend on the width alone. */
  async function violations(page: Page, { within = 'html', rules = RULES } = {}): Promise<string[]> {
    await page.evaluate(`void (window.axe ?? (() => { ${AXE} })())`);
    const options = { runOnly: rules, resultTypes: ['violations'], iframes: false, preload: false };
    const found = await page.evaluate<AxeResults>(`axe.run('${within}', ${JSON.stringify(options)})`);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }

  async function settled(page: Page, address: string): Promise<void> {
    await page.goto(fill(address));
    await page.getByRole('heading', { level: 1 }).waitFor();
    while ((await page.locator('.wp-loading').count()) > 0) await page.waitForTimeout(20);
  }

  beforeAll(async () => {
    session = await startConsoleSession();
    const first = async (list: string) =>
      (await session.api<{ items: { id: string; clientId: string }[] }>(list)).items[0]!;
    const client = (await first('/v1/clienten')).id;
    // Pages about a client also show what was asked, and that the processing is restricted.
    const asked = { soort: 'bezwaar', ontvangenOp: new Date().toISOString().slice(0, 10), vraag: 'Liever niet.' };
    const open = await session.api<{ items: OpenProposal[] }>('/v1/voorstellen?status=voorgesteld&aantal=100');
    const others = open.items.filter((each) => each.client.id !== client);
    const { id: voorstel, client: ander } = others[0]!;
    // One that is approved, so that there is something to confirm.
    const approved = others.find(({ id, corporatie }) => id !== voorstel && corporatie?.naam === 'Actium')!;
    const [zaak, eigenWoonplek] = [approved.id, approved.wooneenheid.id];
    const approval = { besluit: 'akkoord', versie: 1 };
    await session.test.request().post(`/v1/voorstellen/${zaak}/beoordelingen`).send(approval).expect(201);
    await session.test.request().post(`/v1/clienten/${client}/verzoeken`).send(asked).expect(201);
    // Somebody to hand work over to, and work to hand over.
    const organisatie = (await first('/v1/organisaties?soort=regio')).id;
    const colleague = { naam: 'Ilse Voorbeeld', email: 'ilse@voorbeeld.example', rol: 'coordinator', organisatie };
    const grant = { ...colleague, vanaf: new Date().toISOString().slice(0, 10) };
    await session.test.as('beheerder').post('/v1/roltoewijzingen').send(grant).expect(201);
    const { body: me } = await session.test.request().get('/v1/sessie').expect(200);
    const contact = { persoon: me.persoon.id, vorige: null };
    await session.test.request().post(`/v1/clienten/${client}/contactpersonen`).send(contact).expect(200);
    // The same for a home, of which the corporatie itself has a contact person.
    const { body: owner } = await session.test.as('corporatie').get('/v1/sessie').expect(200);
    const keeper = session.test.as('corporatie').post(`/v1/wooneenheden/${eigenWoonplek}/contactpersoon`);
    await keeper.send({ persoon: owner.persoon.id, vorige: null }).expect(200);
    const handover = {
      ...{ van: 'GM0118', naar: 'GM0106', reden: 'Heeft daar familie.', afspraken: 'Blijft in de opvang.' },
      ...{ toestemmingOp: grant.vanaf, toestemmingHoe: 'In een gesprek' },
    };
    const overdracht = await session.test.request().post(`/v1/clienten/${ander.id}/warmeoverdrachten`).send(handover);
    const table = { soort: 'veldtafel', titel: 'Veldtafel van deze maand', op: grant.vanaf };
    const panel = (await session.test.request().post('/v1/veldtafels').send(table).expect(201)).body;
    const { persoon: member } = panel.uitTeNodigen.find((each: { persoon: { naam: string } }) =>
      each.persoon.naam.startsWith('Fatima'),
    );
    const at = (step: string) => session.test.request().post(`/v1/veldtafels/${panel.id}/${step}`);
    await at('uitnodigingen').send({ persoon: member.id }).expect(200);
    const file = await session.api<{ nummer: string }>(`/v1/clienten/${ander.id}`);
    await at('zaken')
      .send({ client: file.nummer, vraag: 'Welke plek past?', delen: ['begeleiding'] })
      .expect(200);
    ids = {
      veldtafel: panel.id,
      overdracht: overdracht.body.id,
      ronde: session.runId,
      ...{ voorstel, zaak, eigenWoonplek },
      woonplek: (await first('/v1/wooneenheden?status=beschikbaar')).id,
      complex: (await first('/v1/complexen')).id,
      client,
      // Whose processing is not restricted.
      ander: ander.id,
      nietGematcht: (await first(`/v1/matchrondes/${session.runId}/niet-gematcht`)).clientId,
    };
  });

  afterAll(() => session?.close());

  /** One page for each person: signing in takes as long as most of these tests. */
  const pages = new Map<string, Promise<Page>>();
  const pageOf = async (person: string): Promise<Page> => {
    const opened = pages.get(person) ?? session.open(DESKTOP, person);
    pages.set(person, opened);
    const page = await opened;
    await page.setViewportSize(DESKTOP);
    return page;
  };

  describe.each(READERS)('to $person', ({ person, pages: addresses }) => {
    let page: Page;
    const faults: string[] = [];

    beforeAll(async () => {
      page = await pageOf(person);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('status of 400')) faults.push(message.text());
      });
    });

    it.each(addresses)('%s passes axe, fits every screen and breaks no security policy', async (address) => {
      faults.length = 0;
      await page.setViewportSize(DESKTOP);
      await settled(page, address);
      const heading = await page.getByRole('heading', { level: 1 }).innerText();
      expect(await page.title()).toContain(heading);
      for (const { width, height } of SCREENS) {
        await page.setViewportSize({ width, height });
        const found = await violations(page, { rules: width === DESKTOP.width ? RULES : RULES_OF_WIDTH });
        expect({ width, violations: found }).toEqual({ width, violations: [] });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
      expect(faults).toEqual([]);
    });
  });

  it.each(DIALOGS)('the dialog for %s on %s behind "%s" passes axe', async (person, address, button) => {
    const page = await pageOf(person);
    await settled(page, address);
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('dialog').getByRole('button').first().waitFor();
    expect(await violations(page, { within: 'dialog[open]' })).toEqual([]);
  });

  it('orders every list on every column that offers it', async () => {
    const page = await pageOf('Anouk Voorbeeld');
    for (const list of ['/voorstellen', '/niet-gematcht', '/rondes', '/woonplekken', '/complexen', '/clienten']) {
      await settled(page, list);
      const buttons = page.getByRole('columnheader').getByRole('button');
      const names = await buttons.allInnerTexts();
      expect(names.length).toBeGreaterThan(1);
      for (const name of names) {
        const column = page.getByRole('columnheader', { name, exact: true });
        for (let press = 0; press < 2; press += 1) {
          const before = await column.getAttribute('aria-sort');
          const answered = page.waitForResponse((response) => response.url().includes('sorteer='));
          await column.getByRole('button').click();
          expect((await answered).status()).toBe(200);
          const after = await column.getAttribute('aria-sort');
          expect({ list, name, after }).toEqual({ list, name, after: expect.stringMatching(/^(a|de)scending$/) });
          expect(after).not.toBe(before);
        }
      }
      expect(await page.getByRole('alert').count()).toBe(0);
    }
  });

  it.each(['/voorstellen', '/clienten'])('shows every column of %s on a desktop', async (list) => {
    const page = await pageOf('Anouk Voorbeeld');
    await page.setViewportSize(DESKTOP);
    await settled(page, list);
    const beyond = await page.evaluate(
      '(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector(".wp-table-region"))',
    );
    expect(beyond).toBe(0);
  });

  it('lets somebody review with the keyboard alone', async () => {
    const page = await pageOf('Anouk Voorbeeld');
    await settled(page, '/voorstellen?status=voorgesteld');
    const focus = page.locator(':focus');
    const tabTo = async (text: string | RegExp): Promise<void> => {
      for (let press = 0; press < 80; press += 1) {
        await page.keyboard.press('Tab');
        if ((await focus.filter({ hasText: text }).count()) > 0) return;
      }
      throw new Error(`Tab never reaches ${String(text)}`);
    };

    await tabTo('Naar de inhoud');
    await page.keyboard.press('Enter');
    await tabTo(/^AS-\d{4}$/);
    const nummer = await focus.innerText();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: nummer }).waitFor();
    expect(await focus.innerText()).toContain(nummer);
    await tabTo('Goedkeuren');
    await page.keyboard.press('Enter');
    await page.getByText('U hebt dit voorstel goedgekeurd.').waitFor();
    await tabTo('Ongedaan maken');
    await page.keyboard.press('Enter');
    await page.getByText('Uw besluit is ongedaan gemaakt.').waitFor();
  });

  it('shows what the corporatie sent back', async () => {
    const page = await pageOf('Anouk Voorbeeld');
    const decline = { redenCode: 'DOC', toelichting: 'De inkomensverklaring ontbreekt.', versie: 2 };
    await session.test.as('corporatie').post(`/v1/toewijzingen/${ids['zaak']}/terugsturingen`).send(decline);
    await settled(page, '/voorstellen/{zaak}');
    await page.getByRole('heading', { name: 'Actium stuurde dit voorstel terug' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('closes a file, sets a hold on it and opens it again', async () => {
    const page = await session.open({ width: 1280, height: 860 });
    await settled(page, '/clienten/{client}');
    const dialog = page.getByRole('dialog');
    const gone = () => dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Dossier afsluiten …' }).click();
    await dialog.getByRole('button', { name: 'Afsluiten' }).click();
    await dialog.getByText('Kies een reden.').waitFor();
    await dialog.getByLabel('Reden').selectOption('onbereikbaar');
    await dialog.getByRole('button', { name: 'Afsluiten' }).click();
    await gone();
    await page.getByText('Niet meer te bereiken', { exact: true }).waitFor();
    await page.getByText('Bewaard tot').waitFor();

    await page.getByRole('button', { name: 'Bewaarplicht instellen …' }).click();
    await dialog.getByLabel('Waarom moet dit bewaard blijven?').fill('Bezwaar loopt');
    await dialog.getByRole('button', { name: 'Instellen' }).click();
    await gone();
    await page.getByText('Van dit dossier wordt nu niets vernietigd:').waitFor();
    expect(await violations(page)).toEqual([]);
    await settled(page, '/bewaren');
    await page.getByRole('button', { name: /^Hef de bewaarplicht van/ }).click();
    await dialog.getByLabel('Waarom hoeft dit niet meer bewaard te blijven?').fill('Bezwaar is voorbij');
    await dialog.getByRole('button', { name: 'Opheffen' }).click();
    await page.getByText('Er is nu geen bewaarplicht.').waitFor();

    await settled(page, '/clienten/{client}');
    await page.getByRole('button', { name: 'Dossier heropenen …' }).click();
    await dialog.getByLabel('Waarom gaat het dossier weer open?').fill('Meldde zich weer');
    await dialog.getByRole('button', { name: 'Heropenen' }).click();
    await gone();
    await page.getByText('Toelichting: Meldde zich weer').waitFor();
  });

  it('lets a gemeente accept a client, whom the coordinator then hands over', async () => {
    const [gemeente, coordinator] = [await pageOf('Dirk Voorbeeld'), await pageOf('Anouk Voorbeeld')];
    await settled(gemeente, '/warme-overdrachten/{overdracht}');
    await gemeente.getByText('Gemeente Hoogeveen is nu verantwoordelijk voor deze cliënt.').waitFor();
    await gemeente.getByRole('button', { name: 'Aanvaarden …' }).click();
    const dialog = gemeente.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Aanvaarden' }).click();
    await dialog.getByText('Kies een datum.').waitFor();
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
    await dialog.getByLabel(/^Vanaf welke dag/).fill(today);
    // Somebody else was first: the dialog says so, and knows the newest version when it is sent again.
    const changed = 'UPDATE warm_handover SET version = version + 1 WHERE id = $1';
    await session.test.dataSource.query(changed, [ids.overdracht]);
    await dialog.getByRole('button', { name: 'Aanvaarden' }).click();
    await dialog
      .getByText(/intussen gewijzigd/)
      .first()
      .waitFor();
    await gemeente.waitForLoadState('networkidle');
    await dialog.getByRole('button', { name: 'Aanvaarden' }).click();
    await gemeente.getByText('Gemeente Assen is nu verantwoordelijk voor deze cliënt.').waitFor();
    const complete = 'Leg daarna vast dat het is gebeurd.';
    expect(await gemeente.getByText(complete).count()).toBe(0);

    await settled(coordinator, '/warme-overdrachten/{overdracht}');
    await coordinator.getByText(complete).waitFor();
    await coordinator.getByRole('button', { name: 'Overdracht afronden …' }).click();
    await coordinator.getByRole('dialog').getByRole('button', { name: 'Vastleggen' }).click();
    await coordinator.getByText(/^Overgedragen op/).waitFor();
  });

  it('says of a client who goes to a gemeente outside the region why, and where to read about it', async () => {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
    const outside = {
      ...{ van: 'GM0106', naar: 'GM0014', naarNaam: 'Groningen', reden: 'Heeft daar familie.' },
      ...{ afspraken: 'Blijft in de opvang.', toestemmingOp: day, toestemmingHoe: 'In een gesprek' },
    };
    const send = (path: string, body: object) => session.test.request().post(`/v1/${path}`).send(body);
    const asked = await send(`clienten/${ids.nietGematcht}/warmeoverdrachten`, outside).expect(201);
    const namens = { door: 'Mevrouw De Vries', op: day, wijze: 'telefoon', bewijs: 'Mail in het archief' };
    const yes = { antwoord: 'aanvaarden', overnameOp: day, namens, versie: asked.body.versie };
    await send(`warmeoverdrachten/${asked.body.id}/antwoorden`, yes).expect(200);
    const page = await pageOf('Anouk Voorbeeld');
    await settled(page, '/clienten/{nietGematcht}');
    await page.getByText('Deze cliënt doet nu niet mee: de cliënt gaat over naar een andere gemeente.').waitFor();
    expect(await page.getByRole('button', { name: 'Weer laten meedoen …' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Bekijk de warme overdrachten die lopen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Warme overdracht' }).waitFor();
  });

  it('lets a member of the veldtafel advise, and the coordinator close the minutes', async () => {
    const [member, coordinator] = [await pageOf('Fatima Voorbeeld'), await pageOf('Anouk Voorbeeld')];
    await settled(member, '/veldtafels/{veldtafel}');
    await member.getByRole('button', { name: /^Advies schrijven/ }).click();
    await member.getByRole('dialog').getByLabel('Wat schrijft u op?').fill('Een rustige plek past het best.');
    await member.getByRole('dialog').getByRole('button', { name: 'Vastleggen' }).click();
    await member.getByRole('listitem').filter({ hasText: 'Een rustige plek past het best.' }).waitFor();

    await settled(coordinator, '/veldtafels/{veldtafel}');
    await coordinator.getByRole('button', { name: 'Verslag vaststellen' }).click();
    await coordinator.getByText('Leg eerst van iedereen vast of die aanwezig was.').waitFor();
    await coordinator.getByRole('button', { name: 'Fatima Voorbeeld was aanwezig' }).click();
    await coordinator.getByRole('button', { name: 'Fatima Voorbeeld was aanwezig', disabled: true }).waitFor();
    await coordinator.getByRole('button', { name: 'Verslag vaststellen' }).click();
    await coordinator.getByText('Dit verslag verandert niet meer.').waitFor();
    await coordinator.getByRole('button', { name: /^Aanvulling schrijven/ }).waitFor();
    expect(await violations(coordinator)).toEqual([]);
  });

  it('says at the number itself that no client has it, until it is another number', async () => {
    const wish = { soort: 'veldtafel', titel: 'Veldtafel zonder zaken', op: '2099-01-02' };
    const { id } = (await session.test.request().post('/v1/veldtafels').send(wish).expect(201)).body;
    const page = await pageOf('Anouk Voorbeeld');
    await settled(page, `/veldtafels/${id}`);
    await page.getByRole('button', { name: 'Zaak op de agenda zetten …' }).click();
    const dialog = page.getByRole('dialog');
    const number = dialog.getByLabel('Cliëntnummer');
    await number.fill(' XX-9999');
    await dialog.getByLabel('Wat vraagt u aan de tafel?').fill('Welke plek past?');
    await dialog.getByRole('button', { name: 'Op de agenda zetten' }).click();
    const fault = dialog.getByRole('alert');
    await fault.waitFor();
    expect(await fault.allInnerTexts()).toEqual(['Er is geen cliënt met dit nummer en een open dossier.']);
    expect(await number.getAttribute('aria-describedby')).toBe(await fault.getAttribute('id'));
    expect(await violations(page, { within: 'dialog[open]' })).toEqual([]);
    await number.fill('XX-999');
    await fault.waitFor({ state: 'detached' });
  });

  it('takes back an invitation, a case and a meeting that is planned', async () => {
    const post = (path: string, body: object) => session.test.request().post(`/v1/veldtafels${path}`).send(body);
    const wish = { soort: 'veldtafel', titel: 'Veldtafel van straks', op: '2099-01-01' };
    const { id, uitTeNodigen } = (await post('', wish).expect(201)).body;
    await post(`/${id}/uitnodigingen`, { persoon: uitTeNodigen[0].persoon.id }).expect(200);
    const { nummer } = await session.api<{ nummer: string }>(
      fill('/v1/clienten/{ander}').replace(session.test.url, ''),
    );
    await post(`/${id}/zaken`, { client: nummer, vraag: 'Welke plek past?', delen: [] }).expect(200);
    const page = await pageOf('Anouk Voorbeeld');
    await settled(page, `/veldtafels/${id}`);
    await page.getByRole('button', { name: /^Uitnodiging intrekken: / }).click();
    await page.getByText('Er is nog niemand uitgenodigd.').waitFor();
    await page.getByRole('button', { name: `${nummer} van de agenda halen …` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Van de agenda halen' }).click();
    await dialog.getByText('Schrijf in een paar woorden op waarom.').waitFor();
    await dialog.getByLabel('Waarom?').fill('Verkeerde cliënt');
    await dialog.getByRole('button', { name: 'Van de agenda halen' }).click();
    await page.getByText('Er staat nog geen zaak op de agenda.').waitFor();
    await page.getByRole('button', { name: 'Bijeenkomst afgelasten …' }).click();
    await dialog.getByLabel('Waarom?').fill('Te weinig zaken');
    await dialog.getByRole('button', { name: 'Afgelasten' }).click();
    await page.getByText('Deze bijeenkomst gaat niet door.').waitFor();
    expect(await page.getByRole('button', { name: /afgelasten|vaststellen|agenda/i }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('hands a client over, and ends the role of who took it, which asks where the work goes', async () => {
    const page = await pageOf('Anouk Voorbeeld');
    await settled(page, '/overdragen');
    await page.getByLabel('Een deel').check();
    await page.getByRole('button', { name: '0 cliënten overdragen' }).click();
    await page.getByText('Kies minstens één cliënt.').waitFor();
    await page.getByRole('checkbox').first().check();
    await page.getByLabel('Aan wie?').selectOption({ label: 'Ilse Voorbeeld' });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '1 cliënt overdragen' }).click();
    await page.getByText('overgedragen aan Ilse Voorbeeld').waitFor();

    const beheer = await pageOf('Hanna Voorbeeld');
    await settled(beheer, '/rollen');
    await beheer.getByRole('button', { name: 'Beëindigen: rol wooncoördinator van Ilse Voorbeeld' }).click();
    const dialog = beheer.getByRole('dialog');
    await dialog.getByText('1 cliënt', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Rol beëindigen' }).click();
    await dialog.getByText('Kies wie het werk overneemt.').waitFor();
    await dialog.getByLabel('Wie neemt het werk over?').selectOption('organisatie');
    await dialog.getByRole('button', { name: 'Rol beëindigen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await settled(page, '/clienten/{client}');
    await page.getByText('Wooncoördinator: nog niemand').waitFor();
  });
});
