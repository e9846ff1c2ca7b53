import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { DATA_CATEGORIES } from '../../../src/database/person-columns/data-categories';
import { PERSON_COLUMNS } from '../../../src/database/person-columns/person-columns';
import { TRACED_TABLES } from '../../../src/database/traced-tables';
import { AccessLogEntity } from '../../../src/database/entities/access-log.entity';
import { HouseholdMemberEntity } from '../../../src/database/entities/household-member.entity';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { PanelMeetingEntity } from '../../../src/database/entities/panel-meeting.entity';
import { type ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { clientExportSchema, type ClientExportDto } from '../../../src/modules/client-rights/client-export.dto';
import { SAMPLE, SAMPLE_ROWS } from '../../support/sample-rows';
import type { ClientRightsCase } from './client-rights-case';

const BSN = '999990019';
const SECRET = 'Geheim adres van iemand anders';

/** Everything that is held about a client. */
export function exportCases({ app, repo, next, get }: ClientRightsCase): void {
  /** A household of the aanbieder of the tests, with a row in every table about a household. */
  async function filled(): Promise<{ proposal: ProposalEntity; owner: string }> {
    const session = await app().as('aanbieder').get('/v1/sessie');
    const owner: string = session.body.rol.organisatie.id;
    const proposal = next(owner);
    const { householdId } = proposal;
    await repo(HouseholdEntity).update({ id: householdId }, { herkomstWaived: true });
    const facts = { pausedDays: 12, keepAway: [{ point: { x: 987654, y: 1 }, metres: 500, until: null }] };
    await repo(HouseholdEntity).update({ id: householdId }, { facts });
    const [unit] = await repo(UnitEntity).find({ take: 1 });
    const member = await repo(HouseholdMemberEntity).findOneByOrFail({ householdId, position: 0 });
    await app()
      .request()
      .post(`/v1/voorstellen/${proposal.id}/beoordelingen`)
      .send({
        ...{ besluit: 'afgewezen', redenCode: 'ANDERS', toelichting: 'Te ver van school', versie: 1 },
      });
    const swaps: Readonly<Record<string, unknown>> = {
      ...{ regionId: 'assen', ownerOrganisationId: owner, householdId, unitId: unit!.id, proposalId: proposal.id },
      ...{ gemeenteId: unit!.gemeenteId, wijkId: unit!.wijkId, organisationId: unit!.corporatieId },
      ...{
        memberId: member.id,
        doelgroepId: (await repo(HouseholdEntity).findOneByOrFail({ id: householdId })).doelgroepId,
      },
      ...{ placementId: randomUUID(), contactId: randomUUID(), judgedBy: null, settledBy: null, actor: null },
      ...{ accountId: session.body.persoon.id, decidedBy: null, endedBy: null, herkomstGemeenteId: null, bsn: BSN },
      ...{ answer: SECRET, fromGemeenteId: 'GM0106', toOrganisationId: owner },
      ...{ meetingId: randomUUID(), caseId: randomUUID(), broughtBy: session.body.persoon.id },
      ...{
        withdrawnBy: session.body.persoon.id,
        gemeenteIds: ['GM0106'],
        wijkIds: [],
        value: 'GM0106',
        kind: undefined,
      },
    };
    for (const table of ['household_wish', 'household_consent', 'household_refusal', 'household_exclusion_area']) {
      await app().dataSource.query(`DELETE FROM ${table} WHERE household_id = $1`, [householdId]);
    }
    const meeting = { id: String(swaps.meetingId), regionId: 'assen', title: 'Veldtafel', heldOn: '2026-02-05' };
    await repo(PanelMeetingEntity).insert({ ...meeting, kind: 'veldtafel' });
    const requestId = randomUUID();
    for (const { entity, row } of SAMPLE_ROWS) {
      const metadata = app().dataSource.getMetadata(entity);
      const table = metadata.tableName;
      if (
        !(table in PERSON_COLUMNS) ||
        ['household', 'household_member', 'proposal', 'proposal_event'].includes(table)
      ) {
        continue;
      }
      const swapped = Object.keys(row).map((name) => [name, swaps[name] === undefined ? row[name] : swaps[name]]);
      const copy = {
        ...Object.fromEntries(swapped),
        ...(row.id ? { id: table === 'client_request' ? requestId : randomUUID() } : {}),
      };
      if ('requestId' in row) Object.assign(copy, { requestId });
      if (table === 'panel_case') Object.assign(copy, { id: swaps.caseId });
      if (table === 'panel_entry') Object.assign(copy, { actor: session.body.persoon.id });
      if (table === 'placement') Object.assign(copy, { id: swaps.placementId });
      if (table === 'offer_contact') Object.assign(copy, { id: swaps.contactId });
      if (table === 'household_wish') Object.assign(copy, { kind: 'gemeente' });
      if (table === 'household_refusal') Object.assign(copy, { proposalId: proposal.id });
      await app().dataSource.getRepository(entity).insert(copy);
    }
    return { proposal, owner };
  }

  const wordsIn = (data: ClientExportDto, table: string): Set<string> =>
    new Set(
      data.gegevens
        .filter(({ soort }) => soort === TRACED_TABLES[table])
        .flatMap(({ rijen }) => rijen.flatMap(({ velden }) => velden.map(({ gegeven }) => gegeven))),
    );

  it('has every column of every table about a household, and explains each proposal', async () => {
    const { proposal } = await filled();
    const { householdId: id } = proposal;
    const answer = await app().as('aanbieder').get(`/v1/clienten/${id}/gegevens`);
    expect([answer.status, answer.headers['content-disposition']]).toEqual([
      200,
      'attachment; filename="gegevens.json"',
    ]);
    const data = clientExportSchema.parse(answer.body);
    for (const [table, columns] of Object.entries(PERSON_COLUMNS)) {
      expect([table, [...wordsIn(data, table)].sort()]).toEqual([
        ...[table, [...new Set(Object.values(columns).map(([words]) => words))].sort()],
      ]);
    }
    expect(new Set(data.categorieen.map(({ naam }) => naam))).toEqual(new Set(Object.values(DATA_CATEGORIES)));

    const member = await repo(HouseholdMemberEntity).findOneByOrFail({ householdId: id, position: 0 });
    for (const held of [
      member.familyName,
      member.birthDate,
      BSN,
      SECRET,
      'Te ver van school',
      'Assen',
      '500',
      'niet veilig',
    ]) {
      expect(answer.text).toContain(held);
    }
    const [explained] = data.voorstellen;
    expect(explained).toMatchObject({ id: proposal.id, status: 'afgewezen' });
    expect(explained!.uitleg.length).toBeGreaterThan(4);
    expect(explained!.regels.length).toBeGreaterThan(10);
    expect(explained!.besluiten).toMatchObject([
      { wat: 'afgewezen', rol: 'Wooncoördinator', reden: 'Andere reden', toelichting: 'Te ver van school' },
    ]);
    const read = await repo(AccessLogEntity).findOneByOrFail({ action: 'client.export', objectIds: [id] as never });
    expect(read.purpose).toContain('artikel 15');

    // Nobody else, and no place where somebody else may live.
    expect(answer.text).not.toMatch(/987654|Voorbeeld"/);
    const others = await repo(HouseholdEntity).find();
    expect(others.filter((each) => each.id !== id && answer.text.includes(each.id))).toEqual([]);
    const accounts: { id: string; display_name: string }[] = await app().dataSource.query(
      'SELECT id, display_name FROM account',
    );
    for (const { id: account, display_name: name } of accounts) {
      expect([account, name].filter((secret) => answer.text.includes(secret))).toEqual([]);
    }
    expect(answer.text).not.toContain(SAMPLE.household);

    const byCoordinator = await get(`clienten/${id}/gegevens`);
    expect(byCoordinator.text).not.toContain(BSN);
    expect(wordsIn(clientExportSchema.parse(byCoordinator.body), 'household_member_bsn').size).toBe(0);
    expect(byCoordinator.text).toContain('Het burgerservicenummer, als dat er is');
  });
}
