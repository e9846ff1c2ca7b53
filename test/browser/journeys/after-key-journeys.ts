import { expect, it } from '@jest/globals';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { PlacementEntity } from '../../../src/database/entities/placement.entity';
import type { JourneyStage } from './journey-stage';

/** What comes after the key. */
export function afterKeyJourneys(staged: () => JourneyStage): void {
  const tenanciesOf = (householdId: string) =>
    staged()
      .cases.repo(PlacementEntity)
      .find({ where: { householdId }, order: { startDate: 'ASC' } });

  it('omklap: an intermediate home becomes a permanent one, and counts once', async () => {
    const stage = staged();
    const id = await stage.earlier.housed((_, { housingForm }) => housingForm === 'intermediate');
    const { householdId } = await stage.cases.stored(id);
    const anouk = await stage.at('coordinator', `/clienten/${householdId}`);
    await anouk.getByRole('button', { name: 'Omklappen naar vast contract …' }).click();
    const dialog = anouk.getByRole('dialog');
    await dialog.getByLabel('Op welke dag').fill(stage.today);
    await dialog.getByRole('button', { name: 'Vastleggen', exact: true }).click();
    await dialog.getByText('Schrijf op wie tekende.').waitFor();
    await dialog.getByLabel('Wie tekende namens de verhuurder').fill('A. de Wit, Actium');
    await stage.confirm(dialog, 'Vastleggen');
    await anouk.getByText('omgeklapt naar een vaste woning').waitFor();
    await anouk.getByText('Nee, al geteld bij de eerste sleutel').waitFor();
    expect(await tenanciesOf(householdId)).toMatchObject([
      { state: 'omgeklapt', counts: true },
      { state: 'lopend', counts: false, endDate: null, startDate: stage.today },
    ]);
    await stage.picture(anouk, 'omklap');
  });

  it('relapse: the guidance stops for a while, the home stays, and the guidance goes on', async () => {
    const stage = staged();
    const { aanbieder } = stage.organisations;
    const id = await stage.earlier.housed(
      (proposal, home) => proposal.aanbiederOrganisationId === aanbieder && home.places === 1,
    );
    const { householdId } = await stage.cases.stored(id);
    const carla = await stage.at('aanbieder', `/clienten/${householdId}`);
    const dialog = carla.getByRole('dialog');
    await carla.getByRole('button', { name: 'Time-out …' }).click();
    await dialog.getByText('De cliënt houdt de woning.').waitFor();
    await dialog.getByLabel('Reden').selectOption('terugval');
    await dialog.getByLabel('Op welke dag').fill(stage.today);
    await stage.confirm(dialog, 'Vastleggen');
    await carla.getByText('loopt, begeleiding in time-out').waitFor();
    expect(await tenanciesOf(householdId)).toMatchObject([{ state: 'time-out', endDate: null }]);

    await carla.getByRole('button', { name: 'Begeleiding hervatten …' }).click();
    await dialog.getByLabel('Op welke dag').fill(stage.today);
    await stage.confirm(dialog, 'Vastleggen');
    await carla.getByText('loopt, met nazorg').waitFor();
    expect(await tenanciesOf(householdId)).toMatchObject([{ state: 'lopend', endDate: null }]);
    const { status } = await stage.cases.repo(HouseholdEntity).findOneByOrFail({ id: householdId });
    expect(status).toBe('housed');
    await stage.picture(carla, 'terugval');
  });
}
