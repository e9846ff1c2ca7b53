import { Link } from '@tanstack/react-router';
import { weeksWords } from '../display/labels';
import { Loaded } from '../display/loaded';
import type { Candidate } from '../http/answers';
import type { Column } from '../lists/column';
import { OnRequest } from './on-request';
import { RankedTable } from './ranked-table';
import { useBoundThenExact } from './use-bound-then-exact';
import { WhyNotButton } from './why-not-button';

interface HomeCandidatesProps {
  readonly runId: string;
  readonly home: { readonly id: string; readonly naam: string };
}

/** All clients whom a home suits, in the order of what they would cost the plan. */
export function HomeCandidates(props: HomeCandidatesProps) {
  return (
    <OnRequest
      title="Andere kandidaten op volgorde"
      intro={`Cliënt voor cliënt: wat zou het plan kosten als die in ${props.home.naam} ging wonen?`}
      start="Kandidaten vergelijken"
    >
      {() => <Candidates {...props} />}
    </OnRequest>
  );
}

function Candidates({ runId, home }: HomeCandidatesProps) {
  const { query, isWorking } = useBoundThenExact('/v1/matchrondes/{id}/wooneenheden/{wooneenheidId}/kandidaten', {
    path: { id: runId, wooneenheidId: home.id },
    query: { aantal: 100 },
  });
  const columns: readonly Column<Candidate>[] = [
    {
      header: 'Cliënt',
      rowHeader: true,
      cell: (row) => (
        <Link className="utrecht-link wp-nowrap" to="/clienten/$id" params={{ id: row.client.id }}>
          {row.client.nummer}
        </Link>
      ),
    },
    { header: 'Doelgroep', cell: (row) => row.doelgroep.naam },
    { header: 'Wachtte', cell: (row) => weeksWords(row.weken) },
  ];
  return (
    <Loaded query={query} loading="De kandidaten worden vergeleken">
      {({ items, totaal }) => (
        <RankedTable
          caption={`Kandidaten voor ${home.naam}`}
          rows={items}
          total={totaal}
          rowKey={(row) => row.client.id}
          isWorking={isWorking}
          columns={columns}
          whyNot={({ client: { id, nummer } }) => (
            <WhyNotButton runId={runId} client={{ id, naam: nummer }} home={home} />
          )}
        />
      )}
    </Loaded>
  );
}
