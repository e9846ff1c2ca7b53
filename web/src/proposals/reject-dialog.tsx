import { Button, ButtonGroup, Select, Textarea } from '@utrecht/component-library-react';
import { useRef, useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { Loaded } from '../display/loaded';
import type { RejectionReason } from '../http/answers';
import { useApi } from '../http/use-api';
import type { RejectionCode } from './use-review';

interface RejectDialogProps {
  readonly reference: string;
  readonly home: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onReject: (reasonCode: RejectionCode, note: string | undefined) => void;
}

const SIDES: readonly { readonly side: RejectionReason['kant']; readonly label: string }[] = [
  { side: 'client', label: 'Van de cliënt' },
  { side: 'verhuurder', label: 'Van de verhuurder' },
  { side: 'regio', label: 'Van de regio' },
];

/** What the choice means for later rounds, before it is made. */
function consequence(reason: RejectionReason): string {
  if (reason.blokkade === 'geen') return 'Dit voorstel kan in een volgende ronde terugkomen.';
  if (reason.blokkade === 'dagen') {
    return `Deze cliënt krijgt deze woonplek ${reason.blokkadeDagen} dagen niet opnieuw voorgesteld.`;
  }
  return 'Deze cliënt krijgt deze woonplek niet opnieuw voorgesteld, totdat u dit besluit ongedaan maakt.';
}

export function RejectDialog({ reference, home, busy, onCancel, onReject }: RejectDialogProps) {
  const reasons = useApi('/v1/afwijsredenen', {});
  return (
    <Dialog title={`${reference} voor ${home} afwijzen`} onClose={onCancel}>
      <Loaded query={reasons} loading="De redenen worden geladen">
        {(data) => <RejectForm reasons={data.items} busy={busy} onCancel={onCancel} onReject={onReject} />}
      </Loaded>
    </Dialog>
  );
}

interface RejectFormProps {
  readonly reasons: readonly RejectionReason[];
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onReject: (reasonCode: RejectionCode, note: string | undefined) => void;
}

function RejectForm({ reasons, busy, onCancel, onReject }: RejectFormProps) {
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const reason = reasons.find((each) => each.code === code);
  const noteNeeded = reason?.toelichtingVerplicht ?? false;
  const noteMissing = noteNeeded && note.trim() === '';

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (!reason) select.current?.focus();
    else if (noteMissing) textarea.current?.focus();
    else onReject(reason.code, note.trim() === '' ? undefined : note.trim());
  }

  return (
    <form onSubmit={submit} noValidate>
      <Field
        label="Reden"
        help={reason ? consequence(reason) : 'Kies wat het best past.'}
        error={wasSent && !reason ? 'Kies een reden.' : null}
      >
        {(control) => (
          <Select {...control} ref={select} value={code} onChange={(event) => setCode(event.target.value)}>
            <option value="">Kies een reden</option>
            {SIDES.map(({ side, label }) => (
              <optgroup key={side} label={label}>
                {reasons
                  .filter((each) => each.kant === side)
                  .map((each) => (
                    <option key={each.code} value={each.code}>
                      {each.tekst}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={noteNeeded ? 'Toelichting (verplicht)' : 'Toelichting (mag leeg blijven)'}
        help="Schrijf niets over ziekte of gezondheid op."
        error={wasSent && noteMissing ? 'Schrijf kort op wat de reden is.' : null}
      >
        {(control) => (
          <Textarea
            {...control}
            ref={textarea}
            rows={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <ButtonGroup>
        <Button type="submit" appearance="primary-action-button" hint="danger" disabled={busy}>
          Voorstel afwijzen
        </Button>
        <Button type="button" appearance="secondary-action-button" onClick={onCancel}>
          Annuleren
        </Button>
      </ButtonGroup>
    </form>
  );
}
