import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Select, Textarea, Textbox } from '@utrecht/component-library-react';
import { useId, useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { todayInRegion } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { ClientRequests } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { May } from '../session/may';
import { KIND_WORDS, type RequestKind } from './request-words';

const PATH = '/v1/clienten/{id}/verzoeken';

/** Records what a client asks about their own data. */
export function NewRequestButton({ id }: { readonly id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <May permission="client-request.handle">
      <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
        Verzoek vastleggen
      </Button>
      {isOpen ? <NewRequestDialog id={id} onClose={() => setOpen(false)} /> : null}
    </May>
  );
}

function NewRequestDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const checkbox = useId();
  const [kind, setKind] = useState<RequestKind | ''>('');
  const [received, setReceived] = useState(todayInRegion());
  const [asked, setAsked] = useState('');
  const [asksRestriction, setAsksRestriction] = useState(false);
  const [wasSent, setWasSent] = useState(false);
  const record = useMutation<ClientRequests, ProblemError, BodyOf<typeof PATH>>({
    mutationFn: (body) => apiPost(PATH, { path: { id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const faults = {
    kind: kind === '' ? 'Kies wat de cliënt vraagt.' : null,
    received: received === '' || received > todayInRegion() ? 'Kies een dag: vandaag of eerder.' : null,
    asked: asked.trim() === '' ? 'Schrijf op wat de cliënt vraagt.' : null,
  };
  const shown = (fault: string | null) => (wasSent ? fault : null);

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (kind === '' || Object.values(faults).some((fault) => fault !== null)) return;
    const vraagtBeperking = kind === 'correctie' && asksRestriction;
    record.mutate({ soort: kind, ontvangenOp: received, vraag: asked.trim(), vraagtBeperking });
  }

  return (
    <Dialog title="Verzoek van de cliënt vastleggen" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {record.isError ? <ProblemNotice error={record.error} /> : null}
        <Field label="Wat vraagt de cliënt?" error={shown(faults.kind)}>
          {(control) => (
            <Select {...control} value={kind} onChange={(event) => setKind(event.target.value as RequestKind | '')}>
              <option value="">Kies een soort verzoek</option>
              {Object.entries(KIND_WORDS).map(([code, words]) => (
                <option key={code} value={code}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label="Wanneer vroeg de cliënt dit?"
          help="Vanaf deze dag hebt u een maand om te antwoorden."
          error={shown(faults.received)}
        >
          {(control) => (
            <Textbox {...control} type="date" value={received} onChange={(event) => setReceived(event.target.value)} />
          )}
        </Field>
        <Field label="De vraag, in de woorden van de cliënt" error={shown(faults.asked)}>
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              maxLength={4000}
              value={asked}
              onChange={(event) => setAsked(event.target.value)}
            />
          )}
        </Field>
        {kind === 'correctie' ? (
          <p className="wp-row">
            <input
              id={checkbox}
              type="checkbox"
              checked={asksRestriction}
              onChange={(event) => setAsksRestriction(event.target.checked)}
            />
            <label htmlFor={checkbox}>De cliënt wil dat er tot het besluit niets met de gegevens gebeurt</label>
          </p>
        ) : null}
        {kind === 'bezwaar' || (kind === 'correctie' && asksRestriction) ? (
          <p className="wp-small">
            De verwerking is meteen beperkt. Dat blijft zo tot u over dit verzoek hebt besloten.
          </p>
        ) : null}
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={record.isPending}>
            Vastleggen
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
