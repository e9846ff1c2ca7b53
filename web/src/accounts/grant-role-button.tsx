import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { todayInRegion } from '../display/format';
import { useDraft } from '../display/use-draft';
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
type Draft = Record<'name' | 'email' | 'organisation' | 'from' | 'until', string> & { readonly role: Role | '' };
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
  const { values, field, asked, change, isRight } = useDraft<Draft>({
    ...{ name: '', email: '', role: '', organisation: '', from: todayInRegion(), until: '' },
  });
  const { role, organisation, from, until } = values;
  const kind = role === '' ? undefined : KIND_OF[role];
  const organisations = useApi('/v1/organisaties', {
    query: { soort: kind, aantal: 100, sorteer: 'naam' },
    enabled: kind !== undefined,
  });
  const grant = useSend((body: BodyOf<'/v1/roltoewijzingen'>) => apiPost('/v1/roltoewijzingen', { body }), onClose);
  const choices = kind === undefined || organisations.isPlaceholderData ? [] : (organisations.data?.items ?? []);
  const only = choices.length === 1 ? choices[0]!.id : '';
  const chosen = organisation === '' ? only : organisation;

  function send() {
    if (role === '' || !isRight()) return;
    const who = { naam: values.name.trim(), email: values.email.trim(), rol: role, organisatie: chosen };
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
        {...asked('name', 'Schrijf de naam van deze persoon op.')}
      />
      <LineField
        label="E-mailadres"
        help="Het adres waarmee deze persoon zich aanmeldt. Een rol erbij? Geef hetzelfde adres."
        type="email"
        {...field('email', EMAIL.test(values.email.trim()) ? null : 'Geef een e-mailadres, zoals naam@voorbeeld.nl.')}
      />
      <ChoiceField
        label="Rol"
        choices={Object.fromEntries(ROLE_WORDS) as Record<Role, string>}
        {...asked('role', 'Kies een rol.')}
        onChange={(each) => change({ role: each, organisation: '' })}
      />
      {kind === undefined ? null : (
        <ChoiceField
          label="Organisatie"
          choices={Object.fromEntries(choices.map(({ id, naam }) => [id, naam]))}
          {...field('organisation', missing(chosen, 'Kies een organisatie.'))}
          value={chosen}
        />
      )}
      <DayField label="Vanaf" {...asked('from', 'Kies een datum.')} />
      <DayField
        label="Tot en met (mag leeg blijven)"
        {...field('until', until !== '' && until < from ? 'De laatste dag ligt voor de eerste.' : null)}
      />
    </FormDialog>
  );
}
