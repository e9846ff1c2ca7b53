import { Link } from '@tanstack/react-router';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { formatDate } from '../display/format';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { NoteDialog } from '../display/note-dialog';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Client } from '../http/answers';
import { useSend } from '../http/use-send';
import { May } from '../session/may';
import { useMay } from '../session/session';

type Parking = BodyOf<'/v1/clienten/{id}/parkeringen'>;

const REASONS: Readonly<Record<Parking['reden'], string>> = {
  opname: 'Opname',
  detentie: 'Detentie',
  'eigen-verzoek': 'Op eigen verzoek',
  anders: 'Andere reden',
};

interface PauseDialogProps {
  readonly client: Client;
  readonly onClose: () => void;
}

/** Whether a client takes part in the rounds, and a pause where not. Shown where there is something to know or to do. */
export function PauseCard({ client }: { readonly client: Client }) {
  const [isOpen, setOpen] = useState(false);
  const mayPark = useMay()('client.park');
  const { pauze, status } = client;
  const isPaused = status.code === 'gepauzeerd';
  if (!isPaused && (status.code !== 'wachtend' || !mayPark)) return null;
  if (pauze?.reden?.code === 'overdracht') return <HandedOverCard />;
  const close = () => setOpen(false);
  return (
    <Card title="Meedoen in rondes">
      <div className="wp-stack wp-stack--tight">
        <p>
          {isPaused
            ? `Deze cliënt doet nu niet mee${pauze?.reden ? `: ${pauze.reden.naam.toLowerCase()}` : ''}. ${
                pauze?.tot
                  ? `De pauze duurt tot en met ${formatDate(pauze.tot)}.`
                  : 'Een wooncoördinator beëindigt de pauze.'
              }`
            : 'Deze cliënt doet mee in elke ronde.'}
        </p>
        {mayPark ? (
          <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
            {isPaused ? 'Weer laten meedoen …' : 'Tijd niet laten meedoen …'}
          </Button>
        ) : null}
      </div>
      {isOpen && isPaused ? <ResumeDialog client={client} onClose={close} /> : null}
      {isOpen && !isPaused ? <ParkDialog client={client} onClose={close} /> : null}
    </Card>
  );
}

/** Nobody ends this pause but by withdrawing the handover. */
function HandedOverCard() {
  return (
    <Card title="Meedoen in rondes">
      <div className="wp-stack wp-stack--tight">
        <p>Deze cliënt doet nu niet mee: de cliënt gaat over naar een andere gemeente.</p>
        <May permission="handover.read">
          <p>
            <Link className="utrecht-link" to="/warme-overdrachten" search={{ open: 'true' } as never}>
              Bekijk de warme overdrachten die lopen
            </Link>
          </p>
        </May>
      </div>
    </Card>
  );
}

function ResumeDialog({ client, onClose }: PauseDialogProps) {
  const resume = useSend(
    (toelichting: string) =>
      apiPost('/v1/clienten/{id}/parkeringen/beeindigingen', {
        path: { id: client.id },
        body: { toelichting, versie: client.versie },
      }),
    onClose,
  );
  return (
    <NoteDialog
      title={`${client.nummer} weer laten meedoen`}
      label="Waarom eindigt de pauze?"
      action="Laten meedoen"
      isBusy={resume.isPending}
      problem={resume.error}
      onSend={resume.mutate}
      onClose={onClose}
    >
      <p>De cliënt doet mee vanaf de volgende ronde.</p>
    </NoteDialog>
  );
}

function ParkDialog({ client, onClose }: PauseDialogProps) {
  const [reason, setReason] = useState<Parking['reden'] | ''>('');
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const park = useSend(
    (body: Parking) => apiPost('/v1/clienten/{id}/parkeringen', { path: { id: client.id }, body }),
    onClose,
  );

  function sendIt() {
    if (reason === '' || typed(note) === null) return;
    park.mutate({ reden: reason, tot: typed(until), toelichting: note.trim(), versie: client.versie });
  }

  return (
    <FormDialog
      title={`${client.nummer} een tijd niet laten meedoen`}
      action="Pauze beginnen"
      isBusy={park.isPending}
      problem={park.error}
      onSend={sendIt}
      onClose={onClose}
    >
      <p>De cliënt krijgt zolang geen voorstel, en houdt zijn plek in de rij.</p>
      <ChoiceField
        label="Reden"
        value={reason}
        choices={REASONS}
        onChange={setReason}
        error={missing(reason, 'Kies een reden.')}
      />
      <DayField
        label="Laatste dag van de pauze (mag leeg blijven)"
        help="Daarna doet de cliënt vanzelf weer mee."
        value={until}
        onChange={setUntil}
      />
      <NoteField
        label="Toelichting"
        value={note}
        onChange={setNote}
        error={missing(note, 'Schrijf een korte toelichting.')}
      />
    </FormDialog>
  );
}
