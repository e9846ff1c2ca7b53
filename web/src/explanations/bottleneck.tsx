import { Link } from '@tanstack/react-router';
import { Loaded } from '../display/loaded';
import { useApi } from '../http/use-api';
import { OnRequest } from './on-request';

interface BottleneckProps {
  readonly runId: string;
  readonly client: { readonly id: string; readonly naam: string };
}

/** The smallest set of agreements that leaves a client without a place. */
export function Bottleneck(props: BottleneckProps) {
  return (
    <OnRequest
      title="Welke afspraken staan in de weg?"
      intro="Woonplek zoekt de kleinste groep afspraken die samen geen plaats overlaten. Geen ervan kan worden gemist."
      start="Knelpunt zoeken"
    >
      {() => <Rows {...props} />}
    </OnRequest>
  );
}

function Rows({ runId, client }: BottleneckProps) {
  const query = useApi('/v1/matchrondes/{id}/knelpunt', { path: { id: runId }, query: { client: client.id } });
  return (
    <Loaded query={query} loading="Het knelpunt wordt gezocht">
      {({ tekst, afspraken, wooneenheid, volledig }) => (
        <div className="wp-stack wp-stack--tight">
          <p>{tekst}</p>
          {afspraken.length > 0 ? (
            <ul className="wp-list">
              {afspraken.map((row) => (
                <li key={`${row.regel} ${row.onderwerp} ${row.tekst}`}>
                  <strong>{row.titel}:</strong> {row.tekst}
                </li>
              ))}
            </ul>
          ) : null}
          {wooneenheid === null ? null : (
            <p>
              Het minst zou het plan verliezen met{' '}
              <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: wooneenheid.id }}>
                {wooneenheid.naam}
              </Link>
              .
            </p>
          )}
          {volledig ? null : <p>Er was niet genoeg tijd om alles uit te zoeken.</p>}
        </div>
      )}
    </Loaded>
  );
}
