import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { ProposalAction } from '../../../src/core/review/proposal-transitions';
import { ALL_PLACES_PROMISED } from '../../../src/core/review/unit-transitions';
import { addDays } from '../../../src/core/time/calendar';
import { ownerDataSource } from '../../../src/database/data-source';
import { AccountEntity } from '../../../src/database/entities/account.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { inTransaction } from '../../../src/database/transaction';
import { takeStep } from '../../../src/modules/proposals/take-step';
import { Clock } from '../../../src/platform/clock';
import { databaseWithRound } from '../../support/database-with-round';
import { doDueWork } from '../../support/due-work';
import { MailServer } from '../../support/mail-server';
import { moveCases } from '../../support/move-cases';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const WITH_DUE_WORK = `woonplek_due_${randomUUID().slice(0, 8)}`;
const TO_OFFER: readonly ProposalAction[] = ['goedkeuren', 'bevestigen', 'aanbieden'];
const TO_LANDING: readonly ProposalAction[] = [...TO_OFFER, 'accepteren', 'voorbereiden'];
/** More than the work has; a process that gets no further would be killed for ever. */
const MOST_KILLS = 20;

interface Place {
  readonly database: TestDatabase;
  readonly mail: MailServer;
}

/** What the work leads to, without what differs from one time to the next: what is new has an id of its own. */
const OUTCOME = {
  proposals: `SELECT household_id, unit_id, state, origin, reserve_outcome, version FROM proposal
               WHERE state <> 'voorgesteld' OR origin = 'reserve' ORDER BY household_id`,
  steps: `SELECT e.proposal_id, e.action, e.note FROM proposal_event e ORDER BY e.proposal_id, e.at`,
  homes: `SELECT unit_id, "from", "to", reason, actor FROM unit_status_event ORDER BY unit_id, at`,
  escalations: `SELECT proposal_id, state, to_role, due_on FROM case_escalation ORDER BY proposal_id`,
  told: `SELECT a.email, n.role, n.action, n.proposal_id, m.state FROM notification n JOIN account a ON a.id = n.account_id
           LEFT JOIN notification_mail m ON m.id = n.mail_id ORDER BY a.email, n.proposal_id, n.action`,
  untold: `SELECT count(*)::int AS count FROM notification_pending`,
};

describe('a process that is killed between any two steps', () => {
  const places: Place[] = [];
  afterAll(async () => {
    for (const { database, mail } of places) {
      await mail.stop();
      await database.drop();
    }
  });

  async function placeWithDueWork(): Promise<Place> {
    const place = { database: await createTestDatabase({ copyOf: WITH_DUE_WORK }), mail: await MailServer.start() };
    places.push(place);
    return place;
  }

  it('leaves work that goes on: it ends as if nothing had happened, and every mail has come once', async () => {
    await makeDueWork();
    const [quiet, hunted] = [await placeWithDueWork(), await placeWithDueWork()];
    const [kills] = await Promise.all([huntDown(hunted), leaveAlone(quiet)]);
    const outcome = await outcomeOf(quiet);
    expect(await outcomeOf(hunted)).toEqual(outcome);
    // The work was worth something: an offer lapsed, its home went on to another, a case went to somebody else.
    expect(outcome.steps.filter(({ action }) => action === 'verlopen')).toHaveLength(1);
    expect(outcome.proposals.filter(({ origin }) => origin === 'reserve')).toHaveLength(1);
    expect(outcome.escalations).toHaveLength(1);
    expect([outcome.untold, new Set(outcome.told.map(({ state }) => state))]).toEqual([
      [{ count: 0 }],
      new Set(['sent', null]),
    ]);
    // The lapse, the case that goes to somebody else, the search, telling, putting mails together, and each mail.
    expect(kills).toBe(5 + quiet.mail.received.length);
    expect(quiet.mail.received.length).toBeGreaterThan(1);
    for (const { database, mail } of places) {
      const rows = await database.dataSource.query<{ id: string }[]>(`SELECT id FROM notification_mail ORDER BY id`);
      const received = mail.received.map(({ messageId }) => messageId.slice(1).split('@')[0]);
      expect(received.sort()).toEqual(rows.map(({ id }) => id));
    }
  });
});

/** An offer that nobody answered and a landing that takes too long, with people who want a mail at once. */
async function makeDueWork(): Promise<void> {
  const database = await databaseWithRound();
  const { dataSource } = database;
  const owner = await ownerDataSource(database.url).initialize();
  const open = await dataSource
    .getRepository(ProposalEntity)
    .createQueryBuilder('p')
    .innerJoin('unit', 'u', `u.id = p.unit_id AND u.places = 1 AND u.programme <> 'housing-first'`)
    // Of a corporatie with somebody to tell, and with many who could come next.
    .innerJoin('organisation', 'o', `o.id = p.owner_organisation_id AND o.short_name = 'Actium'`)
    .orderBy(`(p.justification->'candidates'->>'count')::int`, 'DESC')
    .addOrderBy('p.id')
    .limit(2)
    .getMany();
  for (const [place, proposal] of open.entries()) await walk(dataSource, proposal, place === 0 ? TO_OFFER : TO_LANDING);
  const ids = open.map(({ id }) => id);
  await moveCases(owner, addDays(new Clock().today(), -60), ids);
  await dataSource.query(
    `UPDATE unit SET status = 'reserved', status_reason = $2 WHERE id IN (SELECT unit_id FROM proposal WHERE id = ANY ($1))`,
    [ids, ALL_PLACES_PROMISED],
  );
  await dataSource.query(
    `INSERT INTO account_identity (issuer, subject, account_id) SELECT 'https://aanmelden.example', email, id FROM account`,
  );
  // Each mail is one more process to kill, so an aanbieder wants none.
  await dataSource.query(
    `INSERT INTO notification_preference (account_id, region_id, role, rhythm, hour)
     SELECT DISTINCT account_id, region_id, role, CASE role WHEN 'aanbieder' THEN 'none' ELSE 'immediate' END, 8
       FROM role_assignment WHERE role IN ('coordinator', 'corporatie', 'aanbieder')`,
  );
  await owner.destroy();
  await database.keepAs(WITH_DUE_WORK);
}

async function walk(dataSource: DataSource, { id }: ProposalEntity, actions: readonly ProposalAction[]): Promise<void> {
  const somebody = await dataSource
    .getRepository(AccountEntity)
    .findOneByOrFail({ email: 'anouk@demo.woonplek.example' });
  const work = async (manager: DataSource['manager']): Promise<void> => {
    const proposal = await manager.findOneByOrFail(ProposalEntity, { id });
    for (const action of actions) await takeStep(manager, { accountId: somebody.id }, proposal, action, {});
    await manager.save(proposal);
  };
  await inTransaction(dataSource, work, { actor: null });
}

function leaveAlone({ database, mail }: Place): Promise<void> {
  return doDueWork(database.dataSource, database.url, mail.settings);
}

/** One process after another, each killed after its first commit, until one finds nothing left to do. */
async function huntDown(place: Place): Promise<number> {
  for (let kills = 0; kills < MOST_KILLS; kills += 1) {
    if ((await doWorkAndDie(place)) === null) continue;
    return kills;
  }
  throw new Error('The work does not come to an end');
}

/** Null: it was killed. 0: there was nothing to commit. */
function doWorkAndDie({ database, mail }: Place): Promise<number | null> {
  const script = path.join(ROOT, 'test/support/do-due-work.ts');
  const worker = spawn(
    process.execPath,
    [
      ...['--require', path.join(ROOT, 'test/support/run-typescript.cjs'), script],
      ...[database.url, JSON.stringify(mail.settings)],
    ],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve(code);
      else reject(new Error(`The process ended with ${String(code ?? signal)}`));
    });
  });
}

type Row = Readonly<Record<string, unknown>>;

async function outcomeOf({ database }: Place): Promise<Readonly<Record<keyof typeof OUTCOME, readonly Row[]>>> {
  const read = async ([name, sql]: [string, string]) => [name, await database.dataSource.query<Row[]>(sql)] as const;
  const parts = await Promise.all(Object.entries(OUTCOME).map(read));
  return Object.fromEntries(parts) as Record<keyof typeof OUTCOME, Row[]>;
}
