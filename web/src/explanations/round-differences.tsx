import { Link } from '@tanstack/react-router';
import { Loaded } from '../display/loaded';
import { countOf } from '../display/format';
import type { RoundDifference } from '../http/answers';
import { useApi } from '../http/use-api';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';
import { slotWords } from '../runs/run-words';
import { OnRequest } from './on-request';

type Home = RoundDifference['van'];
type Cause = RoundDifference['oorzaken'][number]['code'];

/** `absent` is the cause where the client took no part in the round of this home. */
function homeWords(home: Home, { oorzaken }: RoundDifference, absent: Cause): string {
  return home?.naam ?? (oorzaken.some(({ code }) => code === absent) ? 'Deed niet mee' : 'Geen voorstel');
}

const COLUMNS: readonly Column<RoundDifference>[] = [
  {
    header: 'Cliënt',
    rowHeader: true,
    cell: (row) => (
      <Link className="utrecht-link wp-nowrap" to="/clienten/$id" params={{ id: row.client.id }}>
        {row.client.nummer}
      </Link>
    ),
  },
  { header: 'Vorige ronde', cell: (row) => homeWords(row.van, row, 'nieuwe-client') },
  { header: 'Deze ronde', cell: (row) => homeWords(row.naar, row, 'client-weg') },
  {
    header: 'Oorzaak',
    cell: (row) => (
      <>
        {row.oorzaken.map(({ tekst }) => tekst).join(' ')}
        {row.niveau === null ? '' : ` Niveau ${row.niveau.niveau} (${row.niveau.doel.naam}) gaf de doorslag.`}
      </>
    ),
  },
];

/** What is different from the round before, client by client. */
export function RoundDifferences({ runId }: { readonly runId: string }) {
  return (
    <OnRequest
      title="Wat is anders dan in de vorige ronde?"
      intro="Per cliënt met een andere uitkomst: waar die eerst was voorgesteld, waar nu, en waardoor."
      start="Vergelijken met de vorige ronde"
    >
      {() => <Differences runId={runId} />}
    </OnRequest>
  );
}

function Differences({ runId }: { readonly runId: string }) {
  const query = useApi('/v1/matchrondes/{id}/verschillen', { path: { id: runId } });
  return (
    <Loaded query={query} loading="De rondes worden vergeleken">
      {({ met, verschillen, volledig }) => {
        if (met === null) return <p>Dit is de eerste ronde; er is niets om mee te vergelijken.</p>;
        return (
          <>
            <p>
              Vergeleken met{' '}
              <Link className="utrecht-link" to="/rondes/$id" params={{ id: met.id }}>
                de ronde “{slotWords(met.tijdvak)}”
              </Link>
              : {countOf(verschillen.length, 'cliënt heeft', 'cliënten hebben')} een andere uitkomst.
            </p>
            {verschillen.length > 0 ? (
              <DataTable
                caption="Verschillen met de vorige ronde"
                columns={COLUMNS}
                rows={verschillen}
                rowKey={(row) => row.client.id}
              />
            ) : null}
            {volledig ? null : <p>Niet elke oorzaak is precies uitgezocht: daarvoor was niet genoeg tijd.</p>}
          </>
        );
      }}
    </Loaded>
  );
}
