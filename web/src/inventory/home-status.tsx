import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatDate, formatMoment } from '../display/format';
import { Status } from '../display/status';
import type { HomeDetail } from '../http/answers';
import { May } from '../session/may';
import { useMay } from '../session/session';
import { TimelineCard } from '../timeline/timeline-card';
import { StatusDialog } from './status-dialog';

interface HomeStatusProps {
  readonly home: HomeDetail;
  readonly onRefresh: () => void;
}

/** The status now, the step to another and what happened before. */
export function HomeStatus({ home, onRefresh }: HomeStatusProps) {
  const [isChanging, setIsChanging] = useState(false);
  const may = useMay();
  const { status } = home;
  return (
    <>
      <Card title="Status">
        <Facts
          stacked
          facts={[
            ['Nu', <Status key="status" code={status.code} />],
            ['Reden', status.reden],
            ['Sinds', formatDate(status.vanaf)],
            ['Tot en met', status.tot === null ? null : formatDate(status.tot)],
          ]}
        />
        {!may('unit.change-status') ? null : home.mogelijkeStatussen.length > 0 ? (
          <div className="wp-decision">
            <Button appearance="secondary-action-button" onClick={() => setIsChanging(true)}>
              Status wijzigen …
            </Button>
          </div>
        ) : (
          <p className="wp-small wp-quiet">Deze status kan niet meer veranderen.</p>
        )}
      </Card>
      <May permission="unit.read-timeline" otherwise={<StatusHistory home={home} />}>
        <TimelineCard subject="wooneenheid" id={home.id} />
      </May>
      {isChanging ? (
        <StatusDialog
          home={home}
          onClose={() => setIsChanging(false)}
          onRefresh={() => {
            setIsChanging(false);
            onRefresh();
          }}
        />
      ) : null}
    </>
  );
}

/** For who follows homes by numbers. */
function StatusHistory({ home }: { readonly home: HomeDetail }) {
  return (
    <Card title="Geschiedenis">
      {home.statusGeschiedenis.length === 0 ? <p>De status is nog niet veranderd.</p> : null}
      <ol className="wp-timeline" reversed>
        {home.statusGeschiedenis.map((event) => (
          <li key={event.id}>
            <strong>{event.naar.naam}</strong>
            {event.reden ? <span className="wp-break">{event.reden}</span> : null}
            <span className="wp-small">Vanaf {formatDate(event.vanaf)}</span>
            <span className="wp-small wp-quiet">
              {formatMoment(event.op)}, {event.door}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
