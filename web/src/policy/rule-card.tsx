import { Heading3, StatusBadge } from '@utrecht/component-library-react';
import { Facts } from '../display/facts';
import type { Policy, Rule } from '../http/answers';

interface RuleCardProps {
  readonly rule: Rule;
  readonly level: Policy['niveaus'][number] | undefined;
  readonly setting: Policy['regels'][number] | undefined;
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
          ...parameters.map((each) => [each.titel, each.tekst] as const),
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
