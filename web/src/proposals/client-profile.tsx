import { Link } from '@tanstack/react-router';
import { Facts } from '../display/facts';
import { countOf, formatDate } from '../display/format';
import { urgencyWords, weeksWords } from '../display/labels';
import type { Proposal } from '../http/answers';

/** What a reviewer must know of the household: needs and position, no names. */
export function ClientProfile({ proposal }: { readonly proposal: Proposal }) {
  const { client, huishouden: household } = proposal;
  const children = household.minderjarigen;
  const { urgentie } = proposal;
  const category = urgentie.categorie ? ` (${urgentie.categorie.naam})` : '';
  return (
    <Facts
      facts={[
        [
          'Nummer',
          <Link key="client" className="utrecht-link" to="/clienten/$id" params={{ id: client.id }}>
            {client.nummer}
          </Link>,
        ],
        ['Doelgroep', proposal.doelgroep.naam],
        [
          'Huishouden',
          countOf(household.personen, 'persoon', 'personen') +
            (children > 0 ? `, van wie ${countOf(children, 'kind', 'kinderen')}` : ''),
        ],
        [
          'Leeftijd',
          household.leeftijdHoofdbewoner === null ? null : `${household.leeftijdHoofdbewoner} jaar bij de start`,
        ],
        ['Herkomst', `${proposal.herkomst?.naam ?? 'Onbekend'} (${household.herkomstZekerheid.naam.toLowerCase()})`],
        ['Urgentie', urgencyWords(urgentie) + category],
        ['Wacht al', `${weeksWords(proposal.weken)}, sinds ${formatDate(household.wachtendSinds)}`],
        [
          'Uitstroomgereed',
          household.uitstroomgereedOp === null ? 'Nog niet' : formatDate(household.uitstroomgereedOp),
        ],
        ['Begeleiding', `${household.begeleiding.naam}, ${household.begeleidingUren} uur per week`],
        ['Aanbieder', proposal.aanbieder.naam],
        ['Contactpersoon', proposal.contactpersoon?.naam ?? 'Nog niemand'],
        ['Draaglast', countOf(household.draaglast, 'punt', 'punten')],
        ['Slaapkamers nodig', household.slaapkamersNodig],
        ['Toegankelijkheid', household.toegankelijkheid.naam],
        ['Huisdieren', household.huisdieren === 0 ? 'Geen' : household.huisdieren],
      ]}
    />
  );
}
