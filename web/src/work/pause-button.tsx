import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Select, SelectOption, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { todayInRegion } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { CaseCourse } from '../http/answers';
import type { ProblemError } from '../http/problem-error';

type Reason = BodyOf<'/v1/voorstellen/{id}/pauzes'>['reden'];

const REASONS: readonly (readonly [code: Reason, words: string])[] = [
  ['ziekenhuis', 'Opname in een ziekenhuis of kliniek'],
  ['detentie', 'Detentie'],
  ['time-out', 'Time-out'],
  ['anders', 'Andere reden'],
];

/** Makes the term stand still, or run again where it does. */
export function PauseButton({ course }: { readonly course: CaseCourse }) {
  const [isOpen, setOpen] = useState(false);
  const running = course.pauzes.find(({ tot }) => tot === null);
  return (
    <>
      <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
        {running ? 'Pauze beëindigen …' : 'Termijn laten stilstaan …'}
      </Button>
      {isOpen ? <PauseDialog id={course.id} pauseId={running?.id ?? null} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface PauseDialogProps {
  readonly id: string;
  /** Null: no pause goes on, so one begins. */
  readonly pauseId: string | null;
  readonly onClose: () => void;
}

function PauseDialog({ id, pauseId, onClose }: PauseDialogProps) {
  const queries = useQueryClient();
  const [reason, setReason] = useState<Reason>('ziekenhuis');
  const [day, setDay] = useState(todayInRegion());
  const change = useMutation<unknown, ProblemError>({
    mutationFn: () =>
      pauseId === null
        ? apiPost('/v1/voorstellen/{id}/pauzes', { path: { id }, body: { reden: reason, vanaf: day } })
        : apiPost('/v1/voorstellen/{id}/pauzes/{pauze}/beeindigingen', {
            path: { id, pauze: pauseId },
            body: { tot: day },
          }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate();
  }

  return (
    <Dialog title={pauseId === null ? 'De termijn laten stilstaan' : 'De pauze beëindigen'} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {change.isError ? <ProblemNotice error={change.error} /> : null}
        {pauseId === null ? (
          <Field label="Reden" help="Alleen wie deze cliënt begeleidt of coördineert, ziet de reden.">
            {(control) => (
              <Select {...control} value={reason} onChange={(event) => setReason(event.target.value as Reason)}>
                {REASONS.map(([code, words]) => (
                  <SelectOption key={code} value={code}>
                    {words}
                  </SelectOption>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        <Field label={pauseId === null ? 'Eerste dag die niet meetelt' : 'Laatste dag die niet meetelt'}>
          {(control) => (
            <Textbox
              {...control}
              type="date"
              max={todayInRegion()}
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={change.isPending || day === ''}>
            {pauseId === null ? 'Laten stilstaan' : 'Beëindigen'}
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
