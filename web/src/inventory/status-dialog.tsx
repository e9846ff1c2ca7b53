import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { todayInRegion } from '../display/format';
import { apiPost, type BodyOf } from '../http/api-client';
import type { HomeDetail } from '../http/answers';
import { useSend } from '../http/use-send';

interface StatusDialogProps {
  readonly home: HomeDetail;
  readonly onClose: () => void;
  readonly onRefresh: () => void;
}

const SHORTEST_REASON = 3;

export function StatusDialog({ home, onClose, onRefresh }: StatusDialogProps) {
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState(todayInRegion());
  const [until, setUntil] = useState('');
  const change = useSend(
    (body: BodyOf<'/v1/wooneenheden/{id}/statuswijzigingen'>) =>
      apiPost('/v1/wooneenheden/{id}/statuswijzigingen', { path: { id: home.id }, body }),
    onClose,
  );
  const chosen = home.mogelijkeStatussen.find((each) => each.code === code);
  const reasonMissing = chosen?.redenNodig === true && reason.trim().length < SHORTEST_REASON;
  const endsBeforeStart = until !== '' && until < from;

  function send() {
    if (!chosen || reasonMissing || from === '' || endsBeforeStart) return;
    change.mutate({
      status: chosen.code,
      reden: typed(reason) ?? undefined,
      vanaf: from,
      tot: chosen.totMogelijk && until !== '' ? until : undefined,
      versie: home.versie,
    });
  }

  return (
    <FormDialog
      title={`Status van ${home.naam} wijzigen`}
      action="Status wijzigen"
      isBusy={change.isPending}
      problem={change.error}
      refresh={{ label: 'Ververs deze woonplek', onRefresh }}
      onSend={send}
      onClose={onClose}
    >
      <ChoiceField
        label="Nieuwe status"
        value={code}
        choices={Object.fromEntries(home.mogelijkeStatussen.map((each) => [each.code, each.naam]))}
        onChange={setCode}
        error={missing(code, 'Kies een status.')}
      />
      <NoteField
        label={chosen?.redenNodig ? 'Reden (verplicht)' : 'Reden (mag leeg blijven)'}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={reasonMissing ? 'Schrijf kort op wat de reden is.' : null}
      />
      <DayField label="Vanaf" value={from} onChange={setFrom} error={missing(from, 'Kies een datum.')} />
      {chosen?.totMogelijk ? (
        <DayField
          label="Tot en met (mag leeg blijven)"
          value={until}
          onChange={setUntil}
          error={endsBeforeStart ? 'De laatste dag ligt voor de eerste.' : null}
        />
      ) : null}
    </FormDialog>
  );
}
