import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, ButtonGroup } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Dialog } from '../display/dialog';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type AnswerOf } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';
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
  const queries = useQueryClient();
  // Named when the question is put: pressing twice, or again after a lost connection, gives the same round.
  const [slot, setSlot] = useState<string | null>(null);
  const start = useMutation<AnswerOf<'/v1/matchrondes', 'post'>, ProblemError>({
    mutationFn: () => apiPost('/v1/matchrondes', { body: { regio: region.id, tijdvak: slot ?? undefined } }),
    onSuccess: async (run) => {
      setSlot(null);
      await queries.invalidateQueries();
      await navigate({ to: '/rondes/$id', params: { id: run.id } });
    },
  });
  return (
    <>
      <Button appearance="primary-action-button" onClick={() => setSlot(`met-de-hand:${new Date().toISOString()}`)}>
        Nieuwe ronde
      </Button>
      {slot !== null ? (
        <Dialog title="Nieuwe ronde starten?" onClose={() => setSlot(null)}>
          <p>
            Woonplek rekent opnieuw met de gegevens van nu. Voorstellen die nog niet beoordeeld zijn, vervallen en maken
            plaats voor nieuwe. Wat u hebt goedgekeurd of afgewezen, blijft zo.
          </p>
          {start.isError ? <ProblemNotice error={start.error} /> : null}
          <ButtonGroup>
            <Button appearance="primary-action-button" disabled={start.isPending} onClick={() => start.mutate()}>
              {start.isPending ? 'Bezig …' : 'Ronde starten'}
            </Button>
            <Button appearance="secondary-action-button" onClick={() => setSlot(null)}>
              Annuleren
            </Button>
          </ButtonGroup>
        </Dialog>
      ) : null}
    </>
  );
}
