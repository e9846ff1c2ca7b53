import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatDate, formatMoment, formatSeconds } from '../display/format';
import { wordsOf } from '../display/labels';
import { Loaded } from '../display/loaded';
import { Status } from '../display/status';
import { RoundDifferences } from '../explanations/round-differences';
import type { Run } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { RunLevels } from './run-levels';
import { RunLottery } from './run-lottery';
import { RunProgress } from './run-progress';
import { RunSentence } from './run-sentence';
import { RunTiles } from './run-tiles';
import { RunWarnings } from './run-warnings';
import { SwapSentence } from './swap-sentence';
import { slotWords, TRIGGER_WORDS } from './run-words';

const POLL_MS = 700;

export const isRunning = (run: Run | undefined): boolean => run?.status === 'wachtend' || run?.status === 'bezig';

export function RunPage() {
  const { id } = useParams({ from: '/rondes/$id' });
  const queries = useQueryClient();
  const run = useApi('/v1/matchrondes/{id}', {
    path: { id },
    pollEvery: (data) => (data === undefined || isRunning(data) ? POLL_MS : false),
  });
  const status = run.data?.status;

  useEffect(() => {
    // A finished round changes proposals, unmatched clients and standings on every other page.
    if (status === 'voltooid')
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/v1/matchrondes/{id}' });
  }, [status, queries]);

  return (
    <Page
      title={run.data ? `Ronde van ${formatMoment(run.data.aangevraagdOp)}` : 'Ronde'}
      crumbs={[{ label: 'Rondes', to: '/rondes' }]}
    >
      <Loaded query={run} loading="De ronde wordt geladen">
        {(data) => <RunContent run={data} />}
      </Loaded>
    </Page>
  );
}

function RunContent({ run }: { readonly run: Run }) {
  return (
    <>
      {isRunning(run) || run.status === 'mislukt' ? <RunProgress run={run} /> : null}
      <RunWarnings warnings={run.waarschuwingen} />
      {run.status === 'voltooid' ? (
        <>
          <Card>
            <RunSentence run={run} />
            <p className="wp-row">
              <Link className="utrecht-link" to="/voorstellen" search={{ matchronde: run.id } as never}>
                Bekijk de voorstellen van deze ronde
              </Link>
              <Link className="utrecht-link" to="/niet-gematcht" search={{ ronde: run.id } as never}>
                Bekijk wie niet gematcht is
              </Link>
            </p>
          </Card>
          {run.aantallen ? <RunTiles counts={run.aantallen} /> : null}
          <Card title="Niveaus, van belangrijk naar minder belangrijk" flush>
            <RunLevels levels={run.niveaus} />
          </Card>
          {run.vernietigdOp === null ? <RoundDifferences runId={run.id} /> : null}
        </>
      ) : null}
      <div className="wp-columns">
        <Card title="Over deze ronde">
          <Facts
            facts={[
              ['Status', <Status key="status" code={run.status} />],
              ['Aanleiding', TRIGGER_WORDS[run.aanleiding]],
              ['Aangevraagd door', run.aangevraagdDoor],
              ['Tijdvak', slotWords(run.tijdvak)],
              ['Gegevens van', formatDate(run.peildatum)],
              ['Klaar op', run.klaarOp === null ? null : formatMoment(run.klaarOp)],
              ['Duur', run.duurSeconden === null ? null : formatSeconds(run.duurSeconden)],
              ['Beleid', `${run.beleid.id}, versie ${run.beleid.versie}`],
              ['Rekenprogramma', run.motorversie === null ? null : `${wordsOf(run.motor)} ${run.motorversie}`],
              [
                'Controle',
                run.gecontroleerd === null ? null : run.gecontroleerd ? 'Geen overtredingen gevonden' : 'Afgekeurd',
              ],
              ['Vervallen voorstellen', run.vervallenVoorstellen],
            ]}
          />
        </Card>
        <Card title="Zelf narekenen">
          {run.vernietigdOp === null ? null : (
            <p>
              De bestanden van deze ronde zijn op {formatMoment(run.vernietigdOp)} vernietigd, omdat hun bewaartermijn
              voorbij is. De aantallen staan er nog.
            </p>
          )}
          <RunFiles run={run} />
        </Card>
      </div>
      <RunLottery run={run} />
    </>
  );
}

/** What anybody needs to check a round; nothing once it is gone. */
function RunFiles({ run }: { readonly run: Run }) {
  if (run.vernietigdOp !== null) return null;
  return (
    <>
      <p>Iedereen kan deze ronde narekenen. Daarvoor zijn deze bestanden.</p>
      <Facts stacked facts={[['Vingerafdruk van de gegevens (SHA-256)', <code key="h">{run.snapshotHash}</code>]]} />
      {run.ruiltoets === null ? null : <SwapSentence swaps={run.ruiltoets} />}
      <ul className="wp-list">
        <li>
          <a className="utrecht-link" href={`/v1/matchrondes/${run.id}/probleem`} download>
            Download de gegevens (JSON)
          </a>
        </li>
        {run.status === 'voltooid' ? (
          <li>
            <a className="utrecht-link" href={`/v1/matchrondes/${run.id}/plan`} download>
              Download de uitkomst (JSON)
            </a>
          </li>
        ) : null}
        {run.ruiltoets === null ? null : (
          <>
            <li>
              <a className="utrecht-link" href={`/v1/matchrondes/${run.id}/bewijs`} download>
                Download het bewijs (JSON)
              </a>
            </li>
            <li>
              <Link className="utrecht-link" to="/bewijs">
                Controleer een bewijs in uw browser
              </Link>
            </li>
          </>
        )}
      </ul>
    </>
  );
}
