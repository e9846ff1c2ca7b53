import { Card } from '../display/card';
import { formatDate } from '../display/format';
import type { Client } from '../http/answers';
import { BsnCard } from './bsn-card';
import { ConsentCard } from './consent-card';
import { ShieldedDataCard } from './shielded-data';

/** Wishes, areas to stay away from, consent and earlier refusals. */
export function ClientLimits({ client }: { readonly client: Client }) {
  const { wensen, weigeringen: refusals } = client;
  return (
    <div className="wp-columns">
      <Card title="Wensen">
        {wensen.length === 0 ? <p>Er zijn geen wensen bekend.</p> : null}
        <ul className="wp-list">
          {wensen.map((wish) => (
            <li key={`${wish.soort.code} ${wish.waarde.id}`}>
              {wish.soort.naam}: {wish.waarde.naam} (gewicht {wish.gewicht} van 5)
            </li>
          ))}
        </ul>
      </Card>
      <ShieldedDataCard client={client} />
      <BsnCard id={client.id} />
      <ConsentCard client={client} />
      <Card title="Eerder afgewezen">
        {refusals.length === 0 ? <p>Er is nog niets afgewezen.</p> : null}
        <ul className="wp-list">
          {refusals.map((refusal) => (
            <li key={`${refusal.wooneenheid?.id ?? refusal.complex?.id ?? ''} ${refusal.redenCode}`}>
              {refusal.wooneenheid?.naam ?? refusal.complex?.naam ?? 'Onbekende woonplek'}, reden {refusal.redenCode}
              {refusal.opgeheven ? ' (telt niet meer)' : refusal.tot ? `, tot ${formatDate(refusal.tot)}` : ''}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
