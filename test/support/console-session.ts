import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildConsole } from './build-console';
import { startChromium } from './chromium';
import { databaseWithRound } from './database-with-round';
import { createTestApp, type TestApp } from './test-app';

interface Screen {
  readonly width: number;
  readonly height: number;
}

/** The console in a browser, over the whole application with one finished round. */
export interface ConsoleSession {
  readonly test: TestApp;
  /** Id of the round that was run before the browser opened. */
  readonly runId: string;
  /** A fresh browser with one page, in which somebody has signed in at the sign-in service. Default: the coordinator. */
  open(viewport: Screen, person?: string): Promise<Page>;
  /** The page that this person already has on such a screen, as it was left, or a first one: signing in takes seconds. */
  pageOf(viewport: Screen, person?: string): Promise<Page>;
  /** JSON from the API, past the console. */
  api<T>(address: string): Promise<T>;
  close(): Promise<void>;
}

const STEP_MS = 45_000;
const COORDINATOR = 'Anouk Voorbeeld';

export async function startConsoleSession(): Promise<ConsoleSession> {
  const database = await databaseWithRound();
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
    const open: ConsoleSession['open'] = async (viewport, person = COORDINATOR) => {
      const context = await running.newContext({ viewport, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
      context.setDefaultTimeout(STEP_MS);
      contexts.push(context);
      const page = await context.newPage();
      // The console sends who is not signed in on while it still loads.
      await page.goto(test.url, { waitUntil: 'commit' });
      await signInAs(page, person);
      return page;
    };
    const pages = new Map<string, Page>();
    return {
      test,
      runId,
      open,
      pageOf: async (viewport, person = COORDINATOR) => {
        const name = `${person} ${viewport.width}x${viewport.height}`;
        const page = pages.get(name) ?? (await open(viewport, person));
        pages.set(name, page);
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

async function roundIn(test: TestApp): Promise<string> {
  const { body } = await test.request().get('/v1/matchrondes').expect(200);
  return (body as { items: { id: string }[] }).items[0]!.id;
}
