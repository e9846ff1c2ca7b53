import { describe, expect, it, jest } from '@jest/globals';
import { actingAs, SYSTEM } from '../../../src/database/acting';
import { HouseholdRefusalEntity } from '../../../src/database/entities/household-refusal.entity';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { MatchRunEntity } from '../../../src/database/entities/match-run.entity';
import { OfferContactEntity } from '../../../src/database/entities/offer-contact.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { ParkingService } from '../../../src/modules/offers/parking.service';
import { SnapshotService } from '../../../src/modules/runs/snapshot.service';
import { Clock } from '../../../src/platform/clock';
import { completedRound } from '../../support/completed-round';
import { TEST_DAY, type TestApp } from '../../support/test-app';
import type { CaseDriver } from './case-driver';

interface RefusalCase {
  readonly test: () => TestApp;
  readonly cases: () => CaseDriver;
}

const single = (_: ProposalEntity, unit: UnitEntity) => unit.places === 1 && !unit.housingFirst;
const codeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:woonplek:probleem:', '');
const fieldsOf = ({ body }: { body: { fouten?: { veld: string }[] } }) => (body.fouten ?? []).map(({ veld }) => veld);

/** What follows when a client says no, and when a client takes part in no round for a while. */
export function refusalCases({ test, cases }: RefusalCase): void {
  const household = async (id: string): Promise<HouseholdEntity> =>
    cases()
      .repo(HouseholdEntity)
      .findOneByOrFail({ id: (await cases().stored(id)).householdId });
  const waitingOn = async (asOf: string): Promise<string[]> => {
    const read = () =>
      test().app.get(SnapshotService).read(test().dataSource.manager, { regionId: 'assen', asOf, seed: '' });
    return (await actingAs(SYSTEM, read)).households.map(({ id }) => id);
  };

  describe('a refusal', () => {
    const refused: string[] = [];

    it('is free the first time: the home is free, its reason is a fact, and the client keeps the place', async () => {
      for (let times = 0; times < 8; times += 1) refused.push(await cases().confirmed(single));
      for (const id of refused) {
        const before = await household(id);
        await cases().offer(id);
        const answer = await cases().refuse(id, 'WBN');
        expect(answer).toMatchObject({
          status: 'geweigerd',
          weigering: { passend: null, teBeoordelen: true, gevolg: null },
        });
        const { unitId, householdId } = await cases().stored(id);
        expect((await cases().repo(UnitEntity).findOneByOrFail({ id: unitId })).status).toBe('available');
        const [fact] = await cases().repo(HouseholdRefusalEntity).findBy({ householdId, proposalId: id });
        expect(fact).toMatchObject({ unitId, reasonCode: 'WBN', until: null });
        const judged = await cases().post(id, 'weigeringsoordelen', { passend: true, toelichting: 'Alles klopte.' });
        expect(judged.body.weigering).toMatchObject({ passend: true, teBeoordelen: false, gevolg: { code: 'geen' } });
        const again = await cases().post(id, 'weigeringsoordelen', { passend: false, toelichting: 'Toch niet.' });
        expect([again.status, codeOf(again)]).toEqual([409, 'niets-te-beoordelen']);
        expect(await household(id)).toEqual(before);
      }
      expect(await waitingOn(TEST_DAY)).toEqual(
        expect.arrayContaining(await Promise.all(refused.map(async (id) => (await household(id)).id))),
      );
    });

    it('leads the second time to what the region agreed, until a day, and then the client is back by itself', async () => {
      const { id: runId } = await completedRound(test(), 'tweede');
      const earlier = await Promise.all(refused.map((id) => cases().stored(id)));
      const offered = await cases().repo(ProposalEntity).findBy({ runId });
      const exempt = await cases().repo(UnitEntity).findBy({ housingFirst: true });
      const again = offered
        .filter(({ householdId }) => earlier.some((each) => each.householdId === householdId))
        .filter(({ unitId }) => exempt.every(({ id }) => id !== unitId));
      expect(again.length).toBeGreaterThan(1);
      for (const { householdId, unitId } of again) {
        expect(earlier.find((each) => each.householdId === householdId)!.unitId).not.toBe(unitId);
      }
      const { snapshot } = await cases()
        .repo(MatchRunEntity)
        .findOneOrFail({ where: { id: runId }, select: { id: true, snapshot: true } });
      expect(snapshot).toContain(again[0]!.householdId);
      await cases().use(runId);
      const first = await cases().confirmed(({ id }) => id === again[0]!.id);
      await cases().offer(first);
      await cases().refuse(first, 'WOB');
      const judged = await cases().post(first, 'weigeringsoordelen', { passend: true, toelichting: 'Paste.' });
      expect(judged.body.weigering).toMatchObject({ gevolg: { code: 'geparkeerd' }, tot: '2027-01-21' });
      const parked = await household(first);
      expect(parked).toMatchObject({ status: 'paused', pausedUntil: '2027-01-21', pauseReason: 'refusal' });
      expect(await waitingOn('2027-01-21')).not.toContain(parked.id);
      expect(await waitingOn('2027-01-22')).toContain(parked.id);
      jest.spyOn(test().app.get(Clock), 'now').mockReturnValueOnce(new Date('2027-01-22T11:00:00Z'));
      await actingAs(SYSTEM, () => test().app.get(ParkingService).handOverDueWork());
      expect(await household(first)).toMatchObject({ status: 'waiting', pausedUntil: null, pauseReason: null });

      const second = await cases().confirmed(({ id }) => id === again[1]!.id);
      await cases().offer(second);
      await cases().refuse(second, 'WOB');
      const unfit = await cases().post(second, 'weigeringsoordelen', { passend: false, toelichting: 'Te klein.' });
      expect(unfit.body.weigering).toMatchObject({ passend: false, gevolg: { code: 'geen' }, tot: null });
      expect((await household(second)).status).toBe('waiting');
    });

    it('has no consequence in Housing First, which offers again', async () => {
      const id = await cases().confirmed((_, unit) => unit.housingFirst);
      await cases().offer(id);
      expect((await cases().refuse(id, 'GEE')).weigering).toMatchObject({
        ...{ passend: null, teBeoordelen: false, gevolg: { code: 'geen' } },
      });
      expect((await household(id)).status).toBe('waiting');
    });

    it('keeps what was said, whatever is tried', async () => {
      const [row] = await cases().repo(OfferContactEntity).find({ take: 1 });
      await expect(cases().repo(OfferContactEntity).update({ id: row!.id }, { note: 'anders' })).rejects.toThrow(
        'permission denied',
      );
    });
  });

  describe('a pause', () => {
    it('is asked for a client who waits, and ended by a coordinator', async () => {
      const waiting = await cases().repo(HouseholdEntity).findOneByOrFail({ status: 'waiting' });
      const at = (path: string, body: object) => test().request().post(`/v1/clienten/${waiting.id}/${path}`).send(body);
      const pause = { reden: 'opname', tot: '2026-12-31', toelichting: 'Opgenomen.', versie: waiting.version };
      expect(fieldsOf(await at('parkeringen', { ...pause, tot: '2026-11-21' }))).toEqual(['tot']);
      const parked = await at('parkeringen', pause);
      expect([parked.status, parked.body]).toMatchObject([201, { wacht: false, reden: { code: 'opname' } }]);
      expect(codeOf(await at('parkeringen', { ...pause, versie: parked.body.versie }))).toBe('wacht-niet');
      const back = { toelichting: 'Weer thuis.', versie: parked.body.versie };
      expect((await at('parkeringen/beeindigingen', back)).body).toMatchObject({ wacht: true, reden: null, tot: null });
      expect(codeOf(await at('parkeringen/beeindigingen', { ...back, versie: back.versie + 1 }))).toBe('geen-pauze');
    });
  });
}
