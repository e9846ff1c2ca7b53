import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { judgePair } from '../../src/core/explain/judge-pair';
import type { Plan } from '../../src/core/matching/plan';
import type { Household, Problem, Unit } from '../../src/core/matching/problem';
import { indexProblem, type ProblemIndex } from '../../src/core/matching/problem-index';
import { ruleById } from '../../src/core/rules/catalogue';
import { policyRules } from '../../src/core/rules/policy-rules';
import { addDays } from '../../src/core/time/calendar';
import { PairDecisionEntity } from '../../src/database/entities/pair-decision.entity';
import { pairDecisionSchema, previewSchema } from '../../src/modules/pair-decisions/pair-decision.dto';
import { CompletedRoundsService } from '../../src/modules/runs/completed-rounds.service';
import { Clock } from '../../src/platform/clock';
import { ProposalEntity } from '../../src/database/entities/proposal.entity';
import { manualPreviewSchema } from '../../src/modules/manual-match/manual-match.dto';
import { completedRound, keepClients } from '../support/completed-round';
import { createTestApp, type TestApp } from '../support/test-app';
import { systemService } from '../support/system-service';

const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('decisions about a client and a home', () => {
  let test: TestApp;
  let problem: Problem;
  let plan: Plan;
  let index: ProblemIndex;
  let today: string;

  beforeAll(async () => {
    test = await createTestApp();
    await keepClients(test, 40);
    await completedRound(test, 'eerste');
    const round = (await systemService(test.app, CompletedRoundsService).last('assen'))!;
    ({ problem, plan } = round);
    index = indexProblem(problem);
    today = test.app.get(Clock).today();
  });
  afterAll(() => test?.close());
  afterEach(() => test.dataSource.getRepository(PairDecisionEntity).createQueryBuilder().delete().execute());

  /** The first pair of which this holds. */
  function pairWhere(wanted: (household: Household, unit: Unit) => boolean) {
    for (const household of problem.households) {
      for (const unit of problem.units) {
        if (wanted(household, unit)) return { clientId: household.id, wooneenheidId: unit.id };
      }
    }
    throw new Error('No such pair');
  }
  const failing = (household: Household, unit: Unit) =>
    judgePair(index, household, unit).verdicts.filter(({ outcome }) => outcome === 'fails' || outcome === 'unknown');
  const oneRuleAway = (household: Household, unit: Unit) => {
    const [rule, ...others] = failing(household, unit);
    return rule !== undefined && others.length === 0 && ruleById(rule.ruleId).noException === undefined;
  };
  const isMatched = (household: Household, unit?: Unit) =>
    plan.matches.some((match) => match.householdId === household.id && (!unit || match.unitId === unit.id));
  const eligible = (household: Household, unit: Unit) => judgePair(index, household, unit).eligible;

  const signed = () => ({ reden: 'Afgesproken in het overleg', tot: addDays(today, 30) });
  const take = (body: object) => test.request().post('/v1/paarbesluiten').send(body);
  const preview = (body: object) => test.request().post('/v1/vooruitblikken').send(body);
  const stored = () => test.dataSource.getRepository(PairDecisionEntity).find();
  const lift = (id: string) =>
    test.request().post(`/v1/paarbesluiten/${id}/opheffingen`).send({ toelichting: 'Klaar' });

  it('takes, shows, lists and lifts each kind', async () => {
    const excepted = pairWhere(oneRuleAway);
    const rule = failing(index.households.get(excepted.clientId)!, index.units.get(excepted.wooneenheidId)!)[0]!;
    const wishes = [
      { soort: 'vastzetting', ...pairWhere(eligible), ...signed() },
      { soort: 'blokkade', ...pairWhere((household, unit) => isMatched(household, unit)), ...signed() },
      { soort: 'uitzondering', ...excepted, regel: rule.ruleId, ...signed() },
    ];
    for (const wish of wishes) {
      const taken = await take(wish);
      expect(taken.status).toBe(201);
      expect(pairDecisionSchema.parse(taken.body)).toEqual(taken.body);
      expect(taken.body).toMatchObject({ status: 'geldig', tot: wish.tot, reden: wish.reden, opheffing: null });
      expect(taken.body.genomenDoor).not.toBeNull();
      expect((await test.request().get(`/v1/paarbesluiten/${taken.body.id}`)).body).toEqual(taken.body);
      const again = await take(wish);
      expect([again.status, again.body.type]).toEqual([409, 'urn:woonplek:probleem:besluit-bestaat-al']);
    }
    const list = await test.request().get('/v1/paarbesluiten?status=geldig&sorteer=genomenOp');
    expect(list.body.items.map(({ soort }: { soort: { code: string } }) => soort.code)).toEqual(
      wishes.map(({ soort }) => soort),
    );
    const [pin] = list.body.items;
    const lifted = await lift(pin.id);
    expect(lifted.body).toMatchObject({ status: 'opgeheven', opheffing: { toelichting: 'Klaar' } });
    expect((await lift(pin.id)).status).toBe(409);
    expect((await test.request().get('/v1/paarbesluiten?status=geldig&soort=vastzetting')).body.totaal).toBe(0);
    const { clientId } = wishes[1]!;
    expect((await test.request().get(`/v1/paarbesluiten?client=${clientId}`)).body.totaal).toBe(
      wishes.filter((wish) => wish.clientId === clientId).length,
    );
  });

  it('refuses a pin on a home that does not fit, with every rule in the way, and takes it with an exception', async () => {
    const pair = pairWhere((household, unit) => oneRuleAway(household, unit) && !isMatched(household));
    const refused = await take({ soort: 'vastzetting', ...pair, ...signed() });
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:woonplek:probleem:past-niet']);
    const [rule] = failing(index.households.get(pair.clientId)!, index.units.get(pair.wooneenheidId)!);
    expect(refused.body.redenen).toEqual([rule!.text.nl]);
    expect((await take({ soort: 'uitzondering', ...pair, regel: rule!.ruleId, ...signed() })).status).toBe(201);
    expect((await take({ soort: 'vastzetting', ...pair, ...signed() })).status).toBe(201);
  });

  it('refuses decisions that contradict each other', async () => {
    const pair = pairWhere(eligible);
    const household = index.households.get(pair.clientId)!;
    const other = problem.units.find((unit) => unit.id !== pair.wooneenheidId && eligible(household, unit))!;
    expect((await take({ soort: 'vastzetting', ...pair, ...signed() })).status).toBe(201);
    const elsewhere = { clientId: pair.clientId, wooneenheidId: other.id };
    for (const wish of [
      { soort: 'vastzetting', ...elsewhere },
      { soort: 'blokkade', ...pair },
    ]) {
      const answer = await take({ ...wish, ...signed() });
      expect([answer.status, answer.body.type]).toEqual([409, 'urn:woonplek:probleem:al-vastgezet']);
    }
    const full = index.units.get(pair.wooneenheidId)!;
    const rivals = problem.households.filter((each) => each.id !== pair.clientId && eligible(each, full));
    const answers = [];
    for (const rival of rivals.slice(0, full.freePlaces)) {
      answers.push(await take({ soort: 'vastzetting', clientId: rival.id, wooneenheidId: full.id, ...signed() }));
    }
    expect(answers.at(-1)!.body.type).toBe('urn:woonplek:probleem:vastzettingen-botsen');
  });

  it('refuses an exception to a rule that holds, or that the policy does not know', async () => {
    const pair = pairWhere(eligible);
    const needless = await take({ soort: 'uitzondering', ...pair, regel: 'doelgroep', ...signed() });
    expect([needless.status, needless.body.type]).toEqual([409, 'urn:woonplek:probleem:uitzondering-niet-nodig']);
    const unknown = await take({ soort: 'uitzondering', ...pair, regel: 'bestaat-niet', ...signed() });
    expect([unknown.status, unknown.body.fouten[0].veld]).toEqual([400, 'regel']);
    const firm = policyRules(problem.policy).eligibility.find(({ rule }) => rule.noException !== undefined)!;
    const refused = await take({ soort: 'uitzondering', ...pair, regel: firm.rule.id, ...signed() });
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:woonplek:probleem:uitzondering-kan-niet']);
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['a client that is not there', { clientId: NOBODY }, 'clientId'],
    ['a home that is not there', { wooneenheidId: NOBODY }, 'wooneenheidId'],
    ['a day that has passed', { tot: '2020-01-01' }, 'tot'],
    ['a day too far away', { tot: '2999-01-01' }, 'tot'],
    ['no reason', { reden: ' ' }, 'reden'],
    ['a rule where none belongs', { regel: 'herkomst' }, 'regel'],
  ])('refuses %s', async (_, wrong, field) => {
    const answer = await take({ soort: 'vastzetting', ...pairWhere(eligible), ...signed(), ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.body.fouten.map(({ veld }: { veld: string }) => veld)).toEqual([field]);
    expect(await stored()).toEqual([]);
  });

  it('lapses after its last day, and then makes room for a new one', async () => {
    const pair = pairWhere(eligible);
    const { body } = await take({ soort: 'blokkade', ...pair, ...signed() });
    await test.dataSource.getRepository(PairDecisionEntity).update(body.id, { until: addDays(today, -1) });
    expect((await test.request().get(`/v1/paarbesluiten/${body.id}`)).body.status).toBe('verlopen');
    expect((await lift(body.id)).status).toBe(409);
    expect((await take({ soort: 'blokkade', ...pair, ...signed() })).status).toBe(201);
  });

  it('takes one of two equal decisions at once', async () => {
    const wish = { soort: 'blokkade', ...pairWhere(eligible), ...signed() };
    const answers = await Promise.all([take(wish), take(wish), take(wish)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await stored()).toHaveLength(1);
  });

  describe('the preview', () => {
    it('says what a ban costs, and changes nothing', async () => {
      const pair = pairWhere((household, unit) => isMatched(household, unit));
      const { status, body } = await preview({ soort: 'blokkade', ...pair });
      expect(status).toBe(200);
      expect(previewSchema.parse(body)).toEqual(body);
      expect(body).toMatchObject({ mogelijk: true, bewezen: true });
      const first = body.niveaus.find(({ verschil }: { verschil: number }) => verschil !== 0);
      expect(first === undefined || first.verschil < 0).toBe(true);
      const moved = body.verschuivingen.find(({ client }: { client: { id: string } }) => client.id === pair.clientId);
      expect(moved.van.id).toBe(pair.wooneenheidId);
      expect(await stored()).toEqual([]);
    });

    it('costs nothing to pin what the round proposes already', async () => {
      const { body } = await preview({
        soort: 'vastzetting',
        ...pairWhere((household, unit) => isMatched(household, unit)),
      });
      expect(body.niveaus.every(({ verschil }: { verschil: number }) => verschil === 0)).toBe(true);
      expect(body.verschuivingen).toEqual([]);
    });

    it('never loses on the first level that an exception changes', async () => {
      const pair = pairWhere((household, unit) => oneRuleAway(household, unit) && !isMatched(household));
      const [rule] = failing(index.households.get(pair.clientId)!, index.units.get(pair.wooneenheidId)!);
      const { body } = await preview({ soort: 'uitzondering', ...pair, regel: rule!.ruleId });
      const first = body.niveaus.find(({ verschil }: { verschil: number }) => verschil !== 0);
      expect(first === undefined || first.verschil > 0).toBe(true);
    });

    it('says why a pin cannot be', async () => {
      const pair = pairWhere((household, unit) => failing(household, unit).length > 0);
      const { body } = await preview({ soort: 'vastzetting', ...pair });
      const rules = failing(index.households.get(pair.clientId)!, index.units.get(pair.wooneenheidId)!);
      expect(body).toMatchObject({ mogelijk: false, redenen: rules.map(({ text }) => text.nl) });
    });

    it('refuses a client that was not in the round', async () => {
      const { status, body } = await preview({ soort: 'blokkade', ...pairWhere(eligible), clientId: NOBODY });
      expect([status, body.type]).toEqual([409, 'urn:woonplek:probleem:niet-in-ronde']);
    });
  });

  it('holds in the next round', async () => {
    const pinned = pairWhere((household, unit) => eligible(household, unit) && !isMatched(household, unit));
    const banned = pairWhere((household, unit) => isMatched(household, unit) && household.id !== pinned.clientId);
    expect((await take({ soort: 'vastzetting', ...pinned, ...signed() })).status).toBe(201);
    expect((await take({ soort: 'blokkade', ...banned, ...signed() })).status).toBe(201);
    expect((await completedRound(test, 'met-besluiten')).status).toBe('voltooid');
    const { plan: next } = (await systemService(test.app, CompletedRoundsService).last('assen'))!;
    const has = (pair: typeof pinned) =>
      next.matches.some(({ householdId, unitId }) => householdId === pair.clientId && unitId === pair.wooneenheidId);
    expect([has(pinned), has(banned)]).toEqual([true, false]);
  });

  describe('a proposal that is made by hand', () => {
    const look = (pair: object) => test.request().post('/v1/handmatige-voorstellen/vooruitblikken').send(pair);
    const propose = (body: object) => test.request().post('/v1/handmatige-voorstellen').send(body);
    const proposals = () => test.dataSource.getRepository(ProposalEntity);
    const why = { reden: 'De cliënt kent de buren.' };

    it('is refused by name where a rule fails, until an exception for this pair sets it aside', async () => {
      const pair = pairWhere((household, unit) => oneRuleAway(household, unit) && !isMatched(household));
      const [rule] = failing(index.households.get(pair.clientId)!, index.units.get(pair.wooneenheidId)!);
      const seen = manualPreviewSchema.parse((await look(pair)).body);
      expect(seen).toMatchObject({ mogelijk: false, gevolgen: null, bezwaren: [{ regel: rule!.ruleId }] });
      const verdringt = seen.verdringt.map(({ voorstel }) => voorstel);
      const refused = await propose({ ...pair, ...why, verdringt });
      expect([refused.status, refused.body.type]).toEqual([409, 'urn:woonplek:probleem:past-niet']);
      expect(refused.body.redenen).toMatchObject([{ soort: 'regel', regel: rule!.ruleId }]);
      expect((await take({ soort: 'uitzondering', ...pair, regel: rule!.ruleId, ...signed() })).status).toBe(201);
      expect((await look(pair)).body).toMatchObject({ mogelijk: true, bezwaren: [] });
    });

    it('shows what it displaces and costs, lapses that, and is approved by somebody else', async () => {
      // The last round had the decisions that were taken here; this one has none.
      await completedRound(test, 'met-de-hand');
      const open = await proposals().findBy({ state: 'voorgesteld' });
      const pair = pairWhere((household, unit) => {
        const [ofClient, ofHome] = [
          open.filter(({ householdId }) => householdId === household.id),
          open.filter(({ unitId }) => unitId === unit.id),
        ];
        const isFree =
          eligible(household, unit) && unit.freePlaces === 1 && !ofClient.some((each) => ofHome.includes(each));
        return isFree && ofClient.length > 0 && ofHome.length > 0;
      });
      const seen = manualPreviewSchema.parse((await look(pair)).body);
      expect(seen).toMatchObject({ mogelijk: true, bezwaren: [], geenGevolgen: null });
      expect(seen.verdringt.map(({ vanwege }) => vanwege).sort()).toEqual(['client', 'woonplek']);
      expect(seen.gevolgen!.niveaus.length).toBeGreaterThan(0);
      const verdringt = seen.verdringt.map(({ voorstel }) => voorstel);
      for (const [body, status] of [
        [{ ...pair, ...why, verdringt: [] }, 409],
        [{ ...pair, verdringt }, 400],
        [{ ...pair, ...why, clientId: NOBODY, verdringt }, 400],
      ] as const) {
        expect((await propose(body)).status).toBe(status);
      }
      const made = await propose({ ...pair, ...why, verdringt });
      expect([made.status, made.body.vervallen]).toEqual([201, verdringt]);
      for (const id of verdringt) expect((await proposals().findOneByOrFail({ id })).state).toBe('vervallen');
      const id = made.body.voorstel as string;
      expect(await proposals().findOneByOrFail({ id })).toMatchObject({
        ...{ state: 'voorgesteld', origin: 'manual', madeReason: why.reden, householdId: pair.clientId },
      });
      const shown = (await test.request().get(`/v1/voorstellen/${id}`)).body;
      expect(shown).toMatchObject({ metDeHand: { ...why, doorUzelf: true }, toegestaneActies: ['afwijzen'] });
      const { versie } = shown;
      const own = await test.request().post(`/v1/voorstellen/${id}/beoordelingen`).send({ besluit: 'akkoord', versie });
      expect([own.status, own.body.type]).toEqual([409, 'urn:woonplek:probleem:vier-ogen']);
      expect((await propose({ ...pair, ...why, verdringt: [] })).body.type).toBe(
        'urn:woonplek:probleem:al-voorgesteld',
      );
      const { items } = (await test.request().get(`/v1/voorstellen/${id}/verloop`)).body;
      expect(items).toContainEqual(expect.objectContaining({ wat: 'Met de hand voorgesteld', reden: why.reden }));
    });
  });
});
