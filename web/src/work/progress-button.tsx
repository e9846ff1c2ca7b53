import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, NoteField } from '../display/form-fields';
import { typed } from '../display/form-values';
import { todayInRegion } from '../display/format';
import { apiPost, type BodyOf } from '../http/api-client';
import { useSend } from '../http/use-send';

type Progress = BodyOf<'/v1/voorstellen/{id}/voortgang'>;

const REASONS: Readonly<Record<Progress['reden'], string>> = {
  loopt: 'Het loopt, er is meer tijd nodig',
  'wacht-op-stukken': 'Er ontbreken stukken',
  'wacht-op-woning': 'De woning is nog niet klaar',
  'wacht-op-begeleiding': 'De begeleiding is nog niet geregeld',
  'wacht-op-inkomen': 'Inkomen, bewind of uitkering is nog niet geregeld',
  'client-twijfelt': 'De cliënt twijfelt',
  onbereikbaar: 'De cliënt is niet te bereiken',
  anders: 'Anders, zie de toelichting',
};

/** Says how it goes with a case that waits. */
export function ProgressButton({ id }: { readonly id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
        Voortgang melden …
      </Button>
      {isOpen ? <ProgressDialog id={id} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ProgressDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [reason, setReason] = useState<Progress['reden']>('loopt');
  const [isInvolved, setInvolved] = useState<'ja' | 'nee'>('ja');
  const [lastSeen, setLastSeen] = useState('');
  const [note, setNote] = useState('');
  const noteMissing = reason === 'anders' && note.trim() === '';
  const report = useSend(
    () =>
      apiPost('/v1/voorstellen/{id}/voortgang', {
        path: { id },
        body: {
          betrokken: isInvolved === 'ja',
          reden: reason,
          laatstGezien: typed(lastSeen),
          toelichting: typed(note) ?? undefined,
        },
      }),
    onClose,
  );

  return (
    <FormDialog
      title="Hoe gaat het?"
      action="Melden"
      isBusy={report.isPending}
      problem={report.error}
      onSend={() => (noteMissing ? undefined : report.mutate())}
      onClose={onClose}
    >
      <ChoiceField
        label="Is er contact met de cliënt?"
        value={isInvolved}
        choices={{ ja: 'Ja', nee: 'Nee' }}
        onChange={setInvolved}
      />
      <ChoiceField label="Hoe staat het ervoor?" value={reason} choices={REASONS} onChange={setReason} />
      <DayField
        label="Laatst gezien op (mag leeg blijven)"
        max={todayInRegion()}
        value={lastSeen}
        onChange={setLastSeen}
      />
      <NoteField
        label={reason === 'anders' ? 'Toelichting (verplicht)' : 'Toelichting (mag leeg blijven)'}
        help="Schrijf niets over ziekte of gezondheid op."
        maxLength={500}
        value={note}
        onChange={setNote}
        error={noteMissing ? 'Schrijf kort op hoe het gaat.' : null}
      />
    </FormDialog>
  );
}
