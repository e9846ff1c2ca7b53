import { Textbox } from '@utrecht/component-library-react';
import { Card } from '../display/card';
import { Field } from '../display/field';
import type { BodyOf } from '../http/api-client';
import type { Client } from '../http/answers';

type Member = Client['leden'][number];
type CorrectedMember = NonNullable<BodyOf<'/v1/clienten/{id}/correcties'>['leden']>[number];
type MemberField = 'voornaam' | 'achternaam' | 'geboortedatum';
/** What was typed, by `id field`. */
export type MemberValues = Readonly<Record<string, string>>;

const LABELS: Readonly<Record<MemberField, string>> = {
  voornaam: 'Voornaam',
  achternaam: 'Achternaam',
  geboortedatum: 'Geboortedatum',
};
const FIELDS = Object.keys(LABELS) as MemberField[];

interface MemberFieldsProps {
  readonly members: readonly Member[];
  readonly values: MemberValues;
  readonly faultOf: (place: number, name: MemberField) => string | null;
  readonly onChange: (values: MemberValues) => void;
}

/** Names and birth dates of the household. */
export function MemberFields({ members, values, faultOf, onChange }: MemberFieldsProps) {
  return (
    <Card title="Huishouden">
      <div className="wp-stack">
        {members.map((member, place) => (
          <fieldset key={member.id} className="wp-fieldset wp-stack">
            <legend>{member.rol.naam}</legend>
            {FIELDS.map((name) => (
              <Field key={name} label={LABELS[name]} error={faultOf(place, name)}>
                {(control) => (
                  <Textbox
                    {...control}
                    type={name === 'geboortedatum' ? 'date' : 'text'}
                    autoComplete="off"
                    maxLength={100}
                    value={values[`${member.id} ${name}`] ?? member[name] ?? ''}
                    onChange={(event) => onChange({ ...values, [`${member.id} ${name}`]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </fieldset>
        ))}
      </div>
    </Card>
  );
}

/** The members of whom something was changed, with that alone. */
export function changedMembers(members: readonly Member[], values: MemberValues): CorrectedMember[] {
  return members.flatMap((member) => {
    const changed = FIELDS.flatMap((name) => {
      const value = values[`${member.id} ${name}`]?.trim();
      return value === undefined || value === '' || value === member[name] ? [] : [[name, value] as const];
    });
    return changed.length === 0 ? [] : [{ id: member.id, ...Object.fromEntries(changed) }];
  });
}
