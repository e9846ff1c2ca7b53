import { Link } from '@tanstack/react-router';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { formatDate } from '../display/format';
import { Loaded } from '../display/loaded';
import { Status } from '../display/status';
import type { Client } from '../http/answers';
import { useApi } from '../http/use-api';
import { May } from '../session/may';
import { ProposeHandoverDialog } from './propose-handover-dialog';

/** On the page of a client: handovers to another gemeente, and the way to ask for one. */
export function HandoversCard({ client }: { readonly client: Client }) {
  const [isOpen, setOpen] = useState(false);
  const found = useApi('/v1/warmeoverdrachten', { query: { client: client.id, sorteer: '-gevraagdOp' } });
  const isWaiting = client.status.code === 'wachtend' || client.status.code === 'gepauzeerd';
  return (
    <Card title="Warme overdracht">
      <Loaded query={found} loading="De overdrachten worden geladen">
        {({ items }) => (
          <div className="wp-stack wp-stack--tight">
            {items.length === 0 ? <p>Er is geen andere gemeente gevraagd om deze cliënt over te nemen.</p> : null}
            <ul className="wp-list">
              {items.map((each) => (
                <li key={each.id}>
                  <Link className="utrecht-link" to="/warme-overdrachten/$id" params={{ id: each.id }}>
                    Aan {each.naar.naam}, gevraagd op {formatDate(each.gevraagdOp)}
                  </Link>{' '}
                  <Status code={each.status} />
                  {each.verantwoordelijk === null ? null : ` Verantwoordelijk: ${each.verantwoordelijk.naam}`}
                </li>
              ))}
            </ul>
            {isWaiting && items.every(({ wachtOp }) => wachtOp === null) ? (
              <May permission="handover.propose">
                <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
                  Overdragen aan een andere gemeente …
                </Button>
              </May>
            ) : null}
          </div>
        )}
      </Loaded>
      {isOpen ? (
        <ProposeHandoverDialog
          client={client}
          responsible={
            found.data?.items.find(({ verantwoordelijk }) => verantwoordelijk !== null)?.verantwoordelijk?.id
          }
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Card>
  );
}
