import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { type JourneyStage, PEOPLE } from './journey-stage';

/** The whole way, each step by whoever it is of. */
export function keyJourney(staged: () => JourneyStage): void {
  it('brings a proposal to the key: coordinator, corporatie, aanbieder, coordinator, and aftercare', async () => {
    const stage = staged();
    const { corporatie, aanbieder } = stage.organisations;
    const { id, unitId, householdId } = await stage.cases.next(
      (proposal, home) =>
        proposal.ownerOrganisationId === corporatie &&
        proposal.aanbiederOrganisationId === aanbieder &&
        home.places === 1 &&
        !home.housingFirst,
    );
    const { name } = await stage.cases.repo(UnitEntity).findOneByOrFail({ id: unitId });

    const anouk = await stage.at('coordinator', `/voorstellen/${id}`);
    await anouk.getByRole('button', { name: 'Goedkeuren' }).click();
    await anouk.getByText('U hebt dit voorstel goedgekeurd.').waitFor();

    const bram = await stage.at('corporatie', '/toewijzingen');
    await bram.getByText('Uw prestatieafspraken').waitFor();
    const row = bram.getByRole('row').filter({ hasText: name });
    await row.getByRole('button', { name: `${name}: Bevestigen …` }).click();
    const confirmation = bram.getByRole('dialog');
    await confirmation.getByText('Afgesproken').waitFor();
    await confirmation.getByLabel(/^Toelichting/).fill('Past in de straat.');
    await stage.confirm(confirmation, 'Bevestigen');
    await row.getByText('Bevestigd', { exact: true }).waitFor();

    const carla = await stage.at('aanbieder', `/voorstellen/${id}`);
    await offerAndAnswer(stage, carla);
    await prepare(carla);
    await handOver(stage, id);
    expect(await stage.stateOf(id)).toBe('gehuisvest');

    await stage.at('aanbieder', `/clienten/${householdId}`);
    await carla.getByRole('button', { name: 'Nazorg vastleggen …' }).click();
    const dialog = carla.getByRole('dialog');
    await dialog.getByLabel('Hoe gaat het').selectOption('goed');
    await dialog.getByLabel('Op welke dag').fill(stage.today);
    await dialog.getByLabel('Toelichting').fill('De spullen staan er en de buren zijn aardig.');
    await stage.confirm(dialog, 'Vastleggen');
    await carla.getByText('De spullen staan er en de buren zijn aardig.').first().waitFor();
    await carla.getByText('loopt, met nazorg').waitFor();

    await stage.at('coordinator', `/voorstellen/${id}`);
    await stage.picture(anouk, 'sleutel');
  });
}

async function offerAndAnswer(stage: JourneyStage, page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Aanbod vastleggen …' }).click();
  await dialog.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  await dialog.getByText('Kies hoe.').waitFor();
  await dialog.getByLabel('Hoe').selectOption('gesprek');
  await dialog.getByLabel('Op welke dag').fill(stage.today);
  await stage.confirm(dialog, 'Vastleggen');

  await page.getByRole('button', { name: 'Cliënt zegt ja …' }).click();
  await dialog.getByLabel('Wie antwoordt').selectOption('namens');
  await dialog.getByLabel('Wie is dat').fill('De bewindvoerder');
  await dialog.getByLabel('Hoe').selectOption('telefoon');
  await dialog.getByLabel('Op welke dag').fill(stage.today);
  await dialog.getByLabel('Waar is het bewijs').fill('Verslag in het dossier');
  await stage.confirm(dialog, 'Antwoord vastleggen');
  await page.getByText('door De bewindvoerder namens de cliënt').waitFor();
}

async function prepare(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Zachte landing beginnen' }).click();
  await page.getByRole('heading', { name: 'Zachte landing' }).waitFor();
  await page
    .getByRole('button', { name: /^Klaar: / })
    .first()
    .click();
  await page.getByText(`(${PEOPLE.aanbieder})`).first().waitFor();
  await page
    .getByRole('button', { name: /^Niet nodig: / })
    .last()
    .click();
  await dialog.getByLabel('Waarom is dit hier niet nodig').fill('De cliënt heeft dit zelf al geregeld.');
  await dialog.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function handOver(stage: JourneyStage, id: string): Promise<void> {
  const page = await stage.at('coordinator', `/voorstellen/${id}`);
  const dialog = page.getByRole('dialog');
  const key = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Sleutel vastleggen …' }).click();
    await dialog.getByLabel(/^Op welke dag/).fill(stage.today);
  };
  await key();
  await dialog.getByRole('button', { name: 'Sleutel vastleggen', exact: true }).click();
  await dialog.getByText('Voor de sleutel moet nog dit geregeld zijn').waitFor();
  await stage.confirm(dialog, 'Annuleren');
  await stage.cases.settleAll(id);
  await page.reload();
  await page.getByText('Alles wat nodig is voor de sleutel is geregeld.').waitFor();
  await key();
  await stage.confirm(dialog, 'Sleutel vastleggen');
  await page.getByText(/De cliënt kreeg de sleutel op/).waitFor();
}
