import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { WorkFacts } from '../contacts/work-facts';
import { Dialog } from '../display/dialog';
import { Loaded } from '../display/loaded';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { RoleAssignment } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { useApi } from '../http/use-api';
import { SuccessorField } from './successor-field';

const PATH = '/v1/roltoewijzingen/{id}/overdrachten';
type Body = BodyOf<typeof PATH>;

interface HandOverRoleDialogProps {
  readonly assignment: RoleAssignment;
  readonly about: string;
  readonly onClose: () => void;
}

/** Gives all work of somebody who is away to a colleague; the role stays. */
export function HandOverRoleDialog({ assignment, about, onClose }: HandOverRoleDialogProps) {
  const queries = useQueryClient();
  const work = useApi('/v1/roltoewijzingen/{id}/werk', { path: { id: assignment.id } });
  const [to, setTo] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const handOver = useMutation<unknown, ProblemError, Body>({
    mutationFn: (body) => apiPost(PATH, { path: { id: assignment.id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const count = work.data?.clienten ?? 0;

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (to !== '') handOver.mutate({ naar: to, aantal: count, toelichting: null });
  }

  return (
    <Dialog title={`Het werk overdragen van de rol ${about}`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {handOver.isError ? <ProblemNotice error={handOver.error} /> : null}
        <Loaded query={work} loading="Het werk wordt geteld">
          {(data) =>
            count === 0 ? (
              <p>Deze persoon is in deze rol van geen enkele cliënt contactpersoon.</p>
            ) : (
              <>
                <p>{assignment.persoon.naam} houdt de rol. Dit gaat over:</p>
                <WorkFacts work={data} />
                <SuccessorField
                  assignment={assignment}
                  value={to}
                  error={wasSent && to === '' ? 'Kies wie het werk overneemt.' : null}
                  onChange={setTo}
                />
              </>
            )
          }
        </Loaded>
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={handOver.isPending || count === 0}>
            Overdragen
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
