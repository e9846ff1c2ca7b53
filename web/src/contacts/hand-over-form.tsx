import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { CheckedForm } from '../display/checked-form';
import { ChoiceField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { countOf } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';
import { ClientChoice } from './client-choice';

interface HandOverFormProps {
  /** How many clients the reader saw that there are. */
  readonly count: number;
  readonly onDone: (count: number, to: string) => void;
}

/** To whom, which clients, and a note for the colleague. */
export function HandOverForm({ count, onDone }: HandOverFormProps) {
  const colleagues = useApi('/v1/collegas');
  const [to, setTo] = useState('');
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [note, setNote] = useState('');
  const handOver = useSend(
    (body: BodyOf<'/v1/overdrachten'>) => apiPost('/v1/overdrachten', { body }),
    ({ overgedragen, naar }) => onDone(overgedragen, naar.naam),
  );
  const others = (colleagues.data?.items ?? []).filter(({ uzelf }) => !uzelf);
  const number = chosen?.length ?? count;

  function send() {
    if (to === '' || number === 0) return;
    const clienten = chosen === null ? null : [...chosen];
    handOver.mutate({ naar: to, clienten, aantal: number, toelichting: typed(note) });
  }

  if (colleagues.data !== undefined && others.length === 0) {
    return (
      <p>Er is nu niemand anders met uw rol in uw organisatie. Vraag de beheerder om een collega de rol te geven.</p>
    );
  }
  return (
    <Card title="Overdragen">
      <CheckedForm className="wp-stack" onSend={send}>
        {handOver.isError ? <ProblemNotice error={handOver.error} /> : null}
        <ChoiceField
          label="Aan wie?"
          value={to}
          choices={Object.fromEntries(others.map(({ id, naam }) => [id, naam]))}
          onChange={setTo}
          error={missing(to, 'Kies een collega.')}
        />
        <ClientChoice
          count={count}
          chosen={chosen}
          onChoose={setChosen}
          error={number === 0 ? 'Kies minstens één cliënt.' : null}
        />
        <NoteField
          label="Toelichting voor de collega (mag leeg blijven)"
          help="Dit komt in het dossier. De cliënt kan het lezen."
          maxLength={1000}
          value={note}
          onChange={setNote}
        />
        <div>
          <Button type="submit" appearance="primary-action-button" disabled={handOver.isPending}>
            {countOf(number, 'cliënt', 'cliënten')} overdragen
          </Button>
        </div>
      </CheckedForm>
    </Card>
  );
}
