import { Link } from '@tanstack/react-router';
import { Loaded } from '../display/loaded';
import type { AnswerOf } from '../http/api-client';
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
          {afspraken.length > 0 ? <Agreements agreements={afspraken} /> : null}
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

type Agreement = AnswerOf<'/v1/matchrondes/{id}/knelpunt', 'get'>['afspraken'][number];

/** Every agreement by itself, and full homes in one line: those that suit the client, and those that only others need. */
function Agreements({ agreements }: { readonly agreements: readonly Agreement[] }) {
  const isHome = ({ regel }: Agreement) => regel === 'places';
  const others = agreements.filter((each) => !isHome(each));
  const byName = agreements.filter(isHome).sort((a, b) => a.onderwerp.localeCompare(b.onderwerp, 'nl'));
  const homes = [true, false].map((own) => byName.filter(({ vanClient }) => vanClient === own));
  const alone = [...others, ...homes.flatMap((group) => (group.length === 1 ? group : []))];
  return (
    <ul className="wp-list">
      {alone.map((each) => (
        <li key={`${each.regel} ${each.onderwerp} ${each.tekst}`}>
          <strong>{each.titel}:</strong> {each.tekst}
          {each.vanClient ? null : ` ${ABOUT_OTHERS}`}
        </li>
      ))}
      {homes
        .filter(({ length }) => length > 1)
        .map((group) => (
          <FullHomes key={String(group[0]!.vanClient)} homes={group} />
        ))}
    </ul>
  );
}

const ABOUT_OTHERS = 'Dit gaat over anderen: zij moeten ergens anders wonen als deze cliënt hun plek krijgt.';

function FullHomes({ homes }: { readonly homes: readonly Agreement[] }) {
  const { titel, vanClient } = homes[0]!;
  return (
    <li>
      <strong>{titel}:</strong>{' '}
      {vanClient
        ? `er is te weinig plaats in ${homes.length} woonplekken die bij deze cliënt passen.`
        : `er is ook te weinig plaats in ${homes.length} woonplekken die niet bij deze cliënt passen. ${ABOUT_OTHERS}`}
      <details>
        <summary>Welke woonplekken zijn dat?</summary>
        <ul className="wp-list">
          {homes.map(({ onderwerp, tekst }) => (
            <li key={`${onderwerp} ${tekst}`}>{tekst}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}
