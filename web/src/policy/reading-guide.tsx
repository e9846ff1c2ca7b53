import { Link } from '@tanstack/react-router';
import { Card } from '../display/card';
import { Facts } from '../display/facts';

/** What the names beside every rule mean. */
export function ReadingGuide() {
  return (
    <Card title="Zo leest u een regel">
      <Facts
        facts={[
          [
            'Geldt voor',
            'De woonplekken waarvoor uw regio de regel heeft afgesproken: alle woonplekken, een programma, een complex of één woonplek.',
          ],
          ['Wettelijke grondslag', 'Het wetsartikel waarop de regel rust.'],
          [
            'Uitzondering',
            <span key="exception">
              Of u de regel opzij mag zetten voor één cliënt en één woonplek. Dat doet u met een{' '}
              <Link className="utrecht-link" to="/besluiten">
                besluit
              </Link>
              , met een reden en een einddatum.
            </span>,
          ],
          [
            'Meer vermeldingen',
            'Wat telt als het beleid de regel vaker noemt voor dezelfde woonplek. De smalste vermelding is die voor de woonplek zelf, dan het complex, dan het programma, dan de regio.',
          ],
          ['Bron', 'De wet, het beleidsstuk of de praktijk waar de regel vandaan komt.'],
        ]}
      />
    </Card>
  );
}
