import { expect, it } from '@jest/globals';
import { ChangeLogEntity } from '../../../src/database/entities/change-log.entity';
import { ClientRequestEntity } from '../../../src/database/entities/client-request.entity';
import { HouseholdCorrectionEntity } from '../../../src/database/entities/household-correction.entity';
import { HouseholdMemberEntity } from '../../../src/database/entities/household-member.entity';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { correctedSchema } from '../../../src/modules/client-rights/correction.dto';
import type { ClientRightsCase } from './client-rights-case';

/** Every field that can be corrected, with another value than any sample client has, and where it ends up. */
const FIELDS: readonly (readonly [string, unknown, keyof HouseholdEntity, unknown])[] = [
  ['herkomstGemeente', 'GM1680', 'herkomstGemeenteId', 'GM1680'],
  ['herkomstGrondslag', 'Uittreksel BRP', 'herkomstBasis', 'Uittreksel BRP'],
  ['herkomstZekerheid', 'betwist', 'herkomstCertainty', 'disputed'],
  ['begeleidingNiveau', 'dag-en-nacht', 'supportLevel', 'round-the-clock'],
  ['begeleidingUren', 17, 'guidanceHours', 17],
  ['draaglast', 9, 'draaglast', 9],
  ['slaapkamers', 5, 'bedroomsNeeded', 5],
  ['toegankelijkheid', 'RUI', 'accessibilityNeeded', 'RUI'],
  ['huisdieren', 7, 'pets', 7],
  ['urgentieklasse', 3, 'urgencyBand', 3],
  ['uitstroomgereedOp', '2026-01-02', 'readyForOutflowOn', '2026-01-02'],
  ['wachtSinds', '2020-02-29', 'waitingSince', '2020-02-29'],
  ['verblijf', 'Bij een vriend', 'currentStay', 'Bij een vriend'],
  ['verblijfSinds', '2026-03-04', 'currentStaySince', '2026-03-04'],
  ['rechthebbend', 'niet-rechthebbend', 'entitlementStatus', 'not-entitled'],
  ['rechthebbendTot', '2027-05-06', 'entitlementUntil', '2027-05-06'],
  ['inkomenCent', 1_234_567, 'incomeCents', 1_234_567],
];

/** Correction of a file. */
export function correctionCases({ app, repo, next, ask, post, codeOf, fieldsOf, told }: ClientRightsCase): void {
  const correct = async (id: string, body: object) => {
    const { version } = await repo(HouseholdEntity).findOneByOrFail({ id });
    return post(`clienten/${id}/correcties`, { versie: version, reden: 'Volgens het uittreksel', ...body });
  };

  it('changes what is named and nothing else, keeps the reason, and tells which proposals that touches', async () => {
    const { id: proposal, householdId: id } = next();
    const before = await repo(HouseholdEntity).findOneByOrFail({ id });
    const gegevens = Object.fromEntries(FIELDS.map(([name, value]) => [name, value]));
    const answer = await correct(id, { gegevens });
    expect([answer.status, answer.body.fouten]).toEqual([200, undefined]);
    const corrected = correctedSchema.parse(answer.body);
    const after = await repo(HouseholdEntity).findOneByOrFail({ id });
    const expected = Object.fromEntries(FIELDS.map(([, , column, value]) => [column, value]));
    const { updatedAt: _, updatedBy: __, version: ___, ...kept } = before;
    expect(after).toMatchObject({ ...kept, ...expected });
    expect(corrected.versie).toBe(after.version);
    expect(corrected.gewijzigd).toContain('slaapkamers');
    expect(corrected.geraakteVoorstellen).toMatchObject([{ id: proposal, veranderd: expect.any(Array) }]);
    expect(corrected.geraakteVoorstellen[0]!.veranderd.length).toBeGreaterThan(0);
    expect(await repo(HouseholdCorrectionEntity).findOneByOrFail({ householdId: id })).toMatchObject({
      ...{ reason: 'Volgens het uittreksel', changed: corrected.gewijzigd, requestId: null },
    });
    const [change] = await repo(ChangeLogEntity).find({
      where: { tableName: 'household', rowId: id, operation: 'update' },
      order: { id: 'DESC' },
      take: 1,
    });
    expect(change).toMatchObject({ role: 'coordinator', before: { bedrooms_needed: before.bedroomsNeeded } });

    const again = await correct(id, { gegevens });
    expect(again.body).toMatchObject({ gewijzigd: [], versie: after.version });
  });

  it('changes names and birth dates, which makes the file a newer one', async () => {
    const { householdId: id } = next();
    const members = repo(HouseholdMemberEntity);
    const member = await members.findOneByOrFail({ householdId: id, position: 0 });
    const { version } = await repo(HouseholdEntity).findOneByOrFail({ id });
    const leden = [{ id: member.id, achternaam: 'Verbeterd', geboortedatum: '1990-02-03' }];
    const answer = await correct(id, { leden });
    expect(answer.body).toMatchObject({ gewijzigd: ['achternaam', 'geboortedatum'], versie: version + 1 });
    expect(await members.findOneByOrFail({ id: member.id })).toMatchObject({
      ...{ givenName: member.givenName, familyName: 'Verbeterd', birthDate: '1990-02-03' },
    });
    const stale = await correct(id, { versie: version, gegevens: { huisdieren: 2 } });
    expect([stale.status, codeOf(stale)]).toEqual([409, 'intussen-gewijzigd']);
  });

  it('names every wrong field at once, and saves nothing', async () => {
    const { householdId: id } = next();
    const stranger = await repo(HouseholdMemberEntity).findOneByOrFail({ householdId: next().householdId });
    const before = await repo(HouseholdEntity).findOneByOrFail({ id });
    const refused = async (body: object, fields: string[]) => {
      const answer = await correct(id, body);
      expect([body, answer.status, fieldsOf(answer)]).toEqual([body, 400, fields]);
      expect(await repo(HouseholdEntity).findOneByOrFail({ id })).toEqual(before);
    };
    await refused({}, ['gegevens']);
    await refused({ reden: ' ', gegevens: { huisdieren: -1, draaglast: 1.5, wachtSinds: '2026-02-30', naam: 'x' } }, [
      ...['gegevens.draaglast', 'gegevens.huisdieren', 'gegevens.naam', 'gegevens.wachtSinds', 'reden'],
    ]);
    await refused({ gegevens: { herkomstWaived: true } }, ['gegevens.herkomstWaived']);
    const elsewhere = { herkomstGemeente: 'GM9999', doelgroep: 'niemand', urgentiecategorie: 'onzin', huisdieren: 4 };
    await refused(
      { gegevens: { ...elsewhere, wachtSinds: '2026-11-23', verblijfSinds: '2027-01-01', verblijf: 'A' } },
      [
        ...['gegevens.doelgroep', 'gegevens.herkomstGemeente', 'gegevens.urgentiecategorie', 'gegevens.verblijfSinds'],
        'gegevens.wachtSinds',
      ],
    );
    const unknown = { herkomstGemeente: null, herkomstGrondslag: null, herkomstZekerheid: 'vastgesteld' };
    await refused({ gegevens: unknown }, ['gegevens.herkomstGrondslag']);
    await refused({ gegevens: { huisdieren: 4 }, leden: [{ id: stranger.id, voornaam: 'A' }, { id: stranger.id }] }, [
      'leden.0.id',
      'leden.1',
      'leden.1.id',
    ]);
    await refused({ gegevens: { huisdieren: 4 }, verzoek: stranger.id }, ['verzoek']);
    await refused({ gegevens: { huisdieren: 4 }, ...told }, ['clientGeinformeerdOp']);
  });

  it('is the decision on a request, also while that request restricts the processing', async () => {
    const { householdId: id } = next();
    const { items } = await ask(id, { soort: 'correctie', vraagtBeperking: true });
    const request = items[0]!.id;
    expect(codeOf(await correct(id, { gegevens: { huisdieren: 5 } }))).toBe('verwerking-beperkt');
    expect(fieldsOf(await correct(id, { gegevens: { huisdieren: 5 }, verzoek: request }))).toEqual([
      'clientGeinformeerdOp',
    ]);
    expect((await repo(HouseholdEntity).findOneByOrFail({ id })).pets).not.toBe(5);
    const answer = await correct(id, { gegevens: { huisdieren: 5 }, verzoek: request, ...told });
    expect(answer.status).toBe(200);
    expect(await repo(ClientRequestEntity).findOneByOrFail({ id: request })).toMatchObject({
      ...{ state: 'ingewilligd', answer: 'Volgens het uittreksel' },
    });
    expect((await app().request().get(`/v1/clienten/${id}`)).body.beperking).toBeNull();
    const twice = await correct(id, { gegevens: { huisdieren: 6 }, verzoek: request });
    expect([twice.status, codeOf(twice)]).toEqual([409, 'transition-not-allowed']);
  });
}
