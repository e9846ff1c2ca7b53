import { useNavigate } from '@tanstack/react-router';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField } from '../display/form-fields';
import { useDraft } from '../display/use-draft';
import { apiPost, type BodyOf } from '../http/api-client';
import { useSend } from '../http/use-send';
import { PANEL_KINDS, type PanelKind } from './panel-words';

type Draft = Record<'title' | 'day', string> & { readonly kind: PanelKind | '' };

/** Plans a meeting, and then shows it. */
export function PlanPanelDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const { values, asked, isRight } = useDraft<Draft>({ kind: '', title: '', day: '' });
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
        const { kind, title, day } = values;
        if (kind !== '' && isRight()) plan.mutate({ soort: kind, titel: title.trim(), op: day });
      }}
      onClose={onClose}
    >
      <ChoiceField label="Soort" choices={PANEL_KINDS} {...asked('kind', 'Kies een soort.')} />
      <LineField label="Titel" {...asked('title', 'Geef de bijeenkomst een titel.')} />
      <DayField label="Dag" {...asked('day', 'Kies een datum.')} />
    </FormDialog>
  );
}
