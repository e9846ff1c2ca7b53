import { Link, type LinkProps } from '@tanstack/react-router';
import { Card } from '../display/card';
import { Loaded } from '../display/loaded';
import { useApi } from '../http/use-api';
import { useRegion } from '../layout/region';
import { draagkrachtRow } from '../monitor/draagkracht-row';
import { spreidingRow } from '../monitor/spreiding-row';
import { byUrgency, stateOf, type StandingRow } from '../monitor/standing-row';
import { StateBadge } from '../monitor/state-badge';

const SHOWN = 4;

/** Gemeenten and wijken where an agreement is broken, full or not yet met. */
export function StandingWarnings() {
  const region = useRegion();
  const spreiding = useApi('/v1/spreiding', { query: { regio: region.id } });
  const draagkracht = useApi('/v1/draagkracht', { query: { regio: region.id } });
  return (
    <Card title="Let op bij deze afspraken">
      <Loaded query={spreiding} loading="De spreiding wordt geladen">
        {(data) => <Warnings title="Spreiding" to="/spreiding" rows={data.items.map(spreidingRow)} />}
      </Loaded>
      <Loaded query={draagkracht} loading="De draagkracht wordt geladen">
        {(data) => <Warnings title="Draagkracht" to="/draagkracht" rows={data.items.map(draagkrachtRow)} />}
      </Loaded>
    </Card>
  );
}

interface WarningsProps {
  readonly title: string;
  readonly to: LinkProps['to'];
  readonly rows: readonly StandingRow[];
}

function Warnings({ title, to, rows }: WarningsProps) {
  const pressing = rows.filter((row) => ['over', 'full', 'short'].includes(stateOf(row))).sort(byUrgency);
  return (
    <div className="wp-stack wp-stack--tight">
      <h3 className="utrecht-heading-3">{title}</h3>
      {pressing.length === 0 ? <p>Overal is nog ruimte.</p> : null}
      <ul className="wp-warnings">
        {pressing.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <span>{row.label}</span>
            <StateBadge row={row} />
          </li>
        ))}
      </ul>
      <Link className="utrecht-link" to={to}>
        {pressing.length > SHOWN ? `Alle ${pressing.length} aandachtspunten` : `Naar ${title.toLowerCase()}`}
      </Link>
    </div>
  );
}
