import { Facts } from '../display/facts';
import { countOf } from '../display/format';
import type { Trace } from '../http/answers';

/** What a row was and became, folded away until somebody asks. */
export function TraceChanges({ changes }: { readonly changes: Trace['wijzigingen'] }) {
  return (
    <details className="wp-small">
      <summary>{countOf(changes.length, 'veld', 'velden')}</summary>
      <Facts stacked facts={changes.map(({ veld, voor, na }) => [veld, `${voor ?? 'leeg'} → ${na ?? 'leeg'}`])} />
    </details>
  );
}
