import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField } from '../display/form-fields';
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
      isComplete={kind !== '' && title.trim() !== '' && day !== ''}
      isBusy={plan.isPending}
      problem={plan.error}
      onSend={() => {
        if (kind !== '') plan.mutate({ soort: kind, titel: title.trim(), op: day });
      }}
      onClose={onClose}
    >
      {(wasSent) => (
        <>
          <ChoiceField
            label="Soort"
            value={kind}
            choices={PANEL_KINDS}
            onChange={setKind}
            missing={wasSent ? 'Kies een soort.' : null}
          />
          <LineField
            label="Titel"
            value={title}
            onChange={setTitle}
            missing={wasSent ? 'Geef de bijeenkomst een titel.' : null}
          />
          <DayField label="Dag" value={day} onChange={setDay} missing={wasSent ? 'Kies een datum.' : null} />
        </>
      )}
    </FormDialog>
  );
}
