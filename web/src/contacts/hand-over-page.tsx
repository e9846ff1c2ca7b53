import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Card } from '../display/card';
import { countOf } from '../display/format';
import { Loaded } from '../display/loaded';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import { HandOverForm } from './hand-over-form';
import { WorkFacts } from './work-facts';

/** Hands one's own clients over to a colleague: before a holiday, or when the work is divided anew. */
export function HandOverPage() {
  const work = useApi('/v1/eigen-werk');
  const [done, setDone] = useState<{ readonly count: number; readonly to: string } | null>(null);
  return (
    <Page
      title="Werk overdragen"
      intro="Draag cliënten waarvan u contactpersoon bent over aan een collega. Met de cliënt gaan de voorstellen en de verzoeken mee."
    >
      {done === null ? null : (
        <p role="status">
          <strong>{countOf(done.count, 'cliënt', 'cliënten')}</strong> overgedragen aan {done.to}.
        </p>
      )}
      <Loaded query={work} loading="Uw werk wordt geladen">
        {(data) =>
          data.clienten === 0 ? (
            <Card title="Uw werk">
              <p>
                U bent van geen enkele cliënt contactpersoon. Op de pagina van een{' '}
                <Link className="utrecht-link" to="/clienten">
                  cliënt
                </Link>{' '}
                kiest u wie dat is.
              </p>
            </Card>
          ) : (
            <>
              <Card title="Uw werk">
                <WorkFacts work={data} />
              </Card>
              <HandOverForm
                key={data.clienten}
                count={data.clienten}
                onDone={(count, to) => {
                  setDone({ count, to });
                }}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
