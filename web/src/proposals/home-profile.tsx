import { Link } from '@tanstack/react-router';
import { Facts } from '../display/facts';
import { countOf, formatDate, formatEuro } from '../display/format';
import { wordsOf } from '../display/labels';
import type { Proposal } from '../http/answers';
import { useMay } from '../session/session';

export function HomeProfile({ proposal }: { readonly proposal: Proposal }) {
  const { wooneenheid, woonplek: home } = proposal;
  const mayRead = useMay()('unit.read-contact');
  return (
    <Facts
      facts={[
        [
          'Woonplek',
          <Link key="home" className="utrecht-link" to="/woonplekken/$id" params={{ id: wooneenheid.id }}>
            {wooneenheid.naam}
          </Link>,
        ],
        ['Complex', wooneenheid.complex],
        [
          'Plaats',
          proposal.wijk.naam === proposal.gemeente.naam
            ? proposal.gemeente.naam
            : `${proposal.wijk.naam}, ${proposal.gemeente.naam}`,
        ],
        ['Programma', wordsOf(home.programma)],
        ['Woonvorm', home.woonvorm.naam],
        ['Corporatie', proposal.corporatie?.naam ?? 'Geen'],
        [
          'Contactpersoon corporatie',
          proposal.corporatie !== null && mayRead ? (proposal.contactpersoonVerhuurder ?? 'Nog niemand') : null,
        ],
        ['Vrije plaatsen', `${home.vrijePlaatsen} van ${home.plaatsen}`],
        ['Slaapkamers', home.slaapkamers],
        ['Hoogstens', countOf(home.maximumPersonen, 'persoon', 'personen')],
        ['Kale huur', home.huurCent === null ? 'Niet bekend' : `${formatEuro(home.huurCent)} per maand`],
        ['Toegankelijkheid', home.toegankelijkheid?.naam ?? 'Niet bekend'],
        ['Beschikbaar vanaf', formatDate(home.beschikbaarVanaf)],
        ['Beschikbaar tot', home.beschikbaarTot === null ? 'Geen einddatum' : formatDate(home.beschikbaarTot)],
        [
          'Langst verblijf',
          home.maximumVerblijfMaanden === null
            ? 'Geen grens'
            : countOf(home.maximumVerblijfMaanden, 'maand', 'maanden'),
        ],
      ]}
    />
  );
}
