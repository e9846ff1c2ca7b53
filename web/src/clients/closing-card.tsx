import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatDate } from '../display/format';
import type { Client } from '../http/answers';
import { HoldButton } from '../retention/hold-button';
import { May } from '../session/may';
import { CloseDialog } from './close-dialog';
import { ReopenDialog } from './reopen-dialog';

/** Whether a file is open, until when it is kept, and what keeps it longer. */
export function ClosingCard({ client }: { readonly client: Client }) {
  const { afsluiting, bewaarplichten } = client;
  return (
    <Card title="Afsluiten en bewaren">
      <div className="wp-stack">
        {afsluiting === null ? (
          <p>Dit dossier is open. Na het afsluiten begint de bewaartermijn.</p>
        ) : (
          <Facts
            facts={[
              ['Afgesloten op', formatDate(afsluiting.op)],
              ['Reden', afsluiting.reden.naam],
              ['Bewaard tot', afsluiting.bewaardTot === null ? 'Nog geen termijn' : formatDate(afsluiting.bewaardTot)],
            ]}
          />
        )}
        {client.statusToelichting === null ? null : <p>Toelichting: {client.statusToelichting}</p>}
        {bewaarplichten.length === 0 ? null : (
          <>
            <p>Van dit dossier wordt nu niets vernietigd:</p>
            <ul className="wp-list">
              {bewaarplichten.map(({ id, reden, sinds, tot }) => (
                <li key={id}>
                  {reden}, sinds {formatDate(sinds)}
                  {tot === null ? '' : ` tot en met ${formatDate(tot)}`}
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="wp-row">
          <May permission="client.close">
            <StatusButton client={client} />
          </May>
          <HoldButton client={{ id: client.id, nummer: client.nummer }} />
        </div>
      </div>
    </Card>
  );
}

function StatusButton({ client }: { readonly client: Client }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const isClosed = client.afsluiting !== null;
  const StatusDialog = isClosed ? ReopenDialog : CloseDialog;
  return (
    <>
      <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
        {isClosed ? 'Dossier heropenen …' : 'Dossier afsluiten …'}
      </Button>
      {isOpen ? <StatusDialog client={client} onClose={close} /> : null}
    </>
  );
}
