import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildConsole } from './build-console';
import { startChromium } from './chromium';
import { createTestApp, type TestApp } from './test-app';
import { createTestDatabase, madeOnce } from './test-database';

/** The console in a browser, over the whole application with one finished round. */
export interface ConsoleSession {
  readonly test: TestApp;
  /** Id of the round that was run before the browser opened. */
  readonly runId: string;
  /** A fresh browser with one page, in which somebody has signed in at the sign-in service. Default: the coordinator. */
  open(viewport: { width: number; height: number }, person?: string): Promise<Page>;
  /** JSON from the API, past the console. */
  api<T>(address: string): Promise<T>;
  close(): Promise<void>;
}

/** The database of Assen with one finished round. */
const WITH_ROUND = 'woonplek_assen_round';
const PATIENCE_MS = 90_000;
const STEP_MS = 45_000;

export async function startConsoleSession(): Promise<ConsoleSession> {
  await madeOnce(WITH_ROUND, makeRound);
  const database = await createTestDatabase({ copyOf: WITH_ROUND });
  const test = await createTestApp({ database, handlesJobs: true, consoleFolder: buildConsole(), provider: true });
  const contexts: BrowserContext[] = [];
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await test.close();
  };
  try {
    const runId = await roundIn(test);
    browser = await startChromium();
    const running = browser;
    return {
      test,
      runId,
      open: async (viewport, person = 'Anouk Voorbeeld') => {
        const context = await running.newContext({ viewport, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
        context.setDefaultTimeout(STEP_MS);
        contexts.push(context);
        const page = await context.newPage();
        // The console sends who is not signed in on while it still loads.
        await page.goto(test.url, { waitUntil: 'commit' });
        await signInAs(page, person);
        return page;
      },
      api: async <T>(address: string) => (await test.request().get(address).expect(200)).body as T,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** On the page of the sign-in service: chooses a person, and waits for the console. */
export async function signInAs(page: Page, person: string): Promise<void> {
  await page.getByRole('heading', { name: 'Aanmelden om Woonplek te proberen' }).waitFor();
  await page.getByLabel(person).check();
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await page.locator('.wp-session').getByText(person).waitFor();
}

/** A round takes a while and every browser spec wants one: it is run once. */
async function makeRound(): Promise<void> {
  const database = await createTestDatabase({ region: true });
  const drop = () => database.keepAs(WITH_ROUND);
  const test = await createTestApp({ database: { ...database, drop }, handlesJobs: true });
  await finishRound(test).finally(() => test.close());
}

async function roundIn(test: TestApp): Promise<string> {
  const { body } = await test.request().get('/v1/matchrondes').expect(200);
  return (body as { items: { id: string }[] }).items[0]!.id;
}

async function finishRound(test: TestApp): Promise<void> {
  const asked = await test.request().post('/v1/matchrondes').send({ regio: 'assen' }).expect(202);
  const { id } = asked.body as { id: string };
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const { body } = await test.request().get(`/v1/matchrondes/${id}`).expect(200);
    if (body.status === 'voltooid') return;
    if (body.status === 'mislukt') throw new Error(`The round failed: ${body.fout.tekst}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The round did not finish in time');
}
