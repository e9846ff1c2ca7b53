import { upperFirst } from '../display/format';
import { Loaded } from '../display/loaded';
import { Mark, type MarkKind } from '../display/mark';
import type { Lever } from '../http/answers';
import { useApi } from '../http/use-api';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';
import { OnRequest } from './on-request';

interface WhatWouldHelpProps {
  readonly runId: string;
  readonly client: { readonly id: string; readonly naam: string };
}

const OUTCOMES: Readonly<Record<Lever['uitkomst'], { kind: MarkKind; label: string }>> = {
  helpt: { kind: 'good', label: 'Helpt' },
  'helpt-niet': { kind: 'bad', label: 'Helpt niet' },
  'niet-bekend': { kind: 'open', label: 'Nog niet bekend' },
};

const COLUMNS: readonly Column<Lever>[] = [
  {
    header: 'Verandering',
    rowHeader: true,
    cell: (row) => (
      <span className="wp-level-goal">
        <strong>{row.titel}</strong>
        <span className="wp-level-goal__sentence">{row.tekst}</span>
      </span>
    ),
  },
  { header: 'Wie beslist', cell: (row) => upperFirst(row.eigenaar.naam) },
  {
    header: 'Helpt het?',
    cell: (row) => (
      <>
        <Mark {...OUTCOMES[row.uitkomst]} /> {OUTCOMES[row.uitkomst].label}
        {row.wooneenheid === null ? null : `: ${row.wooneenheid.naam}`}
      </>
    ),
  },
];

/** What people may change so that a client without a proposal would get one; each was tried on the whole round. */
export function WhatWouldHelp(props: WhatWouldHelpProps) {
  return (
    <OnRequest
      title="Wat zou helpen?"
      intro={`Woonplek probeert veranderingen in afspraken, woonplekken en wensen en uitzonderingen op een regel, één voor één, en rekent de hele ronde daarmee opnieuw uit. Gegevens over ${props.client.naam} zelf blijven gelijk.`}
      start="Uitrekenen wat helpt"
    >
      {() => <Levers {...props} />}
    </OnRequest>
  );
}

function Levers({ runId, client }: WhatWouldHelpProps) {
  const query = useApi('/v1/matchrondes/{id}/hefbomen', { path: { id: runId }, query: { client: client.id } });
  return (
    <Loaded query={query} loading="De veranderingen worden uitgerekend; dat duurt even">
      {({ hefbomen, volledig }) => (
        <>
          {hefbomen.length === 0 ? (
            <p>
              Woonplek heeft hier niets om te proberen. Mag een regel opzij worden gezet voor één woonplek? Dan ziet u
              onder “Per woonplek”, bij “Besluit nemen”, wat dat doet.
            </p>
          ) : (
            <DataTable
              caption="Wat zou helpen"
              columns={COLUMNS}
              rows={hefbomen}
              rowKey={(row) => row.id + row.tekst}
            />
          )}
          {volledig ? null : <p>Niet alles is geprobeerd: daarvoor was niet genoeg tijd.</p>}
        </>
      )}
    </Loaded>
  );
}
