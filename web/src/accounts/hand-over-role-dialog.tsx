import { useState } from 'react';
import { WorkFacts } from '../contacts/work-facts';
import { FormDialog } from '../display/form-dialog';
import { Loaded } from '../display/loaded';
import { apiPost, type BodyOf } from '../http/api-client';
import type { RoleAssignment } from '../http/answers';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';
import { SuccessorField } from './successor-field';

const PATH = '/v1/roltoewijzingen/{id}/overdrachten';

interface HandOverRoleDialogProps {
  readonly assignment: RoleAssignment;
  readonly about: string;
  readonly onClose: () => void;
}

/** Gives all work of somebody who is away to a colleague; the role stays. */
export function HandOverRoleDialog({ assignment, about, onClose }: HandOverRoleDialogProps) {
  const work = useApi('/v1/roltoewijzingen/{id}/werk', { path: { id: assignment.id } });
  const [to, setTo] = useState('');
  const handOver = useSend(
    (body: BodyOf<typeof PATH>) => apiPost(PATH, { path: { id: assignment.id }, body }),
    onClose,
  );
  const count = work.data?.clienten ?? 0;
  return (
    <FormDialog
      title={`Het werk overdragen van de rol ${about}`}
      action="Overdragen"
      isBusy={handOver.isPending || count === 0}
      problem={handOver.error}
      onSend={() => (to === '' ? undefined : handOver.mutate({ naar: to, aantal: count, toelichting: null }))}
      onClose={onClose}
    >
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
                error={to === '' ? 'Kies wie het werk overneemt.' : null}
                onChange={setTo}
              />
            </>
          )
        }
      </Loaded>
    </FormDialog>
  );
}
