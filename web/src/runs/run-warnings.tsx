import { Alert, Heading2 } from '@utrecht/component-library-react';
import type { Run } from '../http/answers';

/** What people should know of the facts of a round: agreements that were not written down, and who took no part. */
export function RunWarnings({ warnings }: { readonly warnings: Run['waarschuwingen'] }) {
  if (warnings.length === 0) return null;
  return (
    <Alert type="warning">
      <div className="wp-stack wp-stack--tight">
        <Heading2>Let op bij deze ronde</Heading2>
        <ul className="wp-list">
          {warnings.map(({ tekst }) => (
            <li key={tekst}>{tekst}</li>
          ))}
        </ul>
      </div>
    </Alert>
  );
}
