import { ProblemNotice } from '../display/problem-notice';
import { Page } from '../layout/page';

/** A page that broke while it was drawn: the menu stays, and a fresh start is one press away. */
export function FaultPage({ error }: { readonly error: unknown }) {
  return (
    <Page title="Deze pagina werkt nu niet">
      <ProblemNotice error={error} retryLabel="Pagina opnieuw laden" onRetry={() => window.location.reload()} />
    </Page>
  );
}
