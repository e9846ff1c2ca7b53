import { Select } from '@utrecht/component-library-react';
import { Field } from '../display/field';
import type { RoleAssignment } from '../http/answers';
import { useApi } from '../http/use-api';

interface SuccessorFieldProps {
  readonly assignment: RoleAssignment;
  readonly value: string;
  readonly error: string | null;
  /** Whether the work may also go to nobody. */
  readonly mayGoBack?: boolean;
  readonly onChange: (value: string) => void;
}

/** Who takes the work over: somebody with the same role in the same organisation, or nobody for now. */
export function SuccessorField({ assignment, value, error, mayGoBack = false, onChange }: SuccessorFieldProps) {
  const { rol, organisatie, persoon } = assignment;
  const holders = useApi('/v1/roltoewijzingen', {
    query: { rol, organisatie: organisatie.id, status: 'geldig', sorteer: 'naam', aantal: 100 },
  });
  const colleagues = new Map((holders.data?.items ?? []).map((each) => [each.persoon.id, each.persoon.naam]));
  colleagues.delete(persoon.id);
  return (
    <Field
      label="Wie neemt het werk over?"
      help={
        mayGoBack ? 'Terug naar de organisatie: de cliënten staan dan op de lijst zonder contactpersoon.' : undefined
      }
      error={error}
    >
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">Maak een keuze</option>
          {[...colleagues].map(([id, naam]) => (
            <option key={id} value={id}>
              {naam}
            </option>
          ))}
          {mayGoBack ? <option value="organisatie">Terug naar de organisatie</option> : null}
        </Select>
      )}
    </Field>
  );
}
