import { Link } from '@tanstack/react-router';
import { DecisionButton } from '../decisions/decision-button';
import type { Named } from '../decisions/decision-dialog';
import { Card } from '../display/card';
import { countOf } from '../display/format';
import { WhyNotButton } from '../explanations/why-not-button';
import type { UnmatchedHome } from '../http/answers';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';
import { HomeReasons } from './home-reasons';

const columns = (runId: string, client: Named): readonly Column<UnmatchedHome>[] => [
  {
    header: 'Woonplek',
    rowHeader: true,
    cell: (home) => (
      <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: home.wooneenheid.id }}>
        {home.wooneenheid.naam}
      </Link>
    ),
  },
  { header: 'Gemeente', cell: (home) => home.gemeente.naam },
  { header: 'Plaatsen over', numeric: true, cell: (home) => home.vrijePlaatsen },
  {
    header: 'Waarom niet',
    cell: (home) => (
      <>
        <HomeReasons home={home} />
        <WhyNotButton runId={runId} client={client} home={home.wooneenheid} />
      </>
    ),
  },
  {
    header: 'Besluit',
    cell: (home) => (
      <DecisionButton
        client={client}
        home={home.wooneenheid}
        rules={home.regels.map(({ regel, titel }) => ({ id: regel, naam: titel }))}
      />
    ),
  },
];

interface HomesByNearnessProps {
  readonly runId: string;
  readonly client: Named;
  readonly homes: readonly UnmatchedHome[];
}

/** Homes in three steps of nearness: those that fit, those with one rule in the way, and the rest. */
export function HomesByNearness({ runId, client, homes }: HomesByNearnessProps) {
  const byName = [...homes].sort((a, b) => a.wooneenheid.naam.localeCompare(b.wooneenheid.naam, 'nl'));
  const groups = [
    { title: 'Past volgens de regels, maar niet in deze ronde', homes: byName.filter((home) => home.voldoet) },
    { title: 'Eén regel klopt niet', homes: byName.filter((home) => !home.voldoet && home.regels.length <= 1) },
    { title: 'Meer regels kloppen niet', homes: byName.filter((home) => home.regels.length > 1) },
  ].filter((group) => group.homes.length > 0);
  return (
    <Card title="Per woonplek" flush>
      {groups.map((group, place) => (
        <details className="wp-details" key={group.title} open={place === 0}>
          <summary>
            {group.title} ({countOf(group.homes.length, 'woonplek', 'woonplekken')})
          </summary>
          <DataTable
            caption={group.title}
            columns={columns(runId, client)}
            rows={group.homes}
            rowKey={(home) => home.wooneenheid.id}
          />
        </details>
      ))}
    </Card>
  );
}
