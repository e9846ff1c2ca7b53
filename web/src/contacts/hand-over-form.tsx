import { Button, Select, Textarea } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Card } from '../display/card';
import { Field } from '../display/field';
import { typed } from '../display/form-values';
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
  const [wasSent, setWasSent] = useState(false);
  const handOver = useSend(
    (body: BodyOf<'/v1/overdrachten'>) => apiPost('/v1/overdrachten', { body }),
    ({ overgedragen, naar }) => onDone(overgedragen, naar.naam),
  );
  const others = (colleagues.data?.items ?? []).filter(({ uzelf }) => !uzelf);
  const number = chosen?.length ?? count;

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
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
      <form className="wp-stack" onSubmit={submit} noValidate>
        {handOver.isError ? <ProblemNotice error={handOver.error} /> : null}
        <Field label="Aan wie?" error={wasSent && to === '' ? 'Kies een collega.' : null}>
          {(control) => (
            <Select {...control} value={to} onChange={(event) => setTo(event.target.value)}>
              <option value="">Kies een collega</option>
              {others.map(({ id, naam }) => (
                <option key={id} value={id}>
                  {naam}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ClientChoice
          count={count}
          chosen={chosen}
          onChoose={setChosen}
          error={wasSent && number === 0 ? 'Kies minstens één cliënt.' : null}
        />
        <Field
          label="Toelichting voor de collega (mag leeg blijven)"
          help="Dit komt in het dossier. De cliënt kan het lezen."
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" appearance="primary-action-button" disabled={handOver.isPending}>
            {countOf(number, 'cliënt', 'cliënten')} overdragen
          </Button>
        </div>
      </form>
    </Card>
  );
}
