import { useIsMutating } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatDate, formatMoment } from '../display/format';
import { Loaded } from '../display/loaded';
import { ProblemNotice } from '../display/problem-notice';
import { Status } from '../display/status';
import { apiPost } from '../http/api-client';
import type { Panel } from '../http/answers';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';
import { Page } from '../layout/page';
import { May } from '../session/may';
import { AddCaseDialog } from './add-case-dialog';
import { Attendance } from './attendance';
import { PanelCaseCard } from './panel-case-card';
import { TakeBackDialog } from './take-back-dialog';

export function PanelPage() {
  const { id } = useParams({ from: '/veldtafels/$id' });
  const found = useApi('/v1/veldtafels/{id}', { path: { id } });
  return (
    <Page title={found.data?.titel ?? 'Bijeenkomst'} crumbs={[{ label: 'Veldtafel', to: '/veldtafels' }]}>
      <Loaded query={found} loading="De bijeenkomst wordt geladen">
        {(data) => <PanelContent panel={data} />}
      </Loaded>
    </Page>
  );
}

const ENDED = {
  vastgesteld: 'Dit verslag verandert niet meer. U kunt bij een zaak een aanvulling schrijven.',
  afgelast: 'Deze bijeenkomst gaat niet door.',
} as const;

function PanelContent({ panel }: { readonly panel: Panel }) {
  const [isOpen, setOpen] = useState(false);
  const isPlanned = panel.status === 'gepland';
  return (
    <>
      <div className="wp-columns">
        <Card title="Bijeenkomst">
          <div className="wp-stack wp-stack--tight">
            <Facts
              facts={[
                ['Soort', panel.soort.naam],
                ['Dag', formatDate(panel.op)],
                ['Status', <Status key="status" code={panel.status} />],
                ['Vastgesteld door', panel.vastgesteldDoor],
                ['Vastgesteld op', panel.vastgesteldOp === null ? null : formatMoment(panel.vastgesteldOp)],
                ['Afgelast door', panel.afgelast?.door],
                ['Afgelast op', panel.afgelast && formatMoment(panel.afgelast.op)],
                ['Waarom', panel.afgelast?.reden],
              ]}
            />
            {panel.status === 'gepland' ? (
              <May permission="panel.manage">
                <CloseMinutes panel={panel} />
                <CallOff panel={panel} />
              </May>
            ) : (
              <p>{ENDED[panel.status]}</p>
            )}
          </div>
        </Card>
        <Card title="Wie is er bij?">
          <Attendance panel={panel} />
        </Card>
      </div>
      {panel.agenda.length === 0 ? (
        <Card title="Agenda">
          <p>{isPlanned ? 'Er staat nog geen zaak op de agenda.' : 'Er staat geen zaak op de agenda.'}</p>
        </Card>
      ) : (
        panel.agenda.map((each) => <PanelCaseCard key={each.id} panel={panel} of={each} />)
      )}
      {isPlanned ? (
        <May permission="panel.manage">
          <div>
            <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
              Zaak op de agenda zetten …
            </Button>
          </div>
        </May>
      ) : null}
      {isOpen ? <AddCaseDialog panel={panel} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function CallOff({ panel }: { readonly panel: Panel }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
        Bijeenkomst afgelasten …
      </Button>
      {isOpen ? <TakeBackDialog panel={panel} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function CloseMinutes({ panel: { id, versie } }: { readonly panel: Panel }) {
  // A refusal says that somebody else changed it, so it is read again then too.
  const close = useSend(
    () => apiPost('/v1/veldtafels/{id}/vaststellingen', { path: { id }, body: { versie } }),
    undefined,
    'always',
  );
  // A change of one's own that is still under way would make what is closed another thing than what is seen.
  const isBusy = useIsMutating() > 0;
  return (
    <>
      {close.isError ? <ProblemNotice error={close.error} /> : null}
      <div>
        <Button appearance="primary-action-button" disabled={isBusy} onClick={() => close.mutate()}>
          Verslag vaststellen
        </Button>
      </div>
      <p className="wp-small">Daarna verandert er niets meer aan het verslag.</p>
    </>
  );
}
