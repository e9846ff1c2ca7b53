import { formatDate } from '../display/format';
import type { Client } from '../http/answers';

export function Household({ members }: { readonly members: Client['leden'] }) {
  return (
    <ul className="wp-list wp-list--plain">
      {members.map((member, place) => (
        <li key={`${place} ${member.geboortedatum}`}>
          <strong>{[member.voornaam, member.achternaam].filter(Boolean).join(' ') || 'Naam onbekend'}</strong>
          <br />
          {member.rol.naam}, geboren op {formatDate(member.geboortedatum)}
        </li>
      ))}
    </ul>
  );
}
