import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Textarea, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { todayInRegion } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';
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
  const queries = useQueryClient();
  const [agreed, setAgreed] = useState('');
  const [reason, setReason] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const resume = useMutation<unknown, ProblemError>({
    mutationFn: () =>
      apiPost('/v1/clienten/{id}/hervattingen', {
        path: { id: clientId },
        body: { clientAkkoordOp: agreed, reden: reason.trim() },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const isDayWrong = agreed === '' || agreed > todayInRegion();

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (reason.trim() !== '' && !isDayWrong) resume.mutate();
  }

  return (
    <Dialog title="Weer mee laten doen" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {resume.isError ? <ProblemNotice error={resume.error} /> : null}
        <p>Dit kan alleen als de cliënt het zelf wil. De cliënt doet daarna weer mee met nieuwe rondes.</p>
        <Field
          label="Wanneer ging de cliënt akkoord?"
          error={wasSent && isDayWrong ? 'Kies een dag: vandaag of eerder.' : null}
        >
          {(control) => (
            <Textbox {...control} type="date" value={agreed} onChange={(event) => setAgreed(event.target.value)} />
          )}
        </Field>
        <Field label="Reden" error={wasSent && reason.trim() === '' ? 'Schrijf op waarom.' : null}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={4000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={resume.isPending}>
            Weer mee laten doen
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
