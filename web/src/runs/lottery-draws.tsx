import { Link } from '@tanstack/react-router';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { countOf, formatMoment } from '../display/format';
import { Loaded } from '../display/loaded';
import type { LotteryDraw } from '../http/answers';
import { useApi } from '../http/use-api';
import { useRegion } from '../layout/region';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';

const SHOWN = 25;

const COLUMNS: readonly Column<LotteryDraw>[] = [
  {
    header: 'Ronde',
    rowHeader: true,
    cell: ({ ronde: round }) =>
      round === null ? (
        '–'
      ) : (
        <Link className="utrecht-link" to="/rondes/$id" params={{ id: round.id }}>
          {formatMoment(round.aangevraagdOp)}
        </Link>
      ),
  },
  { header: 'Vastgelegd op', cell: (row) => formatMoment(row.geopendOp) },
  { header: 'Vastlegging', cell: (row) => <code className="wp-break">{row.vastlegging}</code> },
  {
    header: 'Begingetal',
    cell: ({ seed }) => (seed === null ? 'Bekend als de ronde klaar is' : <code className="wp-break">{seed}</code>),
  },
];

function NextDraw({ draw }: { readonly draw: LotteryDraw | undefined }) {
  if (draw === undefined) return <p>Er is nog geen begingetal vastgelegd voor de volgende ronde.</p>;
  return (
    <>
      <p>
        Het begingetal voor de loting van de volgende ronde ligt al vast. Het getal zelf is nog geheim. Hieronder staat
        de vingerafdruk ervan. Bewaar die: na de ronde controleert u daarmee dat het getal niet is veranderd.
      </p>
      <Facts
        stacked
        facts={[
          ['Vastlegging (SHA-256)', <code key="c">{draw.vastlegging}</code>],
          ['Vastgelegd op', formatMoment(draw.geopendOp)],
        ]}
      />
    </>
  );
}

/** The commitment of the round to come, and the seeds of the rounds before it. */
export function LotteryDraws() {
  const region = useRegion();
  const draws = useApi('/v1/lotingen', { query: { regio: region.id, aantal: SHOWN } });
  return (
    <Card title="De loting van de volgende ronde">
      <Loaded query={draws} loading="De lotingen worden geladen">
        {({ items, totaal: total }) => {
          const spent = items.filter(({ status }) => status !== 'open');
          return (
            <div className="wp-stack">
              <NextDraw draw={items.find(({ status }) => status === 'open')} />
              {spent.length === 0 ? (
                <p>Er zijn nog geen eerdere lotingen.</p>
              ) : (
                <details>
                  <summary>
                    {total > items.length
                      ? `De laatste ${countOf(spent.length, 'loting', 'lotingen')}`
                      : countOf(spent.length, 'eerdere loting', 'eerdere lotingen')}
                  </summary>
                  <DataTable caption="Eerdere lotingen" columns={COLUMNS} rows={spent} rowKey={(row) => row.id} />
                </details>
              )}
            </div>
          );
        }}
      </Loaded>
    </Card>
  );
}
