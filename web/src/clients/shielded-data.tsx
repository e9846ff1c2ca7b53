import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { CheckedForm } from '../display/checked-form';
import { Facts } from '../display/facts';
import { ChoiceField } from '../display/form-fields';
import { missing } from '../display/form-values';
import { countOf, formatDate } from '../display/format';
import { Loaded } from '../display/loaded';
import type { Client, ShieldedData } from '../http/answers';
import type { QueryOf } from '../http/api-client';
import { useApi } from '../http/use-api';
import { May } from '../session/may';

type Purpose = NonNullable<QueryOf<'/v1/clienten/{id}/afgeschermde-gegevens'>>['doel'];

const PURPOSES: Readonly<Record<Purpose, string>> = {
  voorstel: 'Een voorstel of plaatsing beoordelen',
  gegevens: 'Gegevens nakijken of verbeteren',
  inzage: 'De cliënt vraagt om inzage',
};

/** Where a client is not safe or may not live: hidden until somebody says what it is for. */
export function ShieldedDataCard({ client }: { readonly client: Client }) {
  const [chosen, setChosen] = useState<Purpose | ''>('');
  const [asked, setAsked] = useState<Purpose | null>(null);
  return (
    <May permission="client.read-shielded">
      <Card title="Afgeschermde gegevens">
        {asked ? (
          <ShieldedContent id={client.id} purpose={asked} onHide={() => setAsked(null)} />
        ) : (
          <CheckedForm className="wp-stack" onSend={() => (chosen === '' ? undefined : setAsked(chosen))}>
            <p>Waar deze cliënt niet mag wonen of niet veilig is. Wie dit bekijkt en waarom, wordt vastgelegd.</p>
            <ChoiceField
              label="Waarvoor is dit nodig?"
              value={chosen}
              choices={PURPOSES}
              onChange={setChosen}
              error={missing(chosen, 'Kies waarvoor u dit nodig hebt.')}
            />
            <div>
              <Button type="submit" appearance="secondary-action-button">
                Tonen
              </Button>
            </div>
          </CheckedForm>
        )}
      </Card>
    </May>
  );
}

interface ShieldedContentProps {
  readonly id: string;
  readonly purpose: Purpose;
  readonly onHide: () => void;
}

function ShieldedContent({ id, purpose, onHide }: ShieldedContentProps) {
  const data = useApi('/v1/clienten/{id}/afgeschermde-gegevens', { path: { id }, query: { doel: purpose } });
  return (
    <div className="wp-stack">
      <Loaded query={data} loading="De gegevens worden geladen">
        {(shielded) => <ShieldedFacts shielded={shielded} />}
      </Loaded>
      <p className="wp-small wp-quiet">De reden staat bewust niet in Woonplek.</p>
      <div>
        <Button appearance="secondary-action-button" onClick={onHide}>
          Verbergen
        </Button>
      </div>
    </div>
  );
}

function ShieldedFacts({ shielded }: { readonly shielded: ShieldedData }) {
  const areas = shielded.uitsluitingsgebieden.map(({ gemeenten, wijken, tot }) =>
    [[...gemeenten, ...wijken].map(({ naam }) => naam).join(', '), until(tot)].join(''),
  );
  const distances = shielded.afstandHouden.map(
    ({ meters, tot }) => `${countOf(meters, 'meter', 'meter')}${until(tot)}`,
  );
  return (
    <Facts
      facts={[
        ['Terugkeer', shielded.terugkeerNietVeilig ? 'Niet veilig: herkomst telt niet mee' : 'Geen bezwaar bekend'],
        ['Hier niet wonen', listOf(areas, 'Geen uitgesloten gebieden')],
        ['Afstand houden', listOf(distances, 'Niet nodig')],
      ]}
    />
  );
}

function until(day: string | null): string {
  return day === null ? '' : `, tot ${formatDate(day)}`;
}

function listOf(items: readonly string[], none: string) {
  if (items.length === 0) return none;
  return (
    <ul key="list" className="wp-list">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
