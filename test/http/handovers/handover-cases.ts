import { expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { In, Not, type Repository } from 'typeorm';
import type { WarmHandoverAction } from '../../../src/core/review/warm-handover-transitions';
import { ClientRequestEntity } from '../../../src/database/entities/client-request.entity';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { WarmHandoverEntity } from '../../../src/database/entities/warm-handover.entity';
import { type HandoverDto, handoverSchema } from '../../../src/modules/handovers/handover.dto';
import type { Role } from '../../../src/platform/access/permissions';
import { TEST_DAY, type TestApp } from '../../support/test-app';

interface HandoverCase {
  readonly app: () => TestApp;
  readonly repo: <T extends object>(entity: new () => T) => Repository<T>;
  readonly post: (path: string, body: object, role?: Role) => PromiseLike<Response>;
  readonly codeOf: (answer: Response) => string;
  readonly fieldsOf: (answer: Response) => string[];
  /** Lets it be this day. */
  readonly on: (day: string) => unknown;
  /** Within the region, to a gemeente that answers itself; and out of it. */
  readonly asked: { readonly van: string; readonly naar: string };
  readonly outside: object;
  readonly ask: (body: object, client?: string) => Promise<HandoverDto>;
  readonly take: (id: string, action: WarmHandoverAction, role: Role, body?: object) => Promise<Response>;
  /** That somebody answered for the other gemeente. */
  readonly namens: object;
}

/** A handover together with pauses, objections and other handovers of the same client. */
export function handoverCases(given: HandoverCase): void {
  const { app, repo, post, codeOf, fieldsOf, on, asked, outside, ask, take, namens } = given;
  /** A client who waits, without a proposal, a request, or a handover that goes on or took place. */
  async function nextClient(): Promise<string> {
    const rows = await repo(WarmHandoverEntity).findBy({ state: Not(In(['geweigerd', 'ingetrokken'])) });
    const others = [await repo(ProposalEntity).find(), await repo(ClientRequestEntity).find()].flat();
    const busy = new Set([...rows, ...others].map(({ householdId }) => householdId));
    const waiting = await repo(HouseholdEntity).find({ where: { status: 'waiting' }, order: { reference: 'ASC' } });
    return waiting.find(({ id }) => !busy.has(id))!.id;
  }
  const household = (id: string) => repo(HouseholdEntity).findOneByOrFail({ id });
  const read = async (id: string, role: Role = 'coordinator'): Promise<HandoverDto> =>
    handoverSchema.parse((await app().as(role).get(`/v1/warmeoverdrachten/${id}`).expect(200)).body);
  const done = async (id: string, action: WarmHandoverAction, role: Role = 'coordinator', body?: object) =>
    expect([action, (await take(id, action, role, body)).status]).toEqual([action, 200]);
  /** Lets the next case be about the same client. */
  const again = (id: string) => {
    const none = { pausedUntil: null, pauseReason: null, closedOn: null, closingReason: null, statusNote: null };
    return repo(HouseholdEntity).update({ id }, { status: 'waiting', ...none });
  };
  /** A gemeente outside the region accepted this client. */
  async function accepted(client: string): Promise<string> {
    const { id } = await ask(outside, client);
    await done(id, 'aanvaarden', 'coordinator', { namens });
    expect(await household(client)).toMatchObject({ status: 'paused', pausedUntil: null, pauseReason: 'handover' });
    return id;
  }

  const parked = { status: 'paused', pauseReason: 'admission', statusNote: 'Ligt in het ziekenhuis.' };
  const waits = { status: 'waiting', pausedUntil: null, pauseReason: null, statusNote: null };
  it.each([
    ['no pause', undefined, TEST_DAY, waits],
    ['a pause that goes on', '2027-02-01', TEST_DAY, { ...parked, pausedUntil: '2027-02-01' }],
    ['a pause on its last day', '2026-12-01', '2026-12-01', { ...parked, pausedUntil: '2026-12-01' }],
    ['a pause that is over by then', '2026-12-01', '2026-12-02', waits],
    ['a pause without a last day', null, TEST_DAY, { ...parked, pausedUntil: null }],
  ])('restores %s of before when it is withdrawn', async (_, tot, day, expected) => {
    const client = await nextClient();
    if (tot !== undefined) {
      const { version: versie } = await household(client);
      const parking = { reden: 'opname', tot, toelichting: parked.statusNote, versie };
      expect((await post(`clienten/${client}/parkeringen`, parking)).status).toBe(201);
    }
    const id = await accepted(client);
    on(day);
    await done(id, 'intrekken');
    on(TEST_DAY);
    expect(await household(client)).toMatchObject(expected);
    await again(client);
  });

  it.each(['housed', 'closed'] as const)(
    'outside the region is not accepted for a client who is %s',
    async (status) => {
      const client = await nextClient();
      const { id } = await ask(outside, client);
      const over = status === 'closed' ? ({ closedOn: TEST_DAY, closingReason: 'left' } as const) : {};
      await repo(HouseholdEntity).update({ id: client }, { status, ...over });
      expect(codeOf(await take(id, 'aanvaarden', 'coordinator', { namens }))).toBe('wacht-niet');
      await done(id, 'intrekken');
      expect((await household(client)).status).toBe(status);
      await again(client);
    },
  );

  async function object(client: string): Promise<void> {
    const wish = { soort: 'bezwaar', ontvangenOp: TEST_DAY, vraag: 'Liever niet.' };
    const { items } = (await post(`clienten/${client}/verzoeken`, wish)).body;
    const { id, versie } = items.find(({ status }: { status: string }) => status === 'open');
    const right = { besluit: 'inwilligen', antwoord: 'U hebt gelijk.', clientGeinformeerdOp: TEST_DAY, versie };
    expect((await post(`clienten/${client}/verzoeken/${id}/besluiten`, right)).status).toBe(200);
  }
  const resume = async (client: string) => {
    const answer = await post(`clienten/${client}/hervattingen`, { clientAkkoordOp: TEST_DAY, reden: 'Wil toch.' });
    expect([answer.status, answer.body.kanHervatten]).toEqual([200, false]);
  };
  const goes = { status: 'paused', pausedUntil: null, pauseReason: 'handover' };
  const objected = { status: 'paused', pausedUntil: null, pauseReason: null };

  it.each(['before', 'after'])(
    'keeps a client out who objected %s it, also when the objection is over',
    async (when) => {
      const client = await nextClient();
      if (when === 'before') await object(client);
      const id = await accepted(client);
      if (when === 'after') await object(client);
      expect(await household(client)).toMatchObject(goes);
      await resume(client);
      expect(await household(client)).toMatchObject(goes);
      await done(id, 'intrekken');
      expect(await household(client)).toMatchObject({ status: 'waiting', pausedUntil: null, pauseReason: null });
    },
  );

  it('that is withdrawn leaves a client out whose objection goes on', async () => {
    const client = await nextClient();
    const id = await accepted(client);
    await object(client);
    await done(id, 'intrekken');
    expect(await household(client)).toMatchObject(objected);
    await resume(client);
    expect((await household(client)).status).toBe('waiting');
  });

  it('starts at the gemeente that took over last, and only the last one says who is responsible', async () => {
    const client = await nextClient();
    const { van, naar } = asked;
    const withdrawn = await ask(asked, client);
    await done(withdrawn.id, 'intrekken');
    expect((await read(withdrawn.id)).verantwoordelijk).toBeNull();
    const first = await ask(asked, client);
    await done(first.id, 'aanvaarden', 'gemeente');
    await done(first.id, 'voltooien');
    expect((await read(first.id)).verantwoordelijk).toMatchObject({ id: naar });

    const refused = await post(`clienten/${client}/warmeoverdrachten`, asked);
    expect([refused.status, fieldsOf(refused)]).toEqual([400, ['van']]);
    const back = await ask({ ...asked, van: naar, naar: van }, client);
    expect((await read(first.id)).verantwoordelijk).toMatchObject({ id: naar });
    for (const step of ['aanvaarden', 'voltooien'] as const) {
      await done(back.id, step, 'coordinator', step === 'aanvaarden' ? { namens } : {});
      expect((await read(back.id)).verantwoordelijk).toMatchObject({ id: van });
      // Also to the gemeente that does not see the second.
      for (const role of ['coordinator', 'gemeente'] as const) {
        expect((await read(first.id, role)).verantwoordelijk).toBeNull();
      }
    }
    const list = await app().request().get(`/v1/warmeoverdrachten?client=${client}&aantal=100`).expect(200);
    const said = list.body.items.map((each: HandoverDto) => [each.id, each.verantwoordelijk?.id ?? null]);
    expect(Object.fromEntries(said)).toMatchObject({ [withdrawn.id]: null, [first.id]: null, [back.id]: van });
  });

  it.each(['weigeren', 'intrekken'] as const)('tells a gemeente no more than the line after %s', async (action) => {
    const { id, reden } = await ask(asked, await nextClient());
    expect((await read(id, 'gemeente')).reden).toBe(reden);
    await done(id, action, action === 'weigeren' ? 'gemeente' : 'coordinator');
    const nothing = { reden: null, afspraken: null, toestemming: null, antwoord: null, toelichtingEinde: null };
    expect(await read(id, 'gemeente')).toMatchObject({ ...nothing, overnameOp: null, toegestaneActies: [] });
    const full = await read(id);
    expect([full.reden, full.toestemming, full.antwoord === null]).toEqual([
      reden,
      expect.anything(),
      action === 'intrekken',
    ]);
  });
}
