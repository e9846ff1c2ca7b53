import { useState } from 'react';
import { WorkFacts } from '../contacts/work-facts';
import { FormDialog } from '../display/form-dialog';
import { DayField, NoteField } from '../display/form-fields';
import { typed } from '../display/form-values';
import { todayInRegion } from '../display/format';
import { Loaded } from '../display/loaded';
import { apiPost, type BodyOf } from '../http/api-client';
import type { RoleAssignment } from '../http/answers';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';
import { SuccessorField } from './successor-field';

const PATH = '/v1/roltoewijzingen/{id}/beeindigingen';

interface EndRoleDialogProps {
  readonly assignment: RoleAssignment;
  readonly about: string;
  readonly onClose: () => void;
}

/** Ends a role at once or on a day. Where there is work, somebody takes it over or it goes back to the organisation. */
export function EndRoleDialog({ assignment, about, onClose }: EndRoleDialogProps) {
  const work = useApi('/v1/roltoewijzingen/{id}/werk', { path: { id: assignment.id } });
  const [lastDay, setLastDay] = useState('');
  const [workTo, setWorkTo] = useState('');
  const [note, setNote] = useState('');
  const end = useSend((body: BodyOf<typeof PATH>) => apiPost(PATH, { path: { id: assignment.id }, body }), onClose);
  const hasWork = (work.data?.clienten ?? 0) > 0;
  const isDayWrong = lastDay !== '' && lastDay < todayInRegion();

  function send() {
    if (work.data === undefined || isDayWrong || (hasWork && workTo === '')) return;
    end.mutate({ laatsteDag: typed(lastDay), werkNaar: typed(workTo), toelichting: typed(note) });
  }

  return (
    <FormDialog
      title={`De rol ${about} beëindigen`}
      action="Rol beëindigen"
      isBusy={end.isPending || work.data === undefined}
      problem={end.error}
      onSend={send}
      onClose={onClose}
    >
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
                error={workTo === '' ? 'Kies wie het werk overneemt.' : null}
                onChange={setWorkTo}
              />
            </>
          ) : (
            <p>Deze persoon is in deze rol van geen enkele cliënt contactpersoon.</p>
          )
        }
      </Loaded>
      <DayField
        label="Laatste dag in deze rol"
        help="Laat dit leeg om de rol meteen te beëindigen. De persoon is dan direct afgemeld."
        value={lastDay}
        onChange={setLastDay}
        error={isDayWrong ? 'Kies vandaag of een latere dag.' : null}
      />
      <NoteField label="Toelichting (mag leeg blijven)" maxLength={1000} value={note} onChange={setNote} />
    </FormDialog>
  );
}
