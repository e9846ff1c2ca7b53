import { useNavigate } from '@tanstack/react-router';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { apiPost } from '../http/api-client';
import { useSend } from '../http/use-send';
import { useRegion } from '../layout/region';
import { May } from '../session/may';

/** Starts a round after saying what it does, and goes to its page, where the progress is. */
export function NewRun() {
  return (
    <May permission="run.request">
      <NewRunButton />
    </May>
  );
}

function NewRunButton() {
  const region = useRegion();
  const navigate = useNavigate();
  // Named when the question is put: pressing twice, or again after a lost connection, gives the same round.
  const [slot, setSlot] = useState<string | null>(null);
  const start = useSend(
    () => apiPost('/v1/matchrondes', { body: { regio: region.id, tijdvak: slot ?? undefined } }),
    (run) => {
      setSlot(null);
      return navigate({ to: '/rondes/$id', params: { id: run.id } });
    },
  );
  return (
    <>
      <Button appearance="primary-action-button" onClick={() => setSlot(`met-de-hand:${new Date().toISOString()}`)}>
        Nieuwe ronde
      </Button>
      {slot !== null ? (
        <FormDialog
          title="Nieuwe ronde starten?"
          action={start.isPending ? 'Bezig …' : 'Ronde starten'}
          isBusy={start.isPending}
          problem={start.error}
          onSend={start.mutate}
          onClose={() => setSlot(null)}
        >
          <p>
            Woonplek rekent opnieuw met de gegevens van nu. Voorstellen die nog niet beoordeeld zijn, vervallen en maken
            plaats voor nieuwe. Wat u hebt goedgekeurd of afgewezen, blijft zo.
          </p>
        </FormDialog>
      ) : null}
    </>
  );
}
