import { Alert, Heading2 } from '@utrecht/component-library-react';
import { Card } from '../display/card';
import type { Run } from '../http/answers';
import { NewRun } from './new-run';

const PHASES = ['wachtrij', 'voorbereiden', 'rekenen', 'opslaan', 'klaar'] as const;

/** How far the round is, or why it stopped. */
export function RunProgress({ run }: { readonly run: Run }) {
  const { voortgang: progress, fout: failure } = run;
  if (run.status === 'mislukt') {
    return (
      <Alert type="error" role="alert">
        <div className="wp-stack wp-stack--tight">
          <Heading2>Deze ronde is mislukt</Heading2>
          <p>{failure?.tekst ?? 'De oorzaak is niet bekend.'}</p>
          <p>Er zijn geen voorstellen gemaakt. De voorstellen van eerdere rondes zijn niet veranderd.</p>
          <div>
            <NewRun />
          </div>
        </div>
      </Alert>
    );
  }
  const share = progress.stap !== null && progress.stappen ? progress.stap / (progress.stappen + 1) : 0;
  return (
    <Card title="De ronde loopt">
      <progress
        className="wp-progress"
        aria-label="Voortgang van de ronde"
        max={PHASES.length - 1}
        value={PHASES.indexOf(progress.fase) + (progress.fase === 'rekenen' ? share : 0)}
      />
      <p role="status">
        {progress.tekst}
        {progress.niveau === null ? '' : ` Niveau ${progress.niveau} is aan de beurt.`}
      </p>
    </Card>
  );
}
