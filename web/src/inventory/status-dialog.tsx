import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Select, Textarea, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { ProblemNotice } from '../display/problem-notice';
import { todayInRegion } from '../display/format';
import { apiPost, type BodyOf } from '../http/api-client';
import type { HomeDetail } from '../http/answers';
import type { ProblemError } from '../http/problem-error';

interface StatusDialogProps {
  readonly home: HomeDetail;
  readonly onClose: () => void;
  readonly onRefresh: () => void;
}

const SHORTEST_REASON = 3;

export function StatusDialog({ home, onClose, onRefresh }: StatusDialogProps) {
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState(todayInRegion());
  const [until, setUntil] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const change = useMutation<unknown, ProblemError, BodyOf<'/v1/wooneenheden/{id}/statuswijzigingen'>>({
    mutationFn: (body) => apiPost('/v1/wooneenheden/{id}/statuswijzigingen', { path: { id: home.id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const chosen = home.mogelijkeStatussen.find((each) => each.code === code);
  const reasonMissing = chosen?.redenNodig === true && reason.trim().length < SHORTEST_REASON;
  const endsBeforeStart = until !== '' && until < from;

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (!chosen || reasonMissing || from === '' || endsBeforeStart) return;
    change.mutate({
      status: chosen.code,
      reden: reason.trim() === '' ? undefined : reason.trim(),
      vanaf: from,
      tot: chosen.totMogelijk && until !== '' ? until : undefined,
      versie: home.versie,
    });
  }

  return (
    <Dialog title={`Status van ${home.naam} wijzigen`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {change.isError ? (
          <ProblemNotice error={change.error} retryLabel="Ververs deze woonplek" onRetry={onRefresh} />
        ) : null}
        <Field label="Nieuwe status" error={wasSent && !chosen ? 'Kies een status.' : null}>
          {(control) => (
            <Select {...control} value={code} onChange={(event) => setCode(event.target.value)}>
              <option value="">Kies een status</option>
              {home.mogelijkeStatussen.map((each) => (
                <option key={each.code} value={each.code}>
                  {each.naam}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label={chosen?.redenNodig ? 'Reden (verplicht)' : 'Reden (mag leeg blijven)'}
          error={wasSent && reasonMissing ? 'Schrijf kort op wat de reden is.' : null}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field label="Vanaf" error={wasSent && from === '' ? 'Kies een datum.' : null}>
          {(control) => (
            <Textbox {...control} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        {chosen?.totMogelijk ? (
          <Field
            label="Tot en met (mag leeg blijven)"
            error={wasSent && endsBeforeStart ? 'De laatste dag ligt voor de eerste.' : null}
          >
            {(control) => (
              <Textbox {...control} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
            )}
          </Field>
        ) : null}
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={change.isPending}>
            Status wijzigen
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
