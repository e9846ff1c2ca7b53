import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../../src/core/time/calendar';
import { actingAs, SYSTEM } from '../../../src/database/acting';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { PlacementEntity } from '../../../src/database/entities/placement.entity';
import type { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { TenancyEventEntity } from '../../../src/database/entities/tenancy-event.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { PlacementLoadService } from '../../../src/modules/monitor/placement-load.service';
import { tenanciesSchema, type TenancyDto } from '../../../src/modules/tenancies/tenancy.dto';
import type { Role } from '../../../src/platform/access/permissions';
import { TEST_DAY, type TestApp } from '../../support/test-app';
import type { CaseDriver } from './case-driver';

interface TenancyCase {
  readonly test: () => TestApp;
  readonly cases: () => CaseDriver;
}

const LONG_AGO = addDays(TEST_DAY, -200);
const intermediate = (_: ProposalEntity, unit: UnitEntity) => unit.housingForm === 'intermediate';
const permanent = (_: ProposalEntity, unit: UnitEntity) => unit.housingForm === 'permanent' && unit.places === 1;

/** What happens after the key. */
export function tenancyCases({ test, cases }: TenancyCase): void {
  const codeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:woonplek:probleem:', '');
  const clientOf = async (id: string) => (await cases().stored(id)).householdId;
  const household = (id: string) => cases().repo(HouseholdEntity).findOneByOrFail({ id });
  const tenancies = async (client: string, role: Role = 'coordinator'): Promise<TenancyDto[]> => {
    const { body } = await test().as(role).get(`/v1/clienten/${client}/plaatsingen`);
    return tenanciesSchema.parse(body).items;
  };
  const post = (id: string, kind: 'nazorgstappen' | 'wijzigingen', body: object, role: Role = 'coordinator') =>
    test().as(role).post(`/v1/plaatsingen/${id}/${kind}`).send(body);
  /** Everything that rounds count. */
  const counted = () =>
    actingAs(SYSTEM, async () => {
      const { manager } = test().dataSource;
      const load = test().app.get(PlacementLoadService);
      const [region, day] = ['assen', TEST_DAY] as const;
      return {
        quotas: await load.realisedPerQuota(manager, region, day),
        agreements: await load.realisedPerAgreement(manager, region, day),
        places: await load.occupancyPerUnit(manager, region, day),
        load: await load.loadPerWijk(manager, region, day, 104),
        hours: await load.usedGuidanceHours(manager, region, day),
      };
    });
  /** As if the key was handed over some time ago. */
  const since = async (client: string, startDate: string): Promise<TenancyDto> => {
    await cases().repo(PlacementEntity).update({ householdId: client }, { startDate });
    const [tenancy] = await tenancies(client);
    return tenancy!;
  };
  const sum = (numbers: ReadonlyMap<string, number>) => [...numbers.values()].reduce((all, each) => all + each, 0);

  describe('a tenancy', () => {
    it('has aftercare, and stays through a time-out in which no guidance is used', async () => {
      const client = await clientOf(await cases().housed(permanent));
      const [tenancy] = await tenancies(client);
      const { id } = tenancy!;
      const before = await counted();
      const note = { stap: 'notitie', voortgang: 'let-op', toelichting: 'Mist de afspraken.', op: TEST_DAY };
      const answers = await Promise.all([1, 2].map(() => post(id, 'nazorgstappen', { ...note, versie: 1 })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      const out = { stap: 'time-out', reden: 'terugval', tot: '2026-12-31', op: TEST_DAY, versie: 2 };
      const early = await post(id, 'nazorgstappen', { ...out, tot: '2026-11-01' });
      expect([early.status, early.body.fouten[0].veld]).toEqual([400, 'tot']);
      const paused = await post(id, 'nazorgstappen', out);
      expect(paused.body.items[0]).toMatchObject({
        ...{ status: { code: 'time-out' }, eind: null, stappen: expect.arrayContaining(['hervatten']) },
      });
      expect(paused.body.items[0].gebeurtenissen.map(({ stap }: { stap: string }) => stap)).toEqual([
        ...['time-out', 'notitie', 'sleutel'],
      ]);
      const during = await counted();
      const { guidanceHours } = await cases().repo(PlacementEntity).findOneByOrFail({ id });
      expect(sum(before.hours) - sum(during.hours)).toBe(guidanceHours);
      expect({ ...during, hours: before.hours }).toEqual(before);
      expect((await household(client)).status).toBe('housed');
      await post(id, 'nazorgstappen', { stap: 'hervatten', op: TEST_DAY, versie: 3 });
      expect(await counted()).toEqual(before);

      const closed = { stap: 'afsluiten', toelichting: 'Redt het zelf.', op: TEST_DAY, versie: 4 };
      expect((await post(id, 'wijzigingen', closed, 'aanbieder')).status).toBe(403);
      expect((await post(id, 'wijzigingen', closed)).body.items[0].status.code).toBe('afgesloten');
      const relapse = await post(id, 'nazorgstappen', {
        stap: 'terugval',
        toelichting: 'Weer hulp.',
        op: TEST_DAY,
        versie: 5,
      });
      expect(relapse.body.items[0].status.code).toBe('lopend');
      expect(
        codeOf(await post(id, 'wijzigingen', { stap: 'doorstromen', toelichting: 'x', op: TEST_DAY, versie: 6 })),
      ).toBe('al-permanent');
    });

    it('that becomes permanent in the same home is a new one, which counts once', async () => {
      const client = await clientOf(await cases().housed(intermediate));
      const old = await since(client, LONG_AGO);
      const before = await counted();
      const wish = { stap: 'omklappen', bevestigdDoor: 'A. de Wit, Actium', op: TEST_DAY, versie: old.versie };
      const first = await post(old.id, 'wijzigingen', { ...wish, op: LONG_AGO });
      expect([first.status, first.body.fouten[0].veld]).toEqual([400, 'op']);
      const [now, then] = (await post(old.id, 'wijzigingen', wish)).body.items;
      expect(then).toMatchObject({
        id: old.id,
        status: { code: 'omgeklapt' },
        eind: addDays(TEST_DAY, -1),
        stappen: [],
      });
      expect(now).toMatchObject({
        ...{ status: { code: 'lopend' }, contract: { code: 'permanent' }, teltMee: false, vorigePlaatsing: old.id },
        ...{ begin: TEST_DAY, wooneenheid: old.wooneenheid },
      });
      expect(await counted()).toEqual(before);
      const twice = await post(now.id, 'wijzigingen', { ...wish, versie: now.versie });
      expect([twice.status, codeOf(twice)]).toEqual([409, 'al-permanent']);
    });

    it('goes on while the client looks for a permanent home', async () => {
      const client = await clientOf(await cases().housed(intermediate));
      const [old] = await tenancies(client);
      const wish = { stap: 'doorstromen', toelichting: 'Klaar voor een eigen huis.', op: TEST_DAY, versie: 1 };
      const looking = await post(old!.id, 'wijzigingen', wish);
      expect(looking.body.items).toMatchObject([{ id: old!.id, status: { code: 'lopend' }, eind: null }]);
      expect((await household(client)).status).toBe('waiting');
      expect(codeOf(await post(old!.id, 'wijzigingen', { ...wish, versie: 2 }))).toBe('zoekt-al');
    });

    it('ends with the key of a permanent home elsewhere, and the two count once', async () => {
      const id = await cases().landed(permanent);
      await cases().settleAll(id);
      const client = await clientOf(id);
      // As somebody who lived in an intermediate home already.
      const unit = await cases().repo(UnitEntity).findOneByOrFail({ housingForm: 'intermediate' });
      const [model] = await cases().repo(PlacementEntity).find({ take: 1 });
      const lived = { unitId: unit.id, gemeenteId: unit.gemeenteId, wijkId: unit.wijkId, householdId: client };
      const old = { ...model!, ...lived, id: randomUUID(), startDate: LONG_AGO, endDate: null, proposalId: null };
      await cases()
        .repo(PlacementEntity)
        .insert({ ...old, previousPlacementId: null, state: 'lopend', counts: true });
      const before = await counted();
      expect((await cases().key(id)).status).toBe(201);
      const [now, then] = await tenancies(client);
      expect(then).toMatchObject({ id: old.id, status: { code: 'omgeklapt' }, eind: addDays(TEST_DAY, -1) });
      expect(now).toMatchObject({ vorigePlaatsing: old.id, teltMee: false, begin: TEST_DAY, voorstel: id });
      const after = await counted();
      expect([after.quotas, after.agreements]).toEqual([before.quotas, before.agreements]);
      expect(sum(after.places)).toBe(sum(before.places));
      expect(after.places.get(unit.id) ?? 0).toBe(before.places.get(unit.id)! - 1);
    });

    it('ends by a person, with a last day, and the place is free', async () => {
      const client = await clientOf(await cases().housed(permanent));
      const [tenancy] = await tenancies(client);
      const { id, wooneenheid } = tenancy!;
      const end = { stap: 'beeindigen', reden: 'zelf-opgezegd', zoektWeer: true, versie: 1 };
      const later = await post(id, 'wijzigingen', { ...end, op: addDays(TEST_DAY, 1) });
      expect([later.status, later.body.fouten[0].veld]).toEqual([400, 'op']);
      const ended = await post(id, 'wijzigingen', { ...end, op: TEST_DAY });
      expect(ended.body.items[0]).toMatchObject({ status: { code: 'beeindigd' }, eind: TEST_DAY, stappen: [] });
      expect((await household(client)).status).toBe('waiting');
      const tomorrow = await actingAs(SYSTEM, () =>
        test().app.get(PlacementLoadService).occupancyPerUnit(test().dataSource.manager, 'assen', addDays(TEST_DAY, 1)),
      );
      expect(tomorrow.get(wooneenheid.id) ?? 0).toBe(0);
      const again = await post(id, 'wijzigingen', { ...end, op: TEST_DAY, versie: 2 });
      expect([again.status, codeOf(again)]).toEqual([409, 'transition-not-allowed']);
    });

    it('is not that of another aanbieder, and its record is never changed', async () => {
      const [event] = await cases().repo(TenancyEventEntity).find({ take: 1 });
      await expect(cases().repo(TenancyEventEntity).delete({ id: event!.id })).rejects.toThrow('permission denied');
      const own: string = (await test().as('aanbieder').get('/v1/sessie')).body.rol.organisatie.id;
      const other = await cases().repo(PlacementEntity).findOneByOrFail({ state: 'lopend' });
      await cases().repo(PlacementEntity).update({ id: other.id }, { aanbiederOrganisationId: null });
      const note = { stap: 'hervatten', op: TEST_DAY, versie: other.version };
      expect(own).toBeDefined();
      expect((await post(other.id, 'nazorgstappen', note, 'aanbieder')).status).toBe(404);
      expect((await post(randomUUID(), 'nazorgstappen', note)).status).toBe(404);
    });
  });
}
