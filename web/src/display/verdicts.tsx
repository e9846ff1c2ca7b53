import { Link } from '@tanstack/react-router';
import type { Verdict } from '../http/answers';
import { withDutchDates } from './format';
import { Mark, type MarkKind } from './mark';
import { VerdictOrigin } from './verdict-origin';

const MARKS: Readonly<Record<Verdict['uitkomst'], { kind: MarkKind; label: string }>> = {
  voldoet: { kind: 'good', label: 'Voldoet' },
  'voldoet-niet': { kind: 'bad', label: 'Voldoet niet' },
  onbekend: { kind: 'open', label: 'Niet te beoordelen' },
  uitzondering: { kind: 'open', label: 'Uitzondering gemaakt' },
};

/** Rules for one household with one home, each with its outcome and what was compared. */
export function Verdicts({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  return (
    <>
      <ul className="wp-verdicts">
        {verdicts.map((verdict) => (
          <li className="wp-verdict" key={verdict.regel}>
            <Mark {...MARKS[verdict.uitkomst]} />
            <div>
              <p className="wp-verdict__title">{verdict.titel}</p>
              <p>{withDutchDates(verdict.tekst)}</p>
              <VerdictOrigin verdict={verdict} />
            </div>
          </li>
        ))}
      </ul>
      <p className="wp-small wp-quiet">
        Staat er niets bij, dan geldt een regel voor de hele regio. Wat S0 tot en met S4 zijn, leest u bij de{' '}
        <Link className="utrecht-link" to="/regels">
          regels
        </Link>
        .
      </p>
    </>
  );
}
