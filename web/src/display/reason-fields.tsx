import { Select } from '@utrecht/component-library-react';
import type { RejectionReason } from '../http/answers';
import { Field } from './field';
import { NoteField } from './form-fields';

type Side = RejectionReason['kant'];

const SIDES: readonly { readonly side: Side; readonly label: string }[] = [
  { side: 'client', label: 'Van de cliënt' },
  { side: 'verhuurder', label: 'Van de verhuurder' },
  { side: 'regio', label: 'Van de regio' },
];

/** What the choice means for later rounds, before it is made. */
function consequence(reason: RejectionReason): string {
  if (reason.blokkade === 'geen') return 'Dit voorstel kan in een volgende ronde terugkomen.';
  if (reason.blokkade === 'dagen')
    return `Deze cliënt krijgt deze woonplek ${reason.blokkadeDagen} dagen niet opnieuw voorgesteld.`;
  return 'Deze cliënt krijgt deze woonplek niet opnieuw voorgesteld, totdat iemand dat opheft.';
}

export interface ReasonValue {
  readonly code: string;
  readonly note: string;
}

interface ReasonFieldsProps {
  readonly reasons: readonly RejectionReason[];
  /** Whose reasons may be chosen. */
  readonly sides: readonly Side[];
  readonly value: ReasonValue;
  readonly onChange: (value: ReasonValue) => void;
}

/** What is still wrong with a reason; null: it can be sent. */
export function reasonFault(reasons: readonly RejectionReason[], { code, note }: ReasonValue): 'code' | 'note' | null {
  const reason = reasons.find((each) => each.code === code);
  if (!reason) return 'code';
  return reason.toelichtingVerplicht && note.trim().length < SHORTEST ? 'note' : null;
}

const SHORTEST = 3;

/** A reason from the list with a note, which some reasons ask for. */
export function ReasonFields({ reasons, sides, value, onChange }: ReasonFieldsProps) {
  const reason = reasons.find((each) => each.code === value.code);
  const fault = reasonFault(reasons, value);
  const groups = SIDES.filter(({ side }) => sides.includes(side));
  return (
    <>
      <Field
        label="Reden"
        help={reason ? consequence(reason) : 'Kies wat het best past.'}
        error={fault === 'code' ? 'Kies een reden.' : null}
      >
        {(control) => (
          <Select
            {...control}
            value={value.code}
            onChange={(event) => onChange({ ...value, code: event.target.value })}
          >
            <option value="">Kies een reden</option>
            {groups.map(({ side, label }) => (
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
      <NoteField
        label={reason?.toelichtingVerplicht ? 'Toelichting (verplicht)' : 'Toelichting (mag leeg blijven)'}
        help="Schrijf niets over ziekte of gezondheid op."
        rows={3}
        maxLength={1500}
        value={value.note}
        onChange={(note) => onChange({ ...value, note })}
        error={fault === 'note' ? 'Schrijf kort op wat de reden is.' : null}
      />
    </>
  );
}
