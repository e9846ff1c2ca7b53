import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import type { JourneyStage } from './journey-stage';

/** What happens when a match fails: the home goes to who comes next. */
export function failedMatchJourneys(staged: () => JourneyStage): void {
  /** For a home with one place, outside Housing First, with somebody who could come next. */
  const replaceable = async (proposal: ProposalEntity, home: UnitEntity): Promise<boolean> =>
    home.places === 1 && !home.housingFirst && (await staged().hasReserve(proposal, home));

  /** From the page of a case that failed to that of the reserve. */
  async function toReserve(page: Page, id: string): Promise<ProposalEntity> {
    const reserve = await staged().cases.repo(ProposalEntity).findOneByOrFail({ replacesProposalId: id });
    await page.getByRole('link', { name: 'Bekijk het voorstel voor de volgende kandidaat' }).click();
    await page.getByText('Dit is een reserve.').first().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/voorstellen/${reserve.id}`);
    return reserve;
  }

  it('refusal: the client says no with a reason, a person judges that, and the home goes to a reserve', async () => {
    const stage = staged();
    const { aanbieder } = stage.organisations;
    const id = await stage.cases.confirmed(
      async (proposal, home) => proposal.aanbiederOrganisationId === aanbieder && (await replaceable(proposal, home)),
    );
    await stage.cases.offer(id);

    const carla = await stage.at('aanbieder', `/voorstellen/${id}`);
    await carla.getByRole('button', { name: 'Niet verschenen …' }).click();
    const said = carla.getByRole('dialog');
    await said.getByLabel('Hoe').selectOption('gesprek');
    await said.getByLabel('Op welke dag').fill(stage.today);
    await stage.confirm(said, 'Vastleggen');
    await carla
      .getByText(/niet verschenen/)
      .first()
      .waitFor();
    await carla.getByRole('button', { name: 'Cliënt zegt nee …' }).click();
    await said.getByRole('button', { name: 'Antwoord vastleggen' }).click();
    await said.getByText('Kies een reden.').waitFor();
    await said.getByLabel('Waarom niet').selectOption('WBN');
    await said.getByLabel('Wie antwoordt').selectOption('client');
    await said.getByLabel('Hoe').selectOption('gesprek');
    await said.getByLabel('Op welke dag').fill(stage.today);
    await stage.confirm(said, 'Antwoord vastleggen');
    await carla.getByText('Nog te beoordelen: was de woning passend?').waitFor();
    expect(await carla.getByRole('button', { name: 'Weigering beoordelen …' }).count()).toBe(0);

    const anouk = await stage.at('coordinator', `/voorstellen/${id}`);
    await anouk.getByRole('button', { name: 'Weigering beoordelen …' }).click();
    const judged = anouk.getByRole('dialog');
    await judged.getByLabel('Oordeel').selectOption('ja');
    await judged.getByLabel('Waarom').fill('Alles klopte met de wens.');
    await stage.confirm(judged, 'Oordeel vastleggen');
    await anouk.getByText(/^Gevolg van de weigering: /).waitFor();
    await stage.read(anouk);
    await stage.picture(anouk, 'weigering');
    await toReserve(anouk, id);
  });

  it('expiry: an offer that nobody answers lapses by itself, and a reserve is proposed', async () => {
    const stage = staged();
    const id = await stage.cases.confirmed(replaceable);
    await stage.cases.offer(id);
    await stage.letTimePass(id);
    await stage.lookAround();

    const anouk = await stage.at('coordinator', `/voorstellen/${id}`);
    await anouk.getByText(/Er was geen antwoord tot en met/).waitFor();
    expect(await stage.stateOf(id)).toBe('verlopen');
    await stage.picture(anouk, 'verlopen');
    const { householdId, unitId } = await toReserve(anouk, id);
    const failed = await stage.cases.stored(id);
    expect([unitId, householdId === failed.householdId]).toEqual([failed.unitId, false]);
    const { name } = await stage.cases.repo(UnitEntity).findOneByOrFail({ id: unitId });
    await stage.at('coordinator', `/werk?status=voorgesteld&zoek=${encodeURIComponent(name)}`);
    await anouk.getByText('reserve', { exact: true }).first().waitFor();
  });

  it('reserve: who comes next is reviewed like anybody else, and goes on', async () => {
    const stage = staged();
    const { id } = await stage.cases.next(replaceable);
    const anouk = await stage.at('coordinator', `/voorstellen/${id}`);
    await anouk.getByRole('heading', { name: 'Reserves' }).waitFor();
    await anouk.getByRole('button', { name: 'Afwijzen …' }).click();
    const dialog = anouk.getByRole('dialog');
    await dialog.getByLabel('Reden', { exact: true }).selectOption('WBN');
    await dialog.getByLabel(/^Toelichting/).fill('Te ver van het werk.');
    await stage.confirm(dialog, 'Voorstel afwijzen');
    await anouk.getByText('U hebt dit voorstel afgewezen.').waitFor();
    const reserve = await toReserve(anouk, id);
    await anouk.getByRole('button', { name: 'Goedkeuren' }).click();
    await anouk.getByText('U hebt dit voorstel goedgekeurd.').waitFor();
    await stage.cases.step(reserve.id, 'bevestigen');
    await stage.at('coordinator', `/voorstellen/${reserve.id}`);
    await anouk.getByRole('button', { name: 'Aanbod vastleggen …' }).waitFor();
    expect(await stage.stateOf(reserve.id)).toBe('bevestigd');
    await stage.picture(anouk, 'reserve');
  });
}
