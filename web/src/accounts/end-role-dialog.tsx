import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Textarea, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { WorkFacts } from '../contacts/work-facts';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { todayInRegion } from '../display/format';
import { Loaded } from '../display/loaded';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { RoleAssignment } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { useApi } from '../http/use-api';
import { SuccessorField } from './successor-field';

const PATH = '/v1/roltoewijzingen/{id}/beeindigingen';
type Body = BodyOf<typeof PATH>;

interface EndRoleDialogProps {
  readonly assignment: RoleAssignment;
  readonly about: string;
  readonly onClose: () => void;
}

/** Ends a role at once or on a day. Where there is work, somebody takes it over or it goes back to the organisation. */
export function EndRoleDialog({ assignment, about, onClose }: EndRoleDialogProps) {
  const queries = useQueryClient();
  const work = useApi('/v1/roltoewijzingen/{id}/werk', { path: { id: assignment.id } });
  const [lastDay, setLastDay] = useState('');
  const [workTo, setWorkTo] = useState('');
  const [note, setNote] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const end = useMutation<unknown, ProblemError, Body>({
    mutationFn: (body) => apiPost(PATH, { path: { id: assignment.id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const hasWork = (work.data?.clienten ?? 0) > 0;
  const isDayWrong = lastDay !== '' && lastDay < todayInRegion();

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (work.data === undefined || isDayWrong || (hasWork && workTo === '')) return;
    end.mutate({
      laatsteDag: lastDay === '' ? null : lastDay,
      werkNaar: workTo === '' ? null : workTo,
      toelichting: note.trim() === '' ? null : note.trim(),
    });
  }

  return (
    <Dialog title={`De rol ${about} beëindigen`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {end.isError ? <ProblemNotice error={end.error} /> : null}
        <Loaded query={work} loading="Het werk wordt geteld">
          {(data) =>
            hasWork ? (
              <>
                <p>In deze rol heeft {assignment.persoon.naam} nu:</p>
                <WorkFacts work={data} />
                <SuccessorField
                  mayGoBack
                  assignment={assignment}
                  value={workTo}
                  error={wasSent && workTo === '' ? 'Kies wie het werk overneemt.' : null}
                  onChange={setWorkTo}
                />
              </>
            ) : (
              <p>Deze persoon is in deze rol van geen enkele cliënt contactpersoon.</p>
            )
          }
        </Loaded>
        <Field
          label="Laatste dag in deze rol"
          help="Laat dit leeg om de rol meteen te beëindigen. De persoon is dan direct afgemeld."
          error={wasSent && isDayWrong ? 'Kies vandaag of een latere dag.' : null}
        >
          {(control) => (
            <Textbox {...control} type="date" value={lastDay} onChange={(event) => setLastDay(event.target.value)} />
          )}
        </Field>
        <Field label="Toelichting (mag leeg blijven)">
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={end.isPending || work.data === undefined}>
            Rol beëindigen
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
