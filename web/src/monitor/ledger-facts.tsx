import { Heading3 } from '@utrecht/component-library-react';
import { Facts } from '../display/facts';
import { formatNumber } from '../display/format';
import type { Ledger } from '../http/answers';

/** The same as `LedgerLines`, one agreement below the other: for a column that is too narrow for a table. */
export function LedgerFacts({ lines }: { readonly lines: readonly Ledger[] }) {
  return (
    <div className="wp-stack wp-stack--tight">
      {lines.map(({ id, gemeente, jaar, doelgroep, afgesproken, gerealiseerd, onderweg, resterend }) => (
        <section key={id} className="wp-stack wp-stack--tight">
          <Heading3>
            {gemeente.naam}, {jaar}
            {doelgroep ? `: ${doelgroep.naam}` : ''}
          </Heading3>
          <Facts
            facts={[
              ['Afgesproken', formatNumber(afgesproken)],
              ['Gerealiseerd', formatNumber(gerealiseerd)],
              ['Onderweg', formatNumber(onderweg)],
              ['Nog te gaan', formatNumber(resterend)],
            ]}
          />
        </section>
      ))}
    </div>
  );
}
