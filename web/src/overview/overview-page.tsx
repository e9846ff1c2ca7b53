import { Link } from '@tanstack/react-router';
import { Card } from '../display/card';
import { formatMoment } from '../display/format';
import { Loaded } from '../display/loaded';
import { Status } from '../display/status';
import type { RunSummary } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { useRegion } from '../layout/region';
import { NewRun } from '../runs/new-run';
import { RunSentence } from '../runs/run-sentence';
import { May } from '../session/may';
import { ReviewQueue } from './review-queue';
import { RoleStart } from './role-start';
import { StandingWarnings } from './standing-warnings';
import { WorkTiles } from './work-tiles';

const POLL_MS = 2000;

const isRunning = (run: RunSummary | undefined) => run?.status === 'wachtend' || run?.status === 'bezig';

/** The start of the day: what the last round did, what waits for a decision and where agreements pinch. */
export function OverviewPage() {
  return (
    <May permission="run.read" otherwise={<RoleStart />}>
      <RoundOverview />
    </May>
  );
}

function RoundOverview() {
  const region = useRegion();
  const runs = useApi('/v1/matchrondes', {
    query: { regio: region.id, aantal: 5 },
    pollEvery: (data) => (isRunning(data?.items[0]) ? POLL_MS : false),
  });
  return (
    <Page title="Overzicht" actions={<NewRun />}>
      <Loaded query={runs} loading="Het overzicht wordt geladen">
        {({ items }) => {
          const latest = items.find((run) => run.status === 'voltooid');
          const newest = items[0];
          return (
            <>
              {newest && newest.id !== latest?.id ? <RunUnderWay run={newest} /> : null}
              {latest ? (
                <>
                  <Card title={`Laatste ronde: ${formatMoment(latest.klaarOp)}`}>
                    <RunSentence run={latest} />
                    <p>
                      <Link className="utrecht-link" to="/rondes/$id" params={{ id: latest.id }}>
                        Hoe deze ronde ging
                      </Link>
                    </p>
                  </Card>
                  <May permission="proposal.read">
                    <WorkTiles run={latest} />
                  </May>
                  <div className="wp-columns">
                    <May permission="proposal.read">
                      <ReviewQueue />
                    </May>
                    <StandingWarnings />
                  </div>
                </>
              ) : newest && isRunning(newest) ? (
                <p>Als de ronde klaar is, staan hier de voorstellen die u kunt beoordelen.</p>
              ) : newest ? null : (
                <Card title="Nog geen ronde">
                  <p>Start hierboven een ronde. Daarna staan hier de voorstellen die u kunt beoordelen.</p>
                </Card>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function RunUnderWay({ run }: { readonly run: RunSummary }) {
  return (
    <Card>
      <p className="wp-row">
        <Status code={run.status} />
        <span>
          Ronde van {formatMoment(run.aangevraagdOp)}
          {run.fout ? `: ${run.fout.tekst}` : ''}
        </span>
        <Link className="utrecht-link" to="/rondes/$id" params={{ id: run.id }}>
          Bekijk deze ronde
        </Link>
      </p>
    </Card>
  );
}
