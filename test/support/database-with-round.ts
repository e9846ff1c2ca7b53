import { actingAs, SYSTEM } from '../../src/database/acting';
import { doneRound } from './completed-round';
import { createTestApp, type TestApp } from './test-app';
import { createTestDatabase, madeOnce, type TestDatabase } from './test-database';

/** The database of Assen with one finished round. */
const WITH_ROUND = 'woonplek_assen_round';

/** A copy of the region of Assen with one finished round. A round takes a while and many specs want one: it is run once. */
export async function databaseWithRound(): Promise<TestDatabase> {
  await madeOnce(WITH_ROUND, makeRound);
  return createTestDatabase({ copyOf: WITH_ROUND });
}

async function makeRound(): Promise<void> {
  const database = await createTestDatabase({ region: true });
  const drop = () => database.keepAs(WITH_ROUND);
  const test = await createTestApp({ database: { ...database, drop }, handlesJobs: true });
  await finishRound(test).finally(() => test.close());
}

/** Asks for a round as a coordinator and waits until it is done; returns its id. */
export async function finishRound(test: TestApp): Promise<string> {
  const asked = await test.request().post('/v1/matchrondes').send({ regio: 'assen' }).expect(202);
  const { id } = asked.body as { id: string };
  return (await actingAs(SYSTEM, () => doneRound(test, id))).id;
}
