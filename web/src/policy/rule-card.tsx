import { Heading3, StatusBadge } from '@utrecht/component-library-react';
import { Facts, type Fact } from '../display/facts';
import { formatNumber } from '../display/format';
import type { Policy, Rule } from '../http/answers';
import { PolicyScope } from './policy-scope';

type Entry = Policy['regels'][number];
type Level = Policy['niveaus'][number];

interface RuleCardProps {
  readonly rule: Rule;
  readonly level: Level | undefined;
  /** The policy may name a rule more than once, each time for other homes. */
  readonly entries: readonly Entry[];
}

const TOGETHER_WORDS: Readonly<Record<Rule['samenloop'], string>> = {
  smalste: 'Alleen de smalste vermelding telt',
  alle: 'Alle vermeldingen tellen',
  'hele-regio': 'Kan niet: deze regel geldt altijd voor de hele regio',
};

const settingsOf = ({ parameters }: Level | Entry): Fact[] =>
  parameters.map((each) => [each.titel, each.tekst] as const);

function levelFacts(level: Level): Fact[] {
  if (level.tolerantie === 0) return settingsOf(level);
  const tolerance = `Lagere doelen mogen hier ${formatNumber(level.tolerantie)} van inleveren (${level.doel.eenheid})`;
  return [...settingsOf(level), ['Tolerantie', tolerance]];
}

/** Only a rule about one pair can be set aside, and not each of those. */
function exceptionWords({ soort, geenUitzondering }: Rule): string | null {
  if (soort.code !== 'toelating') return null;
  return geenUitzondering === null ? 'Kan, met een besluit' : `Kan niet. ${geenUitzondering}`;
}

/** One rule with its sources, and how the policy of now uses it. */
export function RuleCard({ rule, level, entries }: RuleCardProps) {
  const isUsed = level !== undefined || entries.length > 0;
  return (
    <li className="wp-rules__item" id={rule.id}>
      <div className="wp-row">
        <Heading3>{rule.titel}</Heading3>
        <StatusBadge status={isUsed ? 'success' : 'inactive'}>
          {level ? `Niveau ${level.niveau}` : isUsed ? 'Geldt nu' : 'Geldt nu niet'}
        </StatusBadge>
      </div>
      <p>{rule.zin}</p>
      {level ? <Facts facts={levelFacts(level)} /> : null}
      {entries.map((entry) => (
        <Facts
          key={`${entry.bereik?.soort} ${entry.bereik?.id}`}
          facts={[['Geldt voor', <PolicyScope key="scope" scope={entry.bereik} />], ...settingsOf(entry)]}
        />
      ))}
      <Facts
        facts={[
          ['Wettelijke grondslag', rule.wettelijkeGrondslag ?? 'Geen wetsartikel'],
          ['Uitzondering', exceptionWords(rule)],
          ['Meer vermeldingen', rule.soort.code === 'doel' ? null : TOGETHER_WORDS[rule.samenloop]],
          ['Bron', rule.bron],
        ]}
      />
    </li>
  );
}
