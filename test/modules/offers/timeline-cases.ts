import { beforeAll, describe, expect, it } from '@jest/globals';
import { timelineKinds } from '../../../src/core/review/timeline-kinds';
import { addDays } from '../../../src/core/time/calendar';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import type { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { type UnitEntity } from '../../../src/database/entities/unit.entity';
import { type TimelineEntryDto, timelineEntrySchema } from '../../../src/modules/timeline/timeline.dto';
import type { Role } from '../../../src/platform/access/permissions';
import { completedRound } from '../../support/completed-round';
import { TEST_DAY, type TestApp } from '../../support/test-app';
import { type CaseDriver, HEARD } from './case-driver';

interface TimelineCase {
  readonly test: () => TestApp;
  readonly cases: () => CaseDriver;
}

type Of = 'clienten' | 'wooneenheden' | 'voorstellen';
const single = (_: ProposalEntity, unit: UnitEntity) => unit.places === 1;

/** What a client, a home and a proposal show of everything that happened. */
export function timelineCases({ test, cases }: TimelineCase): void {
  const page = async (of: Of, id: string, role: Role, query = 'aantal=100') => {
    const answer = await test().as(role).get(`/v1/${of}/${id}/verloop?${query}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    const { items, totaal } = answer.body as { items: unknown[]; totaal: number };
    return { items: items.map((each) => timelineEntrySchema.parse(each)), totaal, text: answer.text };
  };
  const entries = async (of: Of, id: string, role: Role = 'coordinator'): Promise<TimelineEntryDto[]> =>
    (await page(of, id, role)).items;
  const clientOf = async (id: string) =>
    cases()
      .repo(HouseholdEntity)
      .findOneByOrFail({ id: (await cases().stored(id)).householdId });
  const parking = async (id: string, path: string, body: object): Promise<void> => {
    const { version } = await cases().repo(HouseholdEntity).findOneByOrFail({ id });
    const answer = await test()
      .request()
      .post(`/v1/clienten/${id}/${path}`)
      .send({ ...body, versie: version });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  };
  const post = (path: string, body: object) => test().request().post(`/v1/${path}`).send(body).expect(201);

  describe('the timeline', () => {
    beforeAll(async () => cases().use((await completedRound(test(), 'verloop')).id));

    it('of a proposal tells all of it: when, who in which role, what and why', async () => {
      const id = await cases().confirmed(single);
      await cases().offer(id);
      await cases().take(id, 'niet-verschenen', { wijze: 'telefoon', op: TEST_DAY, toelichting: 'Nam niet op.' });
      await post(`voorstellen/${id}/voortgang`, { betrokken: true, reden: 'client-twijfelt', laatstGezien: null });
      await post(`voorstellen/${id}/pauzes`, { reden: 'ziekenhuis', vanaf: TEST_DAY, toelichting: 'Geopereerd.' });
      const behalf = { antwoord: 'accepteren', door: 'namens', namens: 'De bewindvoerder', bewijs: 'Brief', ...HEARD };
      await cases().take(id, 'antwoorden', behalf);
      const { landing } = await cases().take(id, 'voorbereidingen');
      await post(`voorstellen/${id}/landingspunten/${landing!.punten[0]!.code}`, {
        ...{ stand: 'niet-van-toepassing', toelichting: 'Hier niet nodig.' },
      });
      const { version } = await cases().stored(id);
      await cases().post(id, 'terugzettingen', { toelichting: 'Te vroeg begonnen.', versie: version });

      const found = await entries('voorstellen', id);
      const by = (naam: string, rol: string | null = null) => expect.objectContaining({ naam, rol });
      const anouk = by('Anouk Voorbeeld', 'Wooncoördinator');
      for (const [code, line] of [
        ['besluit', { wat: expect.stringContaining('Voorgesteld door de matchronde'), door: by('Woonplek') }],
        ['besluit', { wat: 'Voorstel goedgekeurd', door: anouk }],
        ['besluit', { wat: 'Woning aangeboden', door: anouk }],
        ['teruggenomen', { wat: 'Eén stap teruggezet', toelichting: 'Te vroeg begonnen.', door: anouk }],
        ['contact', { wat: expect.stringMatching(/^Niet verschenen .* telefoon/), toelichting: 'Nam niet op.' }],
        ['contact', { namens: 'de cliënt, door De bewindvoerder', toelichting: 'Bewijs: Brief', door: anouk }],
        ['bericht', { reden: 'De cliënt twijfelt', door: anouk }],
        ['termijn', { wat: expect.stringMatching(/^Termijn staat stil/), reden: expect.stringMatching(/ziekenhuis/) }],
        ['termijn', { wat: expect.stringMatching(/^Wacht op medewerker corporatie, /), door: by('Woonplek') }],
        ['landing', { wat: expect.stringMatching(/^Punt niet van toepassing: /), toelichting: 'Hier niet nodig.' }],
      ] as const) {
        expect(found).toContainEqual(
          expect.objectContaining({ soort: timelineKinds.named(timelineKinds.toInternal(code)), ...line }),
        );
      }
      const moments = found.map(({ op }) => op);
      expect(moments).toEqual([...moments].sort().reverse());
      expect(new Set(found.map(({ id: each }) => each)).size).toBe(found.length);
    });

    it('of a client also tells of pauses and what came of them, and of nobody else', async () => {
      const id = await cases().housed(single);
      const client = await clientOf(id);
      const tot = addDays(TEST_DAY, 30);
      const found = await entries('clienten', client.id);
      expect(found).toContainEqual(expect.objectContaining({ wat: expect.stringMatching(/^Sleutel gekregen/) }));
      expect(found).toContainEqual(expect.objectContaining({ wat: 'Heeft een woning en wacht niet meer' }));
      expect(new Set(found.flatMap((each) => (each.client === null ? [] : [each.client.nummer])))).toEqual(
        new Set([client.reference]),
      );
      const waiting = await cases().repo(HouseholdEntity).findOneByOrFail({ status: 'paused' });
      await parking(waiting.id, 'parkeringen/beeindigingen', { toelichting: 'Weer thuis.' });
      await parking(waiting.id, 'parkeringen', { reden: 'opname', tot, toelichting: 'In een kliniek.' });
      const [paused, back] = await entries('clienten', waiting.id);
      expect(paused).toMatchObject({
        ...{ soort: { code: 'deelname' }, reden: 'Opname', toelichting: 'In een kliniek.' },
        door: { naam: 'Anouk Voorbeeld', rol: 'Wooncoördinator' },
      });
      expect(paused!.wat).toMatch(/^Doet niet mee in de rondes tot en met /);
      expect(back).toMatchObject({ wat: 'Doet weer mee in de rondes', toelichting: 'Weer thuis.' });
    });

    it('of a home tells its owner every step since the approval and that somebody lives there, and never who', async () => {
      const own: string = (await test().as('corporatie').get('/v1/sessie')).body.rol.organisatie.id;
      const id = await cases().housed((_, unit) => unit.ownerOrganisationId === own && unit.places === 1);
      const { unitId } = await cases().stored(id);
      const client = await clientOf(id);
      const told = await page('wooneenheden', unitId, 'corporatie');
      const words = told.items.map(({ wat }) => wat);
      for (const step of ['Voorstel goedgekeurd', 'Aanbod geaccepteerd', 'Sleutel overgedragen', 'Iemand woont hier']) {
        expect(words).toContain(step);
      }
      expect(words.some((each) => each.startsWith('Voorgesteld'))).toBe(false);
      for (const secret of [client.id, client.reference]) expect(told.text).not.toContain(secret);
      expect(told.items.every((each) => each.client === null && each.toelichting === null)).toBe(true);
      const log = await test().request().get(`/v1/clienten/${client.id}/inzage?aantal=100`);
      expect(log.text).toContain('verloop van een woonplek bekeken');

      const full = await entries('wooneenheden', unitId);
      expect(full).toContainEqual(expect.objectContaining({ client: { id: client.id, nummer: client.reference } }));
      const elsewhere = await cases().confirmed((_, unit) => unit.ownerOrganisationId !== own);
      const strange = await entries('wooneenheden', (await cases().stored(elsewhere)).unitId, 'corporatie');
      expect(strange.filter(({ soort }) => !['woonplek', 'plaatsing'].includes(soort.code))).toEqual([]);
    });

    it('comes in pages, of one kind where that is asked, the other way round too', async () => {
      const id = await cases().confirmed(single);
      const all = await page('voorstellen', id, 'coordinator');
      expect(all.items.map(({ wat }) => wat)).toContainEqual(
        expect.stringMatching(/^Wacht op medewerker corporatie, uiterlijk /),
      );
      const pages = await Promise.all(
        [1, 2].map((pagina) => page('voorstellen', id, 'coordinator', `aantal=2&pagina=${pagina}`)),
      );
      expect(pages.flatMap(({ items }) => items)).toEqual(all.items.slice(0, 4));
      const upwards = await page('voorstellen', id, 'coordinator', 'aantal=100&sorteer=op');
      expect(upwards.items).toEqual([...all.items].reverse());
      for (const { public: soort } of timelineKinds.entries) {
        const some = await page('voorstellen', id, 'coordinator', `aantal=100&soort=${soort}`);
        expect(some.items).toEqual(all.items.filter((each) => each.soort.code === soort));
      }
    });
  });
}
