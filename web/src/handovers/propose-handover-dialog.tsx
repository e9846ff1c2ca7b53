import { useNavigate } from '@tanstack/react-router';
import { todayInRegion } from '../display/format';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField, NoteField } from '../display/form-fields';
import { missing } from '../display/form-values';
import { useDraft } from '../display/use-draft';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Client } from '../http/answers';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';

const PATH = '/v1/clienten/{id}/warmeoverdrachten';
const ELSEWHERE = 'elders';

interface ProposeHandoverDialogProps {
  readonly client: Client;
  /** The gemeente that took over before. */
  readonly responsible: string | undefined;
  readonly onClose: () => void;
}

/** Asks another gemeente to take over a client; then shows what was asked. */
export function ProposeHandoverDialog({ client, responsible, onClose }: ProposeHandoverDialogProps) {
  const navigate = useNavigate();
  const gemeenten = useApi('/v1/gemeenten', { query: { aantal: 100 } });
  const empty = { ...{ from: '', to: '', code: '', name: '', reason: '', agreed: '' }, consentHow: '' };
  const { values, field, asked, isRight } = useDraft({ ...empty, consentOn: todayInRegion() });
  const propose = useSend(
    (body: BodyOf<typeof PATH>) => apiPost(PATH, { path: { id: client.id }, body }),
    ({ id }) => {
      onClose();
      void navigate({ to: '/warme-overdrachten/$id', params: { id } });
    },
  );
  const known = gemeenten.data?.items ?? [];
  const names = Object.fromEntries(known.map(({ id, naam }) => [id, naam]));
  const usual = known.find(({ centrumgemeente }) => centrumgemeente);
  const own = (known.find(({ id }) => id === responsible) ?? usual)?.id ?? '';
  const sending = values.from === '' ? own : values.from;
  const isElsewhere = values.to === ELSEWHERE;

  function send() {
    if (!isRight()) return;
    const { to, code, name, reason, agreed, consentOn, consentHow } = values;
    propose.mutate({
      ...{ van: sending, naar: isElsewhere ? code.trim().toUpperCase() : to },
      ...{ naarNaam: isElsewhere ? name.trim() : null, reden: reason.trim(), afspraken: agreed.trim() },
      ...{ toestemmingOp: consentOn, toestemmingHoe: consentHow.trim() },
    });
  }

  return (
    <FormDialog
      title={`${client.nummer} overdragen aan een andere gemeente`}
      action="Overdracht vragen"
      isBusy={propose.isPending}
      problem={propose.error}
      onSend={send}
      onClose={onClose}
    >
      <p>Tot de andere gemeente ja zegt, blijft uw gemeente verantwoordelijk.</p>
      <ChoiceField
        label="Welke gemeente is nu verantwoordelijk?"
        choices={names}
        {...field('from', missing(sending, 'Kies een gemeente.'))}
        value={sending}
      />
      <ChoiceField
        label="Welke gemeente neemt over?"
        choices={{ ...names, [ELSEWHERE]: 'Een gemeente buiten de regio' }}
        {...asked('to', 'Kies een gemeente.')}
      />
      {isElsewhere ? (
        <>
          <LineField label="Naam van de gemeente" {...asked('name', 'Schrijf de naam op.')} />
          <LineField label="CBS-code" help="Bijvoorbeeld GM0014." {...asked('code', 'Schrijf de code op.')} />
        </>
      ) : null}
      <NoteField label="Waarom is daar de kans op herstel groter?" {...asked('reason', 'Schrijf op waarom.')} />
      <NoteField
        label="Wat is afgesproken over opvang en begeleiding tot dan?"
        {...asked('agreed', 'Schrijf de afspraken op.')}
      />
      <DayField label="Wanneer stemde de cliënt in?" {...asked('consentOn', 'Kies een datum.')} />
      <LineField
        label="Hoe stemde de cliënt in, en waar staat dat?"
        {...asked('consentHow', 'Schrijf op hoe de cliënt instemde.')}
      />
    </FormDialog>
  );
}
