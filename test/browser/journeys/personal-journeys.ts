import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addDays } from '../../../src/core/time/calendar';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { keepWaiting } from '../../support/completed-round';
import { finishRound } from '../../support/database-with-round';
import { type JourneyStage, PEOPLE } from './journey-stage';

interface List<Item> {
  readonly items: readonly Item[];
}
interface Unmatched {
  readonly nummer: string;
  readonly woonplekken: readonly {
    readonly wooneenheid: { readonly id: string; readonly naam: string };
    readonly geblokkeerd: string | null;
    readonly regels: readonly { readonly regel: string; readonly titel: string }[];
  }[];
}
/** A client without a proposal, and a home that nobody is promised with one rule in the way that a person may set aside. */
interface NearMiss {
  readonly client: { readonly id: string; readonly nummer: string };
  readonly home: { readonly id: string; readonly naam: string };
  readonly rule: { readonly id: string; readonly naam: string };
}

/** What people arrange among each other, and for one person. */
export function personalJourneys(staged: () => JourneyStage): void {
  it('handover: a coordinator hands the clients over to a colleague, with what goes on for them', async () => {
    const stage = staged();
    const { session } = stage;
    const { test } = session;
    const [region] = (await session.api<List<{ id: string }>>('/v1/organisaties?soort=regio')).items;
    const colleague = { naam: 'Ilse Voorbeeld', email: 'ilse@voorbeeld.example', rol: 'coordinator' };
    const grant = { ...colleague, organisatie: region!.id, vanaf: stage.today };
    await test.as('beheerder').post('/v1/roltoewijzingen').send(grant);
    const me = await session.api<{ persoon: { id: string } }>('/v1/sessie');
    const households: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { householdId } = await stage.cases.next();
      const contact = { persoon: me.persoon.id, vorige: null };
      await test.request().post(`/v1/clienten/${householdId}/contactpersonen`).send(contact).expect(200);
      households.push(householdId);
    }

    const { clienten } = await session.api<{ clienten: number }>('/v1/eigen-werk');
    const handOver = `${clienten} cliënten overdragen`;
    const anouk = await stage.at('coordinator', '/overdragen');
    await anouk.getByText(`${clienten} voorstellen die lopen`).waitFor();
    await anouk.getByRole('button', { name: handOver }).click();
    await anouk.getByText('Kies een collega.').waitFor();
    await anouk.getByLabel('Aan wie?').selectOption({ label: colleague.naam });
    await anouk.getByLabel(/^Toelichting voor de collega/).fill('Ik ben tot Kerst weg. Bel mij als er iets is.');
    await stage.picture(anouk, 'overdragen');
    await anouk.getByRole('button', { name: handOver }).click();
    await anouk.getByText(`overgedragen aan ${colleague.naam}`).waitFor();
    for (const householdId of households) {
      await stage.at('coordinator', `/clienten/${householdId}`);
      await anouk.getByText('Bij de overdracht: Ik ben tot Kerst weg. Bel mij als er iets is.').waitFor();
      const contacts = anouk.getByRole('listitem').filter({ hasText: 'Wooncoördinator' }).first();
      expect(await contacts.innerText()).toContain(colleague.naam);
    }
    await anouk.getByText('Eerdere contactpersonen').click();
    await anouk.getByText(`${PEOPLE.coordinator}, wooncoördinator, van `).waitFor();
  });

  it('exception: one rule is set aside for one client and one home, and the next round proposes them', async () => {
    const stage = staged();
    const [last] = (await stage.session.api<List<{ id: string }>>('/v1/matchrondes')).items;
    const { client, home, rule } = await nearMiss(stage, last!.id);
    const anouk = await stage.at('coordinator', `/niet-gematcht/${last!.id}/${client.id}`);
    const choose = await openDecision(stage, anouk, client, home);
    await choose.getByLabel('Soort besluit').selectOption('uitzondering');
    expect(await choose.getByLabel('Regel die niet meetelt').locator('option:checked').innerText()).toBe(rule.naam);
    await choose.getByRole('button', { name: 'Bekijk wat dit kost' }).click();
    await choose.getByRole('status').waitFor();
    await stage.picture(anouk, 'uitzondering-vooraf');
    await sign(stage, anouk, 'Voor dit gezin werkt de regel te hard uit.');

    const pin = await openDecision(stage, anouk, client, home);
    await pin.getByLabel('Soort besluit').selectOption('vastzetting');
    await sign(stage, anouk, 'Afgesproken met het gezin.');
    await keepWaiting(stage.session.test, [client.id], 20);
    const runId = await finishRound(stage.session.test);
    const pair = { runId, householdId: client.id, unitId: home.id };
    const proposed = await stage.cases.repo(ProposalEntity).findOneByOrFail(pair);

    await stage.at('coordinator', '/besluiten');
    await anouk
      .getByRole('row')
      .filter({ hasText: `Uitzondering: ${rule.naam.toLowerCase()}` })
      .waitFor();
    await stage.at('coordinator', `/voorstellen/${proposed.id}`);
    await anouk.getByRole('img', { name: 'Uitzondering gemaakt' }).waitFor();
    await anouk.getByRole('button', { name: 'Goedkeuren' }).click();
    await anouk.getByText('U hebt dit voorstel goedgekeurd.').waitFor();
    await stage.picture(anouk, 'uitzondering');
  });
}

async function nearMiss({ cases, session }: JourneyStage, runId: string): Promise<NearMiss> {
  const rules = (await session.api<List<{ id: string; geenUitzondering: string | null }>>('/v1/regels')).items;
  const firm = rules.filter(({ geenUitzondering }) => geenUitzondering !== null).map(({ id }) => id);
  const open = await cases.repo(ProposalEntity).findBy({ runId, state: 'voorgesteld' });
  const free = new Set(open.map(({ unitId }) => unitId));
  const list = `/v1/matchrondes/${runId}/niet-gematcht`;
  const { items } = await session.api<List<{ clientId: string }>>(`${list}?aantal=100`);
  for (const { clientId } of items) {
    const { nummer, woonplekken } = await session.api<Unmatched>(`${list}/${clientId}`);
    for (const { wooneenheid: home, geblokkeerd, regels } of woonplekken) {
      const [rule, ...others] = regels;
      if (rule === undefined || others.length > 0 || geblokkeerd !== null) continue;
      if (firm.includes(rule.regel) || !free.has(home.id)) continue;
      return { client: { id: clientId, nummer }, home, rule: { id: rule.regel, naam: rule.titel } };
    }
  }
  throw new Error('In this round nobody is one rule away from a home');
}

/** Opens the dialog for a decision about this client and a home with one rule in the way. */
async function openDecision(stage: JourneyStage, page: Page, client: NearMiss['client'], home: NearMiss['home']) {
  const closed = page.locator('details:not([open]) > summary').filter({ hasText: 'Eén regel klopt niet' });
  if ((await closed.count()) > 0) await closed.click();
  await page.getByRole('button', { name: `Besluit nemen over ${client.nummer} en ${home.naam}`, exact: true }).click();
  await stage.read(page);
  return page.getByRole('dialog');
}

/** A decision has a reason and a last day. */
async function sign(stage: JourneyStage, page: Page, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reden').fill(reason);
  await dialog.getByLabel('Geldt tot en met').fill(addDays(stage.today, 60));
  await stage.confirm(dialog, 'Besluit vastleggen');
}
