import { Link } from '@tanstack/react-router';
import { Loaded } from '../display/loaded';
import type { Option } from '../http/answers';
import type { Column } from '../lists/column';
import { OnRequest } from './on-request';
import { RankedTable } from './ranked-table';
import { useBoundThenExact } from './use-bound-then-exact';
import { WhyNotButton } from './why-not-button';

interface ClientOptionsProps {
  readonly runId: string;
  readonly client: { readonly id: string; readonly naam: string };
}

/** All homes that suit a client, in the order of what they would cost the plan. */
export function ClientOptions(props: ClientOptionsProps) {
  return (
    <OnRequest
      title="Passende woonplekken op volgorde"
      intro={`Woonplek voor woonplek: wat zou het plan kosten als ${props.client.naam} daar ging wonen?`}
      start="Woonplekken vergelijken"
    >
      {() => <Options {...props} />}
    </OnRequest>
  );
}

function Options({ runId, client }: ClientOptionsProps) {
  const { query, isWorking } = useBoundThenExact('/v1/matchrondes/{id}/clienten/{clientId}/opties', {
    path: { id: runId, clientId: client.id },
    query: { aantal: 100 },
  });
  const columns: readonly Column<Option>[] = [
    {
      header: 'Woonplek',
      rowHeader: true,
      cell: (row) => (
        <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: row.wooneenheid.id }}>
          {row.wooneenheid.naam}
        </Link>
      ),
    },
    { header: 'Gemeente', cell: (row) => row.gemeente.naam },
  ];
  return (
    <Loaded query={query} loading="De woonplekken worden vergeleken">
      {({ items, totaal }) =>
        items.length === 0 ? (
          <p>Geen enkele woonplek voldoet aan alle regels voor {client.naam}.</p>
        ) : (
          <RankedTable
            caption={`Passende woonplekken van ${client.naam}`}
            rows={items}
            total={totaal}
            rowKey={(row) => row.wooneenheid.id}
            isWorking={isWorking}
            columns={columns}
            whyNot={(row) => <WhyNotButton runId={runId} client={client} home={row.wooneenheid} />}
          />
        )
      }
    </Loaded>
  );
}
