import { Link } from '@tanstack/react-router';
import { Alert } from '@utrecht/component-library-react';
import { countOf } from '../display/format';
import { useApi } from '../http/use-api';
import { useMay } from '../session/session';

/** Above the work list: refusals that nobody has judged yet. Nothing where there are none. */
export function RefusalsWaiting() {
  const mayJudge = useMay()('proposal.judge-refusal');
  const waiting = useApi('/v1/voorstellen', { query: { teBeoordelen: true, aantal: 1 }, enabled: mayJudge });
  if (!waiting.data || waiting.data.totaal === 0) return null;
  return (
    <Alert type="info">
      <p>
        <Link className="utrecht-link" to="/voorstellen" search={{ teBeoordelen: 'true' } as never}>
          {countOf(waiting.data.totaal, 'weigering wacht op een oordeel', 'weigeringen wachten op een oordeel')}
        </Link>
        .
      </p>
    </Alert>
  );
}
