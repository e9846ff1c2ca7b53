import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { LineField, NoteField } from '../display/form-fields';
import { useDraft } from '../display/use-draft';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Panel } from '../http/answers';
import { useSend } from '../http/use-send';

const PATH = '/v1/veldtafels/{id}/zaken';
type Need = BodyOf<typeof PATH>['delen'][number];

interface AddCaseDialogProps {
  readonly panel: Panel;
  readonly onClose: () => void;
}

/** Puts a client on the agenda, with only what the question needs. */
export function AddCaseDialog({ panel, onClose }: AddCaseDialogProps) {
  const { values, asked, isRight } = useDraft({ client: '', question: '' });
  const [shared, setShared] = useState<readonly Need[]>([]);
  const put = useSend((body: BodyOf<typeof PATH>) => apiPost(PATH, { path: { id: panel.id }, body }), onClose);
  const toggle = (need: Need) =>
    setShared(shared.includes(need) ? shared.filter((each) => each !== need) : [...shared, need]);

  const number = values.client.trim();
  // The server knows which number is of nobody; that is said at the field, for as long as it holds that number.
  const unknown = put.error?.faults.find(({ veld }) => veld === 'client');
  const isUnknown = unknown !== undefined && unknown.waarde === number;
  const isSaidAtField = unknown !== undefined && put.error?.faults.length === 1;
  const client = asked('client', 'Schrijf het nummer van de cliënt op.');

  function send() {
    if (!isRight()) return;
    put.mutate({ client: number, vraag: values.question.trim(), delen: [...shared] });
  }

  return (
    <FormDialog
      title="Zaak op de agenda zetten"
      action="Op de agenda zetten"
      isBusy={put.isPending}
      problem={isSaidAtField ? null : put.error}
      onSend={send}
      onClose={onClose}
    >
      <LineField
        label="Cliëntnummer"
        {...client}
        error={client.error ?? (isUnknown ? 'Er is geen cliënt met dit nummer en een open dossier.' : null)}
      />
      <NoteField
        label="Wat vraagt u aan de tafel?"
        help="Schrijf geen naam of adres op."
        {...asked('question', 'Schrijf uw vraag op.')}
      />
      {panel.teDelen.length === 0 ? null : (
        <fieldset className="wp-field">
          <legend>Wat moet de tafel weten?</legend>
          {panel.teDelen.map(({ code, naam }) => (
            <label key={code} className="wp-row">
              <input type="checkbox" checked={shared.includes(code)} onChange={() => toggle(code)} /> {naam}
            </label>
          ))}
        </fieldset>
      )}
    </FormDialog>
  );
}
