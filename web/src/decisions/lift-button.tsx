import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Textarea } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost } from '../http/api-client';
import type { PairDecision } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { May } from '../session/may';

/** Ends a decision that still holds, after asking why. */
export function LiftButton(props: { readonly decision: PairDecision }) {
  return (
    <May permission="pair-decision.take">
      <AllowedButton {...props} />
    </May>
  );
}

function AllowedButton({ decision }: { readonly decision: PairDecision }) {
  const [open, setOpen] = useState(false);
  const about = `${decision.soort.naam.toLowerCase()} van ${decision.client.nummer} en ${decision.wooneenheid.naam}`;
  return (
    <>
      <Button appearance="subtle-button" aria-label={`Hef de ${about} op`} onClick={() => setOpen(true)}>
        Opheffen
      </Button>
      {open ? <LiftDialog decision={decision} about={about} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface LiftDialogProps {
  readonly decision: PairDecision;
  readonly about: string;
  readonly onClose: () => void;
}

function LiftDialog({ decision, about, onClose }: LiftDialogProps) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const lift = useMutation<unknown, ProblemError>({
    mutationFn: () =>
      apiPost('/v1/paarbesluiten/{id}/opheffingen', { path: { id: decision.id }, body: { toelichting: note.trim() } }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (note.trim() !== '') lift.mutate();
  }

  return (
    <Dialog title={`De ${about} opheffen`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {lift.isError ? <ProblemNotice error={lift.error} /> : null}
        <Field label="Toelichting" error={wasSent && note.trim() === '' ? 'Schrijf op waarom u dit opheft.' : null}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={lift.isPending}>
            Opheffen
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
