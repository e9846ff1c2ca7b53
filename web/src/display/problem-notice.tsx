import { Alert, Button, Heading2, Paragraph } from '@utrecht/component-library-react';
import { ProblemError } from '../http/problem-error';
import { signInAddress } from '../session/sign-in-address';

interface ProblemNoticeProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly retryLabel?: string;
}

const ADVICE: Readonly<Record<number, string>> = {
  0: 'Controleer of Woonplek nog draait en probeer het opnieuw.',
  403: 'U mag dit niet zien of doen. Vraag het aan de beheerder van uw regio.',
  404: 'Misschien is de link oud of is dit onderdeel verwijderd.',
};

/** What went wrong, in the words of the server, and what the reader can do. */
export function ProblemNotice({ error, onRetry, retryLabel = 'Opnieuw proberen' }: ProblemNoticeProps) {
  const problem =
    error instanceof ProblemError
      ? error
      : new ProblemError(-1, 'Er ging iets mis', 'Deze pagina kan niet worden getoond.');
  const isTooLight = problem.code === 'aanmelding-te-licht';
  const advice = isTooLight ? undefined : ADVICE[problem.status];
  return (
    <Alert type="error" role="alert">
      <div className="wp-stack wp-stack--tight">
        <Heading2>{problem.title}</Heading2>
        {problem.faults.length > 0 ? (
          <>
            <Paragraph>Dit klopt niet in het adres van deze pagina of in wat u hebt ingevuld:</Paragraph>
            <ul className="wp-list">
              {problem.faults.map((fault) => (
                <li key={`${fault.veld} ${fault.verwacht}`}>
                  {fault.veld}: verwacht wordt {fault.verwacht}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <Paragraph>{problem.detail}</Paragraph>
        )}
        {advice ? <Paragraph>{advice}</Paragraph> : null}
        {isTooLight || problem.status === 401 ? (
          <a className="utrecht-link" href={signInAddress(isTooLight)}>
            Opnieuw aanmelden
          </a>
        ) : null}
        {onRetry ? (
          <div>
            <Button appearance="secondary-action-button" onClick={onRetry}>
              {retryLabel}
            </Button>
          </div>
        ) : null}
      </div>
    </Alert>
  );
}
