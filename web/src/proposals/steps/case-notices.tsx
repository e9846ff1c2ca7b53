import { Alert, Heading2 } from '@utrecht/component-library-react';
import { withDutchDates } from '../../display/format';
import type { Proposal } from '../../http/answers';

/** Above a proposal: what changed since the round, that it no longer holds, or why the corporatie sent it back. */
export function CaseNotices({ proposal }: { readonly proposal: Proposal }) {
  const { status, veranderdSindsRonde: changes } = proposal;
  if (status === 'teruggestuurd') return <DeclinedNotice proposal={proposal} />;
  if (status === 'verouderd') {
    return (
      <Alert type="warning">
        <div className="wp-stack wp-stack--tight">
          <Heading2>Dit voorstel klopt niet meer</Heading2>
          {changes.length === 0 ? (
            <p>Met de gegevens van vandaag klopt het weer. Keur het opnieuw goed, of trek het in.</p>
          ) : (
            <>
              <p>Dit is veranderd sinds de ronde:</p>
              <Changes changes={changes} />
              <p>Goedkeuren kan als alle regels weer kloppen. Anders trekt u het in.</p>
            </>
          )}
        </div>
      </Alert>
    );
  }
  if (changes.length === 0) return null;
  return (
    <Alert type="warning">
      <div className="wp-stack wp-stack--tight">
        <Heading2>Er is iets veranderd sinds de ronde</Heading2>
        <Changes changes={changes} />
        <p>Bij het goedkeuren controleert Woonplek alle regels opnieuw met de gegevens van vandaag.</p>
      </div>
    </Alert>
  );
}

function Changes({ changes }: { readonly changes: readonly string[] }) {
  return (
    <ul className="wp-list">
      {changes.map((change) => (
        <li key={change}>{withDutchDates(change)}</li>
      ))}
    </ul>
  );
}

function DeclinedNotice({ proposal: { gebeurtenissen, corporatie } }: { readonly proposal: Proposal }) {
  const last = gebeurtenissen.findLast(({ actie }) => actie === 'terugsturen');
  return (
    <Alert type="warning">
      <div className="wp-stack wp-stack--tight">
        <Heading2>{corporatie?.naam ?? 'De eigenaar van de woning'} stuurde dit voorstel terug</Heading2>
        {last?.reden ? <p>Reden: {last.reden.tekst}.</p> : null}
        {last?.toelichting ? <p className="wp-break">“{last.toelichting}”</p> : null}
        <p>Trek het in, of vraag opnieuw met een toelichting.</p>
      </div>
    </Alert>
  );
}
