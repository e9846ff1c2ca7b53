import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { apiPost, type BodyOf } from '../http/api-client';
import { useSend } from '../http/use-send';
import { PANEL_KINDS, type PanelKind } from './panel-words';

/** Plans a meeting, and then shows it. */
export function PlanPanelDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [kind, setKind] = useState<PanelKind | ''>('');
  const [title, setTitle] = useState('');
  const [day, setDay] = useState('');
  const plan = useSend(
    (body: BodyOf<'/v1/veldtafels'>) => apiPost('/v1/veldtafels', { body }),
    ({ id }) => {
      onClose();
      void navigate({ to: '/veldtafels/$id', params: { id } });
    },
  );
  return (
    <FormDialog
      title="Bijeenkomst plannen"
      action="Plannen"
      isBusy={plan.isPending}
      problem={plan.error}
      onSend={() => {
        if (kind !== '' && typed(title) !== null && day !== '')
          plan.mutate({ soort: kind, titel: title.trim(), op: day });
      }}
      onClose={onClose}
    >
      <ChoiceField
        label="Soort"
        value={kind}
        choices={PANEL_KINDS}
        onChange={setKind}
        error={missing(kind, 'Kies een soort.')}
      />
      <LineField
        label="Titel"
        value={title}
        onChange={setTitle}
        error={missing(title, 'Geef de bijeenkomst een titel.')}
      />
      <DayField label="Dag" value={day} onChange={setDay} error={missing(day, 'Kies een datum.')} />
    </FormDialog>
  );
}
