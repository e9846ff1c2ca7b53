import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { formatDate, formatMoment } from '../display/format';
import { Loaded } from '../display/loaded';
import { apiPost } from '../http/api-client';
import type { Contact, Contacts } from '../http/answers';
import { useApi } from '../http/use-api';
import { May } from '../session/may';
import { ChangeContactDialog } from './change-contact-dialog';

/** With whom a client is today, and with whom before. */
export function ContactsCard({ id }: { readonly id: string }) {
  const contacts = useApi('/v1/clienten/{id}/contactpersonen', { path: { id } });
  return (
    <Card title="Contactpersonen">
      <Loaded query={contacts} loading="De contactpersonen worden geladen">
        {(data) => (
          <div className="wp-stack">
            <ul className="wp-list wp-list--plain">
              {data.contactpersonen.map((contact) => (
                <li key={contact.rol}>
                  <ContactItem clientId={id} contact={contact} />
                </li>
              ))}
            </ul>
            <Earlier contacts={data.eerder} />
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function ContactItem({ clientId, contact }: { readonly clientId: string; readonly contact: Contact }) {
  const [isOpen, setOpen] = useState(false);
  const { rolnaam, persoon, sinds, toelichting } = contact;
  return (
    <div className="wp-stack wp-stack--tight">
      <p>
        {rolnaam}: <strong>{persoon?.naam ?? 'nog niemand'}</strong>
        {sinds === null ? null : <span className="wp-quiet"> sinds {formatDate(sinds)}</span>}
      </p>
      {toelichting === null ? null : <p className="wp-small wp-break">Bij de overdracht: {toelichting}</p>}
      {contact.magWijzigen ? (
        <May permission="client.assign-contact">
          <div>
            <Button
              appearance="secondary-action-button"
              aria-label={`Contactpersoon wijzigen: ${rolnaam.toLowerCase()}`}
              onClick={() => setOpen(true)}
            >
              Wijzigen …
            </Button>
          </div>
          {isOpen ? (
            <ChangeContactDialog
              label={rolnaam}
              current={persoon?.id ?? null}
              nobody="Niemand: de cliënt staat bij de organisatie"
              onSend={(person) =>
                apiPost('/v1/clienten/{id}/contactpersonen', {
                  path: { id: clientId },
                  body: { persoon: person, vorige: contact.toewijzing },
                })
              }
              onClose={() => setOpen(false)}
            />
          ) : null}
        </May>
      ) : null}
    </div>
  );
}

function Earlier({ contacts }: { readonly contacts: Contacts['eerder'] }) {
  if (contacts.length === 0) return null;
  return (
    <details>
      <summary>Eerdere contactpersonen</summary>
      <ul className="wp-list">
        {contacts.map(({ rolnaam, persoon, vanaf, tot }) => (
          <li key={`${persoon.id} ${tot}`}>
            {persoon.naam}, {rolnaam.toLowerCase()}, van {formatDate(vanaf)} tot {formatMoment(tot)}
          </li>
        ))}
      </ul>
    </details>
  );
}
