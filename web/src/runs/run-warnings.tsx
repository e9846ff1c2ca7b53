import { Alert, Heading2 } from '@utrecht/component-library-react';
import type { Run } from '../http/answers';

/** What was missing when the round read its facts: an agreement that was not written down does not limit anything. */
export function RunWarnings({ warnings }: { readonly warnings: Run['waarschuwingen'] }) {
  if (warnings.length === 0) return null;
  return (
    <Alert type="warning">
      <div className="wp-stack wp-stack--tight">
        <Heading2>Let op: niet alles is afgesproken</Heading2>
        <ul className="wp-list">
          {warnings.map(({ tekst }) => (
            <li key={tekst}>{tekst}</li>
          ))}
        </ul>
      </div>
    </Alert>
  );
}
