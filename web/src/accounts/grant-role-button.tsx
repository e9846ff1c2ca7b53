import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField } from '../display/form-fields';
import { isRight, missing, typed } from '../display/form-values';
import { todayInRegion } from '../display/format';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Organisation } from '../http/answers';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';
import { May } from '../session/may';
import { ROLE_WORDS } from '../session/role-words';

type Role = BodyOf<'/v1/roltoewijzingen'>['rol'];

/** For which kind of organisation somebody holds a role. */
const KIND_OF: Readonly<Record<Role, Organisation['soort']>> = {
  coordinator: 'regio',
  corporatie: 'corporatie',
  aanbieder: 'aanbieder',
  gemeente: 'gemeente',
  wijkregisseur: 'gemeente',
  veldtafel: 'regio',
  auditor: 'regio',
  beheerder: 'regio',
};
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** Gives one person a role for one organisation. */
export function GrantRoleButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <May permission="role-assignment.grant">
      <div>
        <Button appearance="primary-action-button" onClick={() => setOpen(true)}>
          Rol geven
        </Button>
      </div>
      {isOpen ? <GrantRoleDialog onClose={() => setOpen(false)} /> : null}
    </May>
  );
}

function GrantRoleDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const [organisation, setOrganisation] = useState('');
  const [from, setFrom] = useState(todayInRegion());
  const [until, setUntil] = useState('');
  const kind = role === '' ? undefined : KIND_OF[role];
  const organisations = useApi('/v1/organisaties', {
    query: { soort: kind, aantal: 100, sorteer: 'naam' },
    enabled: kind !== undefined,
  });
  const grant = useSend((body: BodyOf<'/v1/roltoewijzingen'>) => apiPost('/v1/roltoewijzingen', { body }), onClose);
  const choices = kind === undefined || organisations.isPlaceholderData ? [] : (organisations.data?.items ?? []);
  const only = choices.length === 1 ? choices[0]!.id : '';
  const chosen = organisation === '' ? only : organisation;
  const faults = {
    name: missing(name, 'Schrijf de naam van deze persoon op.'),
    email: EMAIL.test(email.trim()) ? null : 'Geef een e-mailadres, zoals naam@voorbeeld.nl.',
    role: missing(role, 'Kies een rol.'),
    organisation: missing(chosen, 'Kies een organisatie.'),
    from: missing(from, 'Kies een datum.'),
    until: until !== '' && until < from ? 'De laatste dag ligt voor de eerste.' : null,
  };

  function send() {
    if (role === '' || !isRight(faults)) return;
    const who = { naam: name.trim(), email: email.trim(), rol: role, organisatie: chosen };
    grant.mutate({ ...who, vanaf: from, tot: typed(until) });
  }

  return (
    <FormDialog
      title="Een rol geven"
      action="Rol geven"
      isBusy={grant.isPending}
      problem={grant.error}
      onSend={send}
      onClose={onClose}
    >
      <LineField
        label="Naam"
        help="Van één persoon, niet van een afdeling."
        value={name}
        onChange={setName}
        error={faults.name}
      />
      <LineField
        label="E-mailadres"
        help="Het adres waarmee deze persoon zich aanmeldt. Een rol erbij? Geef hetzelfde adres."
        type="email"
        value={email}
        onChange={setEmail}
        error={faults.email}
      />
      <ChoiceField
        label="Rol"
        value={role}
        choices={Object.fromEntries(ROLE_WORDS) as Record<Role, string>}
        onChange={(each) => {
          setRole(each);
          setOrganisation('');
        }}
        error={faults.role}
      />
      {kind === undefined ? null : (
        <ChoiceField
          label="Organisatie"
          value={chosen}
          choices={Object.fromEntries(choices.map(({ id, naam }) => [id, naam]))}
          onChange={setOrganisation}
          error={faults.organisation}
        />
      )}
      <DayField label="Vanaf" value={from} onChange={setFrom} error={faults.from} />
      <DayField label="Tot en met (mag leeg blijven)" value={until} onChange={setUntil} error={faults.until} />
    </FormDialog>
  );
}
