import { Link } from '@tanstack/react-router';
import { Button } from '@utrecht/component-library-react';
import { formatMoment } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost } from '../http/api-client';
import type { Notification } from '../http/answers';
import { useSend } from '../http/use-send';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { ResourceList } from '../lists/resource-list';
import { useMay } from '../session/session';
import { PreferenceCard } from './preference-card';

export const NOTIFICATION_FILTERS = ['gelezen'];

const FIELDS = [
  {
    name: 'gelezen',
    label: 'Toon',
    options: [
      { value: 'false', label: 'Alleen nieuwe' },
      { value: 'true', label: 'Alleen gelezen' },
    ],
  },
];

const COLUMNS: readonly Column<Notification>[] = [
  { header: 'Wat', rowHeader: true, cell: (row) => <StepLink notification={row} />, text: (row) => row.tekst },
  {
    header: 'Wanneer',
    sort: 'gemaaktOp',
    cell: (row) => formatMoment(row.gemaaktOp),
    text: (row) => row.gemaaktOp,
  },
  {
    header: 'Gelezen',
    cell: (row) => (row.gelezenOp === null ? <strong>Nieuw</strong> : 'Gelezen'),
    text: (row) => row.gelezenOp,
  },
];

/** What the reader is told in this role, and how that comes by mail. */
export function NotificationsPage() {
  const readAll = useSend(() => apiPost('/v1/meldingen/gelezen', { body: undefined }));
  return (
    <Page
      title="Meldingen"
      intro="Zet iemand een stap die u aangaat, dan staat dat hier. U ziet de meldingen voor de rol waarin u nu werkt."
      actions={
        <Button appearance="secondary-action-button" disabled={readAll.isPending} onClick={() => readAll.mutate()}>
          Alles op gelezen zetten
        </Button>
      }
    >
      {readAll.isError ? <ProblemNotice error={readAll.error} /> : null}
      <ResourceList
        path="/v1/meldingen"
        fields={FIELDS}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        one="melding"
        more="meldingen"
        defaultSort="-gemaaktOp"
        empty={<p>U hebt nog geen meldingen.</p>}
      />
      <PreferenceCard />
    </Page>
  );
}

/** Opens what the step was about; the notification has then been read. */
function StepLink({ notification }: { readonly notification: Notification }) {
  const { id, tekst, voorstel, warmeOverdracht, bijeenkomst, gelezenOp } = notification;
  const seesProposals = useMay()('proposal.read');
  const read = useSend(() => apiPost('/v1/meldingen/{id}/gelezen', { path: { id }, body: undefined }));
  const open = () => {
    if (gelezenOp === null) read.mutate();
  };
  if (warmeOverdracht !== null) {
    return (
      <Link className="utrecht-link" to="/warme-overdrachten/$id" params={{ id: warmeOverdracht }} onClick={open}>
        {tekst}
      </Link>
    );
  }
  if (bijeenkomst !== null) {
    return (
      <Link className="utrecht-link" to="/veldtafels/$id" params={{ id: bijeenkomst }} onClick={open}>
        {tekst}
      </Link>
    );
  }
  return seesProposals && voorstel !== null ? (
    <Link className="utrecht-link" to="/voorstellen/$id" params={{ id: voorstel }} onClick={open}>
      {tekst}
    </Link>
  ) : (
    <Link className="utrecht-link" to="/toewijzingen" onClick={open}>
      {tekst}
    </Link>
  );
}
