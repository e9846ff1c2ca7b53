import { Link } from '@tanstack/react-router';
import { DataBadge } from '@utrecht/component-library-react';
import { Card } from '../display/card';
import { formatDate, formatMoment } from '../display/format';
import type { AnswerOf } from '../http/api-client';

interface MonitorNoteProps {
  readonly run: AnswerOf<'/v1/spreiding', 'get'>['matchronde'];
  readonly at: string;
  /** Whether a number is not shown because it is small. */
  readonly hides: boolean;
  readonly sources: readonly { readonly source: string | null; readonly isDemonstration: boolean }[];
}

/** On which day and round the numbers stand, and where the agreements come from. */
export function MonitorNote({ run, at, hides, sources }: MonitorNoteProps) {
  const named = [...new Set(sources.map((each) => each.source).filter((source) => source !== null))];
  return (
    <Card title="Waar komen deze cijfers vandaan?">
      <p>
        Stand op {formatDate(at)}.{' '}
        {run ? (
          <>
            Voorgesteld zijn de voorstellen van de{' '}
            <Link className="utrecht-link" to="/rondes/$id" params={{ id: run.id }}>
              ronde van {formatMoment(run.klaarOp)}
            </Link>{' '}
            die open staan of zijn goedgekeurd.
          </>
        ) : (
          'Er is nog geen ronde klaar, dus er is nog niets voorgesteld.'
        )}
      </p>
      {hides ? (
        <p>
          Aantallen onder de 5 staan er niet bij, en ook geen aantallen waaruit u die kunt uitrekenen. Zo kan niemand
          herkend worden.
        </p>
      ) : null}
      {sources.some((each) => each.isDemonstration) ? (
        <p className="wp-row">
          <DataBadge>demonstratie</DataBadge> De regio heeft nog geen aantallen vastgesteld: deze afspraken zijn
          voorbeelden.
        </p>
      ) : null}
      <ul className="wp-list">
        {named.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </Card>
  );
}
