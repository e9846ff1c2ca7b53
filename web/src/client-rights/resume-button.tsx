import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { DayField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { todayInRegion } from '../display/format';
import { apiPost } from '../http/api-client';
import { useSend } from '../http/use-send';
import { May } from '../session/may';

/** Shown while an objection that was granted keeps the client out of rounds. */
export function ResumeButton({ clientId }: { readonly clientId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="wp-stack wp-stack--tight">
      <p>De cliënt staat op pauze na een bezwaar, en doet niet mee met een ronde.</p>
      <May permission="client-request.handle">
        <div>
          <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
            Weer mee laten doen …
          </Button>
        </div>
        {isOpen ? <ResumeDialog clientId={clientId} onClose={() => setOpen(false)} /> : null}
      </May>
    </div>
  );
}

function ResumeDialog({ clientId, onClose }: { readonly clientId: string; readonly onClose: () => void }) {
  const [agreed, setAgreed] = useState('');
  const [reason, setReason] = useState('');
  const resume = useSend(
    () =>
      apiPost('/v1/clienten/{id}/hervattingen', {
        path: { id: clientId },
        body: { clientAkkoordOp: agreed, reden: reason.trim() },
      }),
    onClose,
  );
  const isDayWrong = agreed === '' || agreed > todayInRegion();

  function send() {
    if (typed(reason) !== null && !isDayWrong) resume.mutate();
  }

  return (
    <FormDialog
      title="Weer mee laten doen"
      action="Weer mee laten doen"
      isBusy={resume.isPending}
      problem={resume.error}
      onSend={send}
      onClose={onClose}
    >
      <p>
        Dit kan alleen als de cliënt het zelf wil. Staat er verder niets in de weg, dan doet de cliënt weer mee met
        nieuwe rondes.
      </p>
      <DayField
        label="Wanneer ging de cliënt akkoord?"
        value={agreed}
        onChange={setAgreed}
        error={isDayWrong ? 'Kies een dag: vandaag of eerder.' : null}
      />
      <NoteField
        label="Reden"
        rows={3}
        maxLength={4000}
        value={reason}
        onChange={setReason}
        error={missing(reason, 'Schrijf op waarom.')}
      />
    </FormDialog>
  );
}
