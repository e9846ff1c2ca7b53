import { Heading3, StatusBadge } from '@utrecht/component-library-react';
import { Facts } from '../display/facts';
import type { Policy, Rule } from '../http/answers';

interface RuleCardProps {
  readonly rule: Rule;
  readonly level: Policy['niveaus'][number] | undefined;
  readonly setting: Policy['regels'][number] | undefined;
}

const WORDS: Readonly<Record<string, string>> = {
  days: 'dagen',
  weeks: 'weken',
  months: 'maanden',
  years: 'jaar',
  points: 'punten',
  holds: 'telt als voldoet',
  fails: 'telt als voldoet niet',
  unknown: 'niet te beoordelen',
};

function valueWords(value: string | number | boolean, unit: string | null): string {
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nee';
  const words = typeof value === 'string' ? (WORDS[value] ?? value) : String(value);
  return unit === null ? words : `${words} ${WORDS[unit] ?? unit}`;
}

/** One rule with its source, and how the policy of now uses it. */
export function RuleCard({ rule, level, setting }: RuleCardProps) {
  const parameters = (level ?? setting)?.parameters ?? [];
  const isUsed = level !== undefined || setting !== undefined;
  return (
    <li className="wp-rules__item" id={rule.id}>
      <div className="wp-row">
        <Heading3>{rule.titel}</Heading3>
        <StatusBadge status={isUsed ? 'success' : 'inactive'}>
          {level ? `Niveau ${level.niveau}` : isUsed ? 'Geldt nu' : 'Geldt nu niet'}
        </StatusBadge>
      </div>
      <p>{rule.zin}</p>
      <Facts
        facts={[
          ...parameters.map((each) => [each.titel, valueWords(each.waarde, each.eenheid)] as const),
          [
            'Bron',
            <span key="source" className="wp-small">
              {rule.bron}
            </span>,
          ],
        ]}
      />
    </li>
  );
}
