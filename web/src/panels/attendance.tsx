import { useIsMutating } from '@tanstack/react-query';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { ChoiceField } from '../display/form-fields';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost } from '../http/api-client';
import type { Panel } from '../http/answers';
import { useSend } from '../http/use-send';
import { useMay } from '../session/session';

const WORDS = { true: 'aanwezig', false: 'afwezig' } as const;

/** Who is invited, for which organisation, and whether they were there. */
export function Attendance({ panel }: { readonly panel: Panel }) {
  const { id, deelnemers, versie } = panel;
  const mayManage = useMay()('panel.manage') && panel.status === 'gepland';
  const attend = useSend((body: { readonly deelnemer: string; readonly aanwezig: boolean }) =>
    apiPost('/v1/veldtafels/{id}/aanwezigheid', { path: { id }, body }),
  );
  // What is taken back is taken back of what is seen: not while a change of one's own is still under way.
  const isBusy = useIsMutating() > 0;
  const uninvite = useSend(
    (deelnemer: string) =>
      apiPost('/v1/veldtafels/{id}/uitnodigingen/{deelnemer}/intrekkingen', {
        path: { id, deelnemer },
        body: { versie },
      }),
    undefined,
    // A refusal says that somebody else changed it.
    'always',
  );
  return (
    <div className="wp-stack wp-stack--tight">
      {uninvite.isError ? <ProblemNotice error={uninvite.error} /> : null}
      {attend.isError ? <ProblemNotice error={attend.error} /> : null}
      {deelnemers.length === 0 ? <p>Er is nog niemand uitgenodigd.</p> : null}
      <ul className="wp-list">
        {deelnemers.map(({ id: deelnemer, persoon, organisatie, aanwezig }) => (
          <li key={deelnemer}>
            {persoon.naam}, {organisatie.naam}
            {aanwezig !== null
              ? `: ${WORDS[`${aanwezig}`]}`
              : panel.status === 'gepland'
                ? ': nog niet vastgelegd'
                : ''}
            {mayManage ? (
              <span className="wp-row">
                {([true, false] as const).map((wasThere) => (
                  <Button
                    key={String(wasThere)}
                    appearance="subtle-button"
                    aria-label={`${persoon.naam} was ${WORDS[`${wasThere}`]}`}
                    disabled={attend.isPending || aanwezig === wasThere}
                    onClick={() => attend.mutate({ deelnemer, aanwezig: wasThere })}
                  >
                    Was {WORDS[`${wasThere}`]}
                  </Button>
                ))}
                <Button
                  appearance="subtle-button"
                  aria-label={`Uitnodiging intrekken: ${persoon.naam}`}
                  disabled={isBusy}
                  onClick={() => uninvite.mutate(deelnemer)}
                >
                  Uitnodiging intrekken
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {mayManage && panel.uitTeNodigen.length > 0 ? <Invite panel={panel} /> : null}
    </div>
  );
}

function Invite({ panel: { id, uitTeNodigen } }: { readonly panel: Panel }) {
  const [person, setPerson] = useState('');
  const invite = useSend(
    (persoon: string) => apiPost('/v1/veldtafels/{id}/uitnodigingen', { path: { id }, body: { persoon } }),
    () => setPerson(''),
  );
  const people = uitTeNodigen.map(({ persoon, organisatie }) => [persoon.id, `${persoon.naam}, ${organisatie.naam}`]);
  return (
    <div className="wp-stack wp-stack--tight">
      {invite.isError ? <ProblemNotice error={invite.error} /> : null}
      <ChoiceField
        label="Wie nodigt u uit?"
        value={person}
        choices={Object.fromEntries(people) as Record<string, string>}
        onChange={setPerson}
      />
      <div>
        <Button
          appearance="secondary-action-button"
          disabled={person === '' || invite.isPending}
          onClick={() => invite.mutate(person)}
        >
          Uitnodigen
        </Button>
      </div>
    </div>
  );
}
