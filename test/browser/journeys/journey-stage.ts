import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { addDays } from '../../../src/core/time/calendar';
import { ownerDataSource } from '../../../src/database/data-source';
import { Clock } from '../../../src/platform/clock';
import { Reconciler } from '../../../src/platform/queue/reconciler';
import { CaseDriver, type Fits } from '../../modules/offers/case-driver';
import { startConsoleSession, type ConsoleSession } from '../../support/console-session';
import { moveCases } from '../../support/move-cases';

export const PEOPLE = {
  coordinator: 'Anouk Voorbeeld',
  corporatie: 'Bram Voorbeeld',
  aanbieder: 'Carla Voorbeeld',
} as const;
export type Player = keyof typeof PEOPLE;

const SCREEN = { width: 1280, height: 1000 };
/** Longer than every term of the seeds. */
const LONG_AGO_DAYS = 60;

interface Course {
  readonly reserves: readonly { readonly past: boolean }[];
}

/**
 * One application, one browser and a page for each person who is signed in, for all journeys together. What a journey is not
 * about goes through the API. With WOONPLEK_PICTURES each journey leaves a picture of its end in the folder of that name.
 */
export class JourneyStage {
  /** Takes the steps of today. */
  readonly cases: CaseDriver;
  /** Takes them as if it were some days ago. */
  readonly earlier: CaseDriver;
  private readonly pages = new Map<Player, Promise<Page>>();

  private constructor(
    readonly session: ConsoleSession,
    private readonly owner: DataSource,
    readonly today: string,
    /** The organisations for which Bram and Carla are signed in. */
    readonly organisations: Readonly<Record<'corporatie' | 'aanbieder', string>>,
  ) {
    this.cases = new CaseDriver(session.test, today);
    this.earlier = new CaseDriver(session.test, addDays(today, -10));
  }

  static async start(): Promise<JourneyStage> {
    const session = await startConsoleSession();
    const { test } = session;
    const corporatie: string = (await test.as('corporatie').get('/v1/sessie').expect(200)).body.rol.organisatie.id;
    const stage = new JourneyStage(
      session,
      await ownerDataSource(test.database.url).initialize(),
      test.app.get(Clock).today(),
      { corporatie, aanbieder: await chooseAanbieder(session, corporatie) },
    );
    await stage.cases.use(session.runId);
    stage.earlier.share(stage.cases);
    return stage;
  }

  /** The page of somebody who is signed in, at an address of the console that has been read. */
  async at(player: Player, address: string): Promise<Page> {
    const opened = this.pages.get(player) ?? this.session.open(SCREEN, PEOPLE[player]);
    this.pages.set(player, opened);
    const page = await opened;
    await page.goto(this.session.test.url + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await this.read(page);
    return page;
  }

  /** Waits until everything on a page is there. */
  async read(page: Page): Promise<void> {
    while ((await page.locator('.wp-loading').count()) > 0) await page.waitForTimeout(20);
  }

  /** Presses the button of a dialog that does it, and waits until that is done. */
  async confirm(dialog: Locator, button: string): Promise<void> {
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  stateOf(id: string): Promise<string> {
    return this.cases.stored(id).then(({ state }) => state);
  }

  /** Whether somebody could come next for the home of a proposal. */
  readonly hasReserve: Fits = async ({ id }) => {
    const { reserves } = await this.session.api<Course>(`/v1/voorstellen/${id}/voortgang`);
    return reserves.some(({ past }) => past);
  };

  /** As if a case had stood still for longer than any term. */
  async letTimePass(id: string): Promise<void> {
    await moveCases(this.owner, addDays(this.today, -LONG_AGO_DAYS), [id]);
  }

  /** What Woonplek does every minute. A look that had begun already may have passed the case by. */
  async lookAround(): Promise<void> {
    for (let time = 0; time < 2; time += 1) await this.session.test.app.get(Reconciler).reconcile();
  }

  async picture(page: Page, name: string): Promise<void> {
    const folder = process.env.WOONPLEK_PICTURES;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.owner.destroy();
    await this.session.close();
  }
}

/** Somebody with two roles goes on in the one with the most clients for homes of this corporatie, and signs in with it next. */
async function chooseAanbieder({ test }: ConsoleSession, corporatie: string): Promise<string> {
  const rows = await test.dataSource.query<{ id: string }[]>(
    `SELECT aanbieder_organisation_id AS id FROM proposal WHERE owner_organisation_id = $1 GROUP BY 1 ORDER BY count(*) DESC, 1`,
    [corporatie],
  );
  const { body } = await test.as('aanbieder').get('/v1/sessie').expect(200);
  const { rollen } = body as { rollen: readonly { toewijzing: string; organisatie: { id: string } }[] };
  const most = rows.find(({ id }) => rollen.some(({ organisatie }) => organisatie.id === id))!.id;
  const { toewijzing } = rollen.find(({ organisatie }) => organisatie.id === most)!;
  await test.as('aanbieder').post('/v1/sessie/rolwisselingen').send({ toewijzing });
  return most;
}
