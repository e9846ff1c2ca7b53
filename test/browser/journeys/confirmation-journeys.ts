import { expect, it } from '@jest/globals';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import type { JourneyStage } from './journey-stage';

/** What a corporatie does with a promise other than keeping it. */
export function confirmationJourneys(staged: () => JourneyStage): void {
  const ofBram = () => {
    const { corporatie } = staged().organisations;
    return (proposal: { ownerOrganisationId: string }, home: UnitEntity) =>
      proposal.ownerOrganisationId === corporatie && home.places === 1;
  };
  const homeOf = async (id: string): Promise<UnitEntity> => {
    const { unitId } = await staged().cases.stored(id);
    return staged().cases.repo(UnitEntity).findOneByOrFail({ id: unitId });
  };

  async function sendBack(id: string, reason: string, note: string): Promise<void> {
    const stage = staged();
    const { name } = await homeOf(id);
    const page = await stage.at('corporatie', '/toewijzingen');
    await page.getByRole('button', { name: `${name}: Terugsturen …` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reden', { exact: true }).selectOption(reason);
    await dialog.getByLabel(/^Toelichting/).fill(note);
    await stage.confirm(dialog, 'Terugsturen');
    await page.getByRole('row').filter({ hasText: name }).getByText('Teruggestuurd').waitFor();
  }

  it('decline: the corporatie sends it back, is asked again with a note, and at last the home is withdrawn', async () => {
    const stage = staged();
    const id = await stage.cases.approved(ofBram());
    await sendBack(id, 'DOC', 'De inkomensverklaring ontbreekt.');

    const anouk = await stage.at('coordinator', `/voorstellen/${id}`);
    const dialog = anouk.getByRole('dialog');
    await anouk.getByRole('heading', { name: 'Actium stuurde dit voorstel terug' }).waitFor();
    await anouk.getByRole('button', { name: 'Opnieuw vragen …' }).click();
    await dialog.getByRole('button', { name: 'Opnieuw vragen', exact: true }).click();
    await dialog.getByText('Schrijf in een paar woorden op waarom.').waitFor();
    await dialog.getByLabel('Waarom kan het toch?').fill('De verklaring is er nu.');
    await stage.confirm(dialog, 'Opnieuw vragen');
    await anouk.getByText('“De verklaring is er nu.”').waitFor();
    expect(await stage.stateOf(id)).toBe('goedgekeurd');

    await sendBack(id, 'ONG', 'De kelder staat onder water.');
    await stage.at('coordinator', `/voorstellen/${id}`);
    await anouk.getByText('“De kelder staat onder water.”').first().waitFor();
    await anouk.getByRole('button', { name: 'Intrekken …' }).click();
    await dialog.getByLabel('Waarom trekt u het in?').selectOption('woning');
    await dialog.getByLabel('Waarom gaat de woning buiten gebruik?').fill('Water in de kelder');
    await stage.confirm(dialog, 'Voorstel intrekken');
    await anouk.getByText('“De woning gaat buiten gebruik: Water in de kelder”').waitFor();
    expect([await stage.stateOf(id), (await homeOf(id)).status]).toEqual(['ingetrokken', 'out-of-service']);
    await stage.read(anouk);
    await stage.picture(anouk, 'terugsturen');
  });

  it('withdrawal: the corporatie takes a confirmed home back, and the coordinator opens the case again', async () => {
    const stage = staged();
    const id = await stage.cases.confirmed(ofBram());
    const { name } = await homeOf(id);
    const bram = await stage.at('corporatie', '/toewijzingen');
    await bram.getByRole('button', { name: `${name}: Intrekken …` }).click();
    const dialog = bram.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Toewijzing intrekken' }).click();
    await dialog.getByText('Kies een reden.').waitFor();
    await dialog.getByLabel('Reden', { exact: true }).selectOption('COO');
    await stage.confirm(dialog, 'Toewijzing intrekken');
    await bram.getByRole('row').filter({ hasText: name }).waitFor({ state: 'detached' });

    const anouk = await stage.at('coordinator', `/voorstellen/${id}`);
    const again = anouk.getByRole('dialog');
    expect(await stage.stateOf(id)).toBe('ingetrokken');
    await anouk.getByRole('button', { name: 'Heropenen …' }).click();
    await again.getByLabel('Waarom opent u het opnieuw?').fill('De corporatie geeft de woning toch.');
    await stage.confirm(again, 'Heropenen');
    await anouk.getByText('“De corporatie geeft de woning toch.”').waitFor();
    await anouk.getByRole('button', { name: 'Goedkeuren' }).click();
    await anouk.getByText('U hebt dit voorstel goedgekeurd.').waitFor();
    expect([await stage.stateOf(id), (await homeOf(id)).status]).toEqual(['goedgekeurd', 'reserved']);
    await stage.picture(anouk, 'intrekken');
  });
}
