import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Select, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { todayInRegion } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Organisation } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { useApi } from '../http/use-api';
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
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const [organisation, setOrganisation] = useState('');
  const [from, setFrom] = useState(todayInRegion());
  const [until, setUntil] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const kind = role === '' ? undefined : KIND_OF[role];
  const organisations = useApi('/v1/organisaties', {
    query: { soort: kind, aantal: 100, sorteer: 'naam' },
    enabled: kind !== undefined,
  });
  const grant = useMutation<unknown, ProblemError, BodyOf<'/v1/roltoewijzingen'>>({
    mutationFn: (body) => apiPost('/v1/roltoewijzingen', { body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const choices = kind === undefined || organisations.isPlaceholderData ? [] : (organisations.data?.items ?? []);
  const only = choices.length === 1 ? choices[0]!.id : '';
  const chosen = organisation === '' ? only : organisation;
  const faults = {
    name: name.trim() === '' ? 'Schrijf de naam van deze persoon op.' : null,
    email: EMAIL.test(email.trim()) ? null : 'Geef een e-mailadres, zoals naam@voorbeeld.nl.',
    role: role === '' ? 'Kies een rol.' : null,
    organisation: chosen === '' ? 'Kies een organisatie.' : null,
    from: from === '' ? 'Kies een datum.' : null,
    until: until !== '' && until < from ? 'De laatste dag ligt voor de eerste.' : null,
  };
  const shown = (fault: string | null) => (wasSent ? fault : null);

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (role === '' || Object.values(faults).some((fault) => fault !== null)) return;
    grant.mutate({
      naam: name.trim(),
      email: email.trim(),
      rol: role,
      organisatie: chosen,
      vanaf: from,
      tot: until === '' ? null : until,
    });
  }

  return (
    <Dialog title="Een rol geven" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {grant.isError ? <ProblemNotice error={grant.error} /> : null}
        <Field label="Naam" help="Van één persoon, niet van een afdeling." error={shown(faults.name)}>
          {(control) => <Textbox {...control} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field
          label="E-mailadres"
          help="Het adres waarmee deze persoon zich aanmeldt. Een rol erbij? Geef hetzelfde adres."
          error={shown(faults.email)}
        >
          {(control) => (
            <Textbox {...control} type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
          )}
        </Field>
        <Field label="Rol" error={shown(faults.role)}>
          {(control) => (
            <Select
              {...control}
              value={role}
              onChange={(event) => {
                setRole(event.target.value as Role | '');
                setOrganisation('');
              }}
            >
              <option value="">Kies een rol</option>
              {ROLE_WORDS.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {kind === undefined ? null : (
          <Field label="Organisatie" error={shown(faults.organisation)}>
            {(control) => (
              <Select {...control} value={chosen} onChange={(event) => setOrganisation(event.target.value)}>
                <option value="">Kies een organisatie</option>
                {choices.map(({ id, naam }) => (
                  <option key={id} value={id}>
                    {naam}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field label="Vanaf" error={shown(faults.from)}>
          {(control) => (
            <Textbox {...control} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <Field label="Tot en met (mag leeg blijven)" error={shown(faults.until)}>
          {(control) => (
            <Textbox {...control} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          )}
        </Field>
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={grant.isPending}>
            Rol geven
          </Button>
          <Button appearance="subtle-button" type="button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
