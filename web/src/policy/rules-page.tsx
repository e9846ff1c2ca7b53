import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatDate } from '../display/format';
import { Loaded } from '../display/loaded';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { useRegion } from '../layout/region';
import { ReadingGuide } from './reading-guide';
import { RuleCard } from './rule-card';

const KINDS = [
  {
    kind: 'toelating',
    title: 'Wie mag waar wonen?',
    intro: 'Klopt een van deze regels niet, dan doet Woonplek dit voorstel niet, behalve met een uitzondering.',
  },
  { kind: 'quotum', title: 'Past alles samen?', intro: 'Deze afspraken gelden voor alle voorstellen samen.' },
  {
    kind: 'doel',
    title: 'Wat is het beste?',
    intro: 'Doelen op volgorde. Een lager doel kan een hoger doel nooit verdringen.',
  },
] as const;

/** What the short names in the sources of the rules stand for. */
const SOURCES = [
  ['S0', 'Startdocument ‘Van Opvang naar Wonen’, regio Assen'],
  ['S1', 'Regiovisie beschermd wonen en maatschappelijke opvang 2024-2026, regio Midden-IJssel'],
  ['S2', '‘Een (t)huis in Groningen’, leidraad maatschappelijke opvang 2021-2023'],
  ['S3', '‘Transitie van Opvang naar Wonen 2024-2030’ en ‘Regie op Opvang’, Drechtsteden'],
  ['S4', '‘Van opvang naar wonen 2020-2025, de uitvoering’, Dordrecht'],
] as const;

function Sources() {
  return (
    <Card title="Bronnen">
      <Facts facts={SOURCES} />
    </Card>
  );
}

export function RulesPage() {
  const region = useRegion();
  const rules = useApi('/v1/regels');
  const policy = useApi('/v1/beleid', { query: { regio: region.id } });
  return (
    <Page
      title="Regels"
      intro="Dit zijn alle regels waarmee Woonplek rekent. Uw regio bepaalt welke regels gelden en in welke volgorde de doelen tellen."
    >
      <Loaded query={rules} loading="De regels worden geladen">
        {(catalogue) => (
          <Loaded query={policy} loading="Het beleid wordt geladen">
            {(current) => {
              const levelOf = new Map(current.niveaus.map((level) => [level.doel.id, level]));
              return (
                <>
                  <Card>
                    <p>
                      Nu geldt het beleid <strong>{current.id}</strong>, versie {current.versie}, vanaf{' '}
                      {formatDate(current.geldigVanaf)}. Bron: {current.bron.replace(/\.$/, '')}.
                    </p>
                  </Card>
                  <ReadingGuide />
                  {KINDS.map(({ kind, title, intro }) => (
                    <Card key={kind} title={title}>
                      <p>{intro}</p>
                      <ul className="wp-rules">
                        {catalogue.items
                          .filter((rule) => rule.soort.code === kind)
                          .sort((a, b) => (levelOf.get(a.id)?.niveau ?? 99) - (levelOf.get(b.id)?.niveau ?? 99))
                          .map((rule) => (
                            <RuleCard
                              key={rule.id}
                              rule={rule}
                              level={levelOf.get(rule.id)}
                              entries={current.regels.filter(({ id }) => id === rule.id)}
                            />
                          ))}
                      </ul>
                    </Card>
                  ))}
                  <Sources />
                </>
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
