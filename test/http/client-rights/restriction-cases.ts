import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { IsNull } from 'typeorm';
import { HouseholdMemberEntity } from '../../../src/database/entities/household-member.entity';
import { HouseholdRestrictionEntity } from '../../../src/database/entities/household-restriction.entity';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { MatchRunEntity } from '../../../src/database/entities/match-run.entity';
import { PairDecisionEntity } from '../../../src/database/entities/pair-decision.entity';
import type { ClientRequestsDto } from '../../../src/modules/client-rights/client-request.dto';
import { routeFacts } from '../../../src/platform/http/check-routes';
import { completedRound } from '../../support/completed-round';
import { TEST_DAY } from '../../support/test-app';
import type { ClientRightsCase } from './client-rights-case';

/** While the data of a household may not be used. */
export function restrictionCases({
  app,
  repo,
  next,
  ask,
  decide,
  post,
  get,
  codeOf,
  fieldsOf,
  told,
}: ClientRightsCase): void {
  const household = (id: string) => repo(HouseholdEntity).findOneByOrFail({ id });

  it.each([
    ['bezwaar', { soort: 'bezwaar' }, 'bezwaar'],
    ['a contested fact', { soort: 'correctie', vraagtBeperking: true }, 'betwist'],
  ])(
    'starts at once with %s, and ends with the decision, which the client hears first',
    async (_name, body, ground) => {
      const { householdId: id } = next();
      const asked = await ask(id, body);
      expect(asked.beperkingen).toMatchObject([{ grond: { code: ground }, sinds: TEST_DAY, opgehevenOp: null }]);
      expect(asked.geraakteVoorstellen).toHaveLength(1);
      const file = (await get(`clienten/${id}`)).body;
      expect(file.beperking).toMatchObject({ sinds: TEST_DAY, grond: { code: ground } });
      const list = (await get(`clienten?zoek=${file.nummer}`)).body;
      expect(list.items[0].beperking).toEqual(file.beperking);
      const refused = { besluit: 'afwijzen', antwoord: 'Het klopt.' };
      for (const day of [undefined, '2026-11-21', '2026-11-23']) {
        const untold = await decide(id, asked.items[0]!.id, { ...refused, clientGeinformeerdOp: day });
        expect([untold.status, fieldsOf(untold)]).toEqual([400, ['clientGeinformeerdOp']]);
      }
      const done = await decide(id, asked.items[0]!.id, { ...refused, ...told });
      expect(done.body).toMatchObject({ beperkingen: [told], geraakteVoorstellen: [] });
      expect((await get(`clienten/${id}`)).body.beperking).toBeNull();
    },
  );

  it('starts when a request for it is granted, on a ground, and ends by hand after the client has heard', async () => {
    const { householdId: id } = next();
    const request = (await ask(id, { soort: 'beperking' })).items[0]!.id;
    expect((await get(`clienten/${id}`)).body.beperking).toBeNull();
    const groundless = await decide(id, request, { besluit: 'inwilligen', antwoord: 'Goed.', ...told });
    expect([groundless.status, fieldsOf(groundless)]).toEqual([400, ['clientGeinformeerdOp', 'grond']]);
    const granted = await decide(id, request, { besluit: 'inwilligen', antwoord: 'Goed.', grond: 'rechtsvordering' });
    const [restriction] = (granted.body as ClientRequestsDto).beperkingen;
    expect(restriction).toMatchObject({ grond: { code: 'rechtsvordering' }, verzoek: request });
    const end = (body: object) => post(`clienten/${id}/beperkingen/${restriction!.id}/opheffingen`, body);
    expect(fieldsOf(await end({ toelichting: 'Klaar', clientGeinformeerdOp: '2027-01-01' }))).toEqual([
      'clientGeinformeerdOp',
    ]);
    expect((await end({ toelichting: 'Klaar', ...told })).body.beperkingen).toMatchObject([
      { toelichting: 'Klaar', ...told },
    ]);
    expect(codeOf(await end({ toelichting: 'Klaar', ...told }))).toBe('beperking-is-opgeheven');
  });

  it('leaves a client whose objection was right out of what follows', async () => {
    const { householdId: id } = next();
    const { items } = await ask(id, { soort: 'bezwaar' });
    const granted = await decide(id, items[0]!.id, { besluit: 'inwilligen', antwoord: 'U hebt gelijk.', ...told });
    expect(granted.body.geraakteVoorstellen).toHaveLength(1);
    expect((await household(id)).status).toBe('paused');
    expect(granted.body.kanHervatten).toBe(true);
  });

  it('is over when the client wants to take part again, and the objection says so', async () => {
    const { householdId: id } = next();
    const resume = (body: object) => post(`clienten/${id}/hervattingen`, { reden: 'Wil toch een woning', ...body });
    const agreed = { clientAkkoordOp: TEST_DAY };
    expect(codeOf(await resume(agreed))).toBe('geen-pauze-na-bezwaar');
    const { items } = await ask(id, { soort: 'bezwaar' });
    await decide(id, items[0]!.id, { besluit: 'inwilligen', antwoord: 'U hebt gelijk.', ...told });
    for (const day of ['2026-11-21', '2026-11-23']) {
      expect(fieldsOf(await resume({ clientAkkoordOp: day }))).toEqual(['clientAkkoordOp']);
    }
    const done = await resume(agreed);
    expect([done.status, done.body.kanHervatten, done.body.geraakteVoorstellen]).toEqual([200, false, []]);
    expect(done.body.items[0].hervatting).toEqual({ ...agreed, reden: 'Wil toch een woning' });
    expect((await household(id)).status).toBe('waiting');
    expect(codeOf(await resume(agreed))).toBe('geen-pauze-na-bezwaar');
  });

  /** Every route that writes about a client: what it does while the processing is restricted. */
  const member = { lid: '', bsn: null };
  const review = 'voorstellen/{proposal}/beoordelingen';
  const pair = { reden: 'Afgesproken', tot: '2026-12-31' };
  const heard = { wijze: 'gesprek', op: TEST_DAY };
  const again = { toelichting: 'Toch weer.', versie: 1 };
  const FROZEN: readonly (readonly [string, string, object])[] = [
    ['POST /v1/voorstellen/:id/beoordelingen', review, { besluit: 'akkoord', versie: 1 }],
    ['POST /v1/voorstellen/:id/doorzettingen', 'voorstellen/{proposal}/doorzettingen', again],
    ['POST /v1/voorstellen/:id/heropeningen', 'voorstellen/{proposal}/heropeningen', again],
    ['POST /v1/voorstellen/:id/aanbiedingen', 'voorstellen/{proposal}/aanbiedingen', { ...heard, versie: 1 }],
    [
      'POST /v1/voorstellen/:id/antwoorden',
      'voorstellen/{proposal}/antwoorden',
      { antwoord: 'accepteren', door: 'client', ...heard, versie: 1 },
    ],
    ['POST /v1/voorstellen/:id/voorbereidingen', 'voorstellen/{proposal}/voorbereidingen', { versie: 1 }],
    ['POST /v1/voorstellen/:id/landingspunten/:punt', 'voorstellen/{proposal}/landingspunten/brp', { stand: 'klaar' }],
    ['POST /v1/voorstellen/:id/pauzes', 'voorstellen/{proposal}/pauzes', { reden: 'time-out', vanaf: TEST_DAY }],
    [
      'POST /v1/voorstellen/:id/voortgang',
      'voorstellen/{proposal}/voortgang',
      { betrokken: true, reden: 'loopt', laatstGezien: null },
    ],
    [
      'POST /v1/voorstellen/:id/huisvestingen',
      'voorstellen/{proposal}/huisvestingen',
      { sleuteldatum: TEST_DAY, versie: 1 },
    ],
    ['POST /v1/paarbesluiten', 'paarbesluiten', { soort: 'vastzetting', ...pair }],
    ['POST /v1/paarbesluiten', 'paarbesluiten', { soort: 'blokkade', ...pair }],
    ['POST /v1/paarbesluiten', 'paarbesluiten', { soort: 'uitzondering', regel: 'herkomst', ...pair }],
    ['POST /v1/vooruitblikken', 'vooruitblikken', { soort: 'vastzetting' }],
    ['POST /v1/handmatige-voorstellen', 'handmatige-voorstellen', { reden: 'Afgesproken', verdringt: [] }],
    ['POST /v1/handmatige-voorstellen/vooruitblikken', 'handmatige-voorstellen/vooruitblikken', {}],
    ['POST /v1/clienten/:id/bsn', 'clienten/{household}/bsn', member],
    [
      'POST /v1/clienten/:id/correcties',
      'clienten/{household}/correcties',
      { versie: 1, reden: 'Nagekeken', gegevens: { huisdieren: 3 } },
    ],
    [
      'POST /v1/clienten/:id/hervattingen',
      'clienten/{household}/hervattingen',
      { clientAkkoordOp: TEST_DAY, reden: 'Wil weer meedoen' },
    ],
    ['POST /v1/veldtafels/:id/zaken', 'veldtafels/{meeting}/zaken', { vraag: 'Welke plek past?', delen: [] }],
    [
      'POST /v1/veldtafels/:id/zaken/:zaak/bijdragen',
      'veldtafels/{meeting}/zaken/{case}/bijdragen',
      { soort: 'advies', tekst: 'Past hier.' },
    ],
    [
      'POST /v1/clienten/:id/warmeoverdrachten',
      'clienten/{household}/warmeoverdrachten',
      {
        ...{ van: 'GM0106', naar: 'GM0118', reden: 'Familie', afspraken: 'Blijft hier' },
        ...{ toestemmingOp: TEST_DAY, toestemmingHoe: 'Gesprek' },
      },
    ],
  ];
  /** Those that stay open, and why. */
  const OPEN: Readonly<Record<string, string>> = {
    'POST /v1/voorstellen/:id/pauzes/:pauze/beeindigingen': 'ends a pause; the term stands still by the restriction',
    'POST /v1/voorstellen/:id/herroepingen': 'takes a step back; only a rejection stays, which is tested below',
    'POST /v1/voorstellen/:id/terugzettingen': 'takes a step back',
    'POST /v1/voorstellen/:id/intrekkingen': 'ends the use of the data',
    'POST /v1/toewijzingen/:id/bevestigingen': 'waits, in words that say nothing of the client: confirmation.spec.ts',
    'POST /v1/toewijzingen/:id/terugsturingen': 'takes a step back',
    'POST /v1/toewijzingen/:id/intrekkingen': 'ends the use of the data',
    'POST /v1/paarbesluiten/:id/opheffingen': 'takes a decision back',
    'POST /v1/clienten/:id/toestemmingen': 'consent is the client’s, at any time (AVG article 7)',
    'POST /v1/clienten/:id/contactpersonen': 'says who keeps the file, and uses nothing of it',
    'POST /v1/clienten/:id/verzoeken': 'a right of the client',
    'POST /v1/clienten/:id/verzoeken/:verzoek/besluiten': 'a right of the client',
    'POST /v1/bewaarplichten': 'keeps the file',
    'POST /v1/bewaarplichten/:id/opheffingen': 'leaves the restriction, which keeps the file',
    'POST /v1/clienten/:id/afsluitingen': 'ends the use of the data',
    'POST /v1/voorstellen/:id/niet-verschenen': 'brings the client no nearer to a home',
    'POST /v1/voorstellen/:id/weigeringsoordelen': 'judges what the client did, and brings no home nearer',
    'POST /v1/clienten/:id/parkeringen': 'keeps the client out of the rounds',
    'POST /v1/clienten/:id/parkeringen/beeindigingen':
      'leaves the restriction, which keeps the client out of the rounds',
    'POST /v1/plaatsingen/:id/nazorgstappen': 'guidance in the home goes on',
    'POST /v1/plaatsingen/:id/wijzigingen': 'a tenancy can end; what looks for another home is refused',
    'POST /v1/veldtafels': 'plans a meeting without clients',
    'POST /v1/veldtafels/:id/uitnodigingen': 'says who comes, who is told nothing of the client',
    'POST /v1/veldtafels/:id/aanwezigheid': 'says who was there',
    'POST /v1/veldtafels/:id/vaststellingen': 'makes a record final',
    'POST /v1/veldtafels/:id/afgelastingen': 'calls a meeting off; the data are used less',
    'POST /v1/veldtafels/:id/zaken/:zaak/intrekkingen': 'takes a client off the agenda; the data are used less',
    'POST /v1/veldtafels/:id/uitnodigingen/:deelnemer/intrekkingen': 'says who does not come',
    'POST /v1/warmeoverdrachten/:id/antwoorden':
      'only accepting uses the data, and is refused: handovers-and-panels.spec.ts',
    'POST /v1/warmeoverdrachten/:id/intrekkingen': 'takes a step back',
    'POST /v1/warmeoverdrachten/:id/afrondingen': 'ends the use of the data',
    'POST /v1/clienten/:id/heropeningen': 'leaves the restriction as it is',
    'POST /v1/clienten/:id/beperkingen/:beperking/opheffingen': 'ends it',
  };

  it('is thought of for every route that writes about clients', () => {
    const writing = routeFacts(app().app)
      .filter(({ method, reads }) => method === 'POST' && reads !== undefined)
      .map(({ path }) => `POST /${path}`);
    const known = new Set([...FROZEN.map(([route]) => route), ...Object.keys(OPEN)]);
    expect(writing.sort()).toEqual([...known].sort());
  });

  it('stops every route that uses the data, and none that shows it or takes something back', async () => {
    // A burgerservicenummer is for the own aanbieder alone.
    const session = await app().as('aanbieder').get('/v1/sessie');
    const { id, householdId, unitId } = next(session.body.rol.organisatie.id);
    const [rejected, other] = [next(), next()];
    await post(`voorstellen/${rejected.id}/beoordelingen`, { besluit: 'afgewezen', redenCode: 'NIE', versie: 1 });
    const { reference } = await household(householdId);
    const meeting = (await post('veldtafels', { soort: 'veldtafel', titel: 'Veldtafel', op: TEST_DAY })).body.id;
    const question = { client: reference, vraag: 'Welke plek past?', delen: [] };
    const { agenda } = (await post(`veldtafels/${meeting}/zaken`, question)).body;
    const { persoon } = (await app().as('veldtafel').get('/v1/sessie')).body;
    await post(`veldtafels/${meeting}/uitnodigingen`, { persoon: persoon.id });
    const agendaOfMember = async () =>
      (await app().as('veldtafel').get(`/v1/veldtafels/${meeting}`).expect(200)).body.agenda;
    expect(await agendaOfMember()).toHaveLength(1);
    const { items } = await ask(householdId, { soort: 'bezwaar' });
    await ask(rejected.householdId, { soort: 'bezwaar' });
    expect(await agendaOfMember()).toEqual([]);
    const lid = (await repo(HouseholdMemberEntity).findOneByOrFail({ householdId })).id;
    for (const [route, path, body] of FROZEN) {
      const filled = path
        .replace('{proposal}', id)
        .replace('{household}', householdId)
        .replace('{meeting}', meeting)
        .replace('{case}', agenda[0].id);
      const pairOf = path.includes('{') ? {} : { clientId: householdId, wooneenheidId: unitId };
      const role = path.endsWith('/bsn') ? app().as('aanbieder') : app().request();
      const answer = await role.post(`/v1/${filled}`).send({
        ...body,
        ...pairOf,
        ...('lid' in body ? { lid } : {}),
        ...(route.endsWith('/zaken') ? { client: reference } : {}),
      });
      expect([path, body, answer.status, codeOf(answer)]).toEqual([path, body, 409, 'verwerking-beperkt']);
      expect(answer.body.detail).toMatch(/22 november 2026.*bezwaar/);
    }
    expect(await repo(PairDecisionEntity).countBy({ householdId })).toBe(0);
    const reopened = await post(`voorstellen/${rejected.id}/herroepingen`, { versie: 2 });
    expect([reopened.status, codeOf(reopened)]).toEqual([409, 'verwerking-beperkt']);

    expect((await get(`voorstellen/${rejected.id}`)).body.toegestaneActies).toEqual([]);
    const shown = (await get(`voorstellen/${id}`)).body;
    expect(shown.toegestaneActies).toEqual(['afwijzen']);
    expect(shown.veranderdSindsRonde.join()).toContain('Verwerking is beperkt');
    for (const path of ['', '/inzage', '/verzoeken', '/gegevens', '/afgeschermde-gegevens?doel=inzage']) {
      expect([path, (await get(`clienten/${householdId}${path}`)).status]).toEqual([path, 200]);
    }
    const reject = { besluit: 'afgewezen', redenCode: 'NIE', versie: 1 };
    expect((await post(`voorstellen/${id}/beoordelingen`, reject)).status).toBe(201);
    await decide(householdId, items[0]!.id, { besluit: 'intrekken' });
    expect((await post(`voorstellen/${id}/herroepingen`, { versie: 2 })).body.toegestaneActies).toContain('goedkeuren');

    expect((await post(`voorstellen/${other.id}/beoordelingen`, { besluit: 'akkoord', versie: 1 })).status).toBe(201);
    await ask(other.householdId, { soort: 'bezwaar' });
    expect((await post(`voorstellen/${other.id}/herroepingen`, { versie: 2 })).status).toBe(201);
  });

  it('keeps a client out of a new round, and the round says so', async () => {
    const { householdId } = next();
    await ask(householdId, { soort: 'bezwaar' });
    const open = await repo(HouseholdRestrictionEntity).findBy({ endedAt: IsNull() });
    expect(open.length).toBeGreaterThan(0);
    const round = await completedRound(app(), 'zonder-beperkten');
    const { snapshot } = await repo(MatchRunEntity).findOneOrFail({
      where: { id: round.id },
      select: { id: true, snapshot: true },
    });
    expect(snapshot).not.toContain(householdId);
    expect(round.waarschuwingen).toContainEqual({
      code: 'verwerking-beperkt',
      tekst: expect.stringMatching(/^\d+ cliënt(en doen| doet) niet mee/),
    });
    const why = await get(`matchrondes/${round.id}/niet-gematcht/${householdId}`);
    expect([why.status, codeOf(why)]).toEqual([409, 'verwerking-beperkt']);
    expect((await get(`matchrondes/${round.id}/niet-gematcht/${randomUUID()}`)).status).toBe(404);
  });
}
