import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { ChangeContactDialog } from '../contacts/change-contact-dialog';
import { Card } from '../display/card';
import { formatDate } from '../display/format';
import { Loaded } from '../display/loaded';
import { apiPost } from '../http/api-client';
import type { HomeDetail, UnitContact } from '../http/answers';
import { useApi } from '../http/use-api';
import { useMay, useSession } from '../session/session';
import { HandOverHomesDialog } from './hand-over-homes-dialog';

const PATH = '/v1/wooneenheden/{id}/contactpersoon';

/** Who at its corporatie keeps a home: for the coordinator, and for that corporatie itself. */
export function HomeContact({ home: { id, corporatie } }: { readonly home: HomeDetail }) {
  const may = useMay();
  const isOwn = useSession()?.rol.organisatie.id === corporatie?.id;
  const isShown = corporatie !== null && may('unit.read-contact') && (isOwn || !may('unit.assign-contact'));
  const contact = useApi(PATH, { path: { id }, enabled: isShown });
  if (!isShown) return null;
  return (
    <Card title="Contactpersoon">
      <Loaded query={contact} loading="De contactpersoon wordt geladen">
        {(data) => (
          <div className="wp-stack wp-stack--tight">
            <p>
              {corporatie.naam}: <strong>{data.persoon?.naam ?? 'nog niemand'}</strong>
              {data.sinds === null ? null : <span className="wp-quiet"> sinds {formatDate(data.sinds)}</span>}
            </p>
            {isOwn && may('unit.assign-contact') ? <ContactActions contact={data} /> : null}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function ContactActions({ contact }: { readonly contact: UnitContact }) {
  const [open, setOpen] = useState<'change' | 'hand-over' | null>(null);
  const close = () => setOpen(null);
  const { id, persoon, toewijzing: vorige, eigenWoningen } = contact;
  return (
    <>
      <div className="wp-row">
        <Button appearance="secondary-action-button" onClick={() => setOpen('change')}>
          Contactpersoon wijzigen …
        </Button>
        {eigenWoningen > 0 ? (
          <Button appearance="subtle-button" onClick={() => setOpen('hand-over')}>
            Al mijn woningen overdragen …
          </Button>
        ) : null}
      </div>
      {open === 'change' ? (
        <ChangeContactDialog
          label="Contactpersoon voor deze woonplek"
          current={persoon?.id ?? null}
          nobody="Niemand: de woonplek staat bij de organisatie"
          onSend={(person) => apiPost(PATH, { path: { id }, body: { persoon: person, vorige } })}
          onClose={close}
        />
      ) : null}
      {open === 'hand-over' ? <HandOverHomesDialog count={eigenWoningen} onClose={close} /> : null}
    </>
  );
}
