import { Button } from '@utrecht/component-library-react';
import { useId, useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, NoteField } from '../display/form-fields';
import { todayInRegion } from '../display/format';
import { useDraft } from '../display/use-draft';
import { apiPost, type BodyOf } from '../http/api-client';
import { useSend } from '../http/use-send';
import { May } from '../session/may';
import { KIND_WORDS, type RequestKind } from './request-words';

const PATH = '/v1/clienten/{id}/verzoeken';

type Draft = Record<'received' | 'question', string> & { readonly kind: RequestKind | '' };

/** Records what a client asks about their own data. */
export function NewRequestButton({ id }: { readonly id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <May permission="client-request.handle">
      <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
        Verzoek vastleggen
      </Button>
      {isOpen ? <NewRequestDialog id={id} onClose={() => setOpen(false)} /> : null}
    </May>
  );
}

function NewRequestDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const checkbox = useId();
  const today = todayInRegion();
  const { values, field, asked, isRight } = useDraft<Draft>({ kind: '', received: today, question: '' });
  const { kind, received } = values;
  const [asksRestriction, setAsksRestriction] = useState(false);
  const record = useSend((body: BodyOf<typeof PATH>) => apiPost(PATH, { path: { id }, body }), onClose);

  function send() {
    if (kind === '' || !isRight()) return;
    const vraagtBeperking = kind === 'correctie' && asksRestriction;
    record.mutate({ soort: kind, ontvangenOp: received, vraag: values.question.trim(), vraagtBeperking });
  }

  return (
    <FormDialog
      title="Verzoek van de cliënt vastleggen"
      action="Vastleggen"
      isBusy={record.isPending}
      problem={record.error}
      onSend={send}
      onClose={onClose}
    >
      <ChoiceField
        label="Wat vraagt de cliënt?"
        choices={KIND_WORDS}
        {...asked('kind', 'Kies wat de cliënt vraagt.')}
      />
      <DayField
        label="Wanneer vroeg de cliënt dit?"
        help="Vanaf deze dag hebt u een maand om te antwoorden."
        {...field('received', received === '' || received > today ? 'Kies een dag: vandaag of eerder.' : null)}
      />
      <NoteField
        label="De vraag, in de woorden van de cliënt"
        rows={4}
        maxLength={4000}
        {...asked('question', 'Schrijf op wat de cliënt vraagt.')}
      />
      {kind === 'correctie' ? (
        <p className="wp-row">
          <input
            id={checkbox}
            type="checkbox"
            checked={asksRestriction}
            onChange={(event) => setAsksRestriction(event.target.checked)}
          />
          <label htmlFor={checkbox}>De cliënt wil dat er tot het besluit niets met de gegevens gebeurt</label>
        </p>
      ) : null}
      {kind === 'bezwaar' || (kind === 'correctie' && asksRestriction) ? (
        <p className="wp-small">De verwerking is meteen beperkt. Dat blijft zo tot u over dit verzoek hebt besloten.</p>
      ) : null}
    </FormDialog>
  );
}
