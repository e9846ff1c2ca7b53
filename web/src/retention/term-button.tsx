import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Textarea, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { todayInRegion } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Retention } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { May } from '../session/may';

const PATH = '/v1/bewaartermijnen';
const SHORTEST_TEXT = 3;

interface TermProps {
  readonly retention: Retention;
}

/** Decides on another term for one kind of data, from a day on. */
export function TermButton({ retention }: TermProps) {
  const [isOpen, setOpen] = useState(false);
  const name = retention.categorie.naam.toLowerCase();
  return (
    <May permission="retention.set">
      <Button appearance="subtle-button" aria-label={`Termijn wijzigen: ${name}`} onClick={() => setOpen(true)}>
        Wijzigen
      </Button>
      {isOpen ? <TermDialog retention={retention} onClose={() => setOpen(false)} /> : null}
    </May>
  );
}

function TermDialog({ retention, onClose }: TermProps & { readonly onClose: () => void }) {
  const { categorie, minimum, termijn } = retention;
  const queries = useQueryClient();
  const [months, setMonths] = useState(String(termijn?.maanden ?? minimum?.maanden ?? 12));
  const [from, setFrom] = useState(todayInRegion());
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const change = useMutation<unknown, ProblemError, BodyOf<typeof PATH>>({
    mutationFn: (body) => apiPost(PATH, { body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const shortest = minimum?.maanden ?? 1;
  const isNumber = /^\d{1,4}$/.test(months) && Number(months) >= shortest;
  const faults = {
    months: isNumber ? null : `Geef een aantal maanden van ${shortest} of meer.`,
    from: from === '' ? 'Kies een datum.' : null,
    source: source.trim().length < SHORTEST_TEXT ? 'Noem het besluit, de wet of de norm.' : null,
    reason: reason.trim().length < SHORTEST_TEXT ? 'Schrijf in een paar woorden op waarom.' : null,
  };
  const shown = (fault: string | null) => (wasSent ? fault : null);

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (Object.values(faults).some((fault) => fault !== null)) return;
    change.mutate({
      categorie: categorie.code,
      maanden: Number(months),
      geldtVanaf: from,
      bron: source.trim(),
      reden: reason.trim(),
    });
  }

  return (
    <Dialog title={`Bewaartermijn: ${categorie.naam.toLowerCase()}`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {change.isError ? <ProblemNotice error={change.error} /> : null}
        <Field
          label="Aantal maanden"
          help={
            minimum
              ? `Minstens ${minimum.maanden}: ${minimum.artikel}.`
              : 'De wet noemt geen termijn: uw regio beslist.'
          }
          error={shown(faults.months)}
        >
          {(control) => (
            <Textbox
              {...control}
              inputMode="numeric"
              value={months}
              onChange={(event) => setMonths(event.target.value)}
            />
          )}
        </Field>
        <Field label="Geldt vanaf" error={shown(faults.from)}>
          {(control) => (
            <Textbox {...control} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <Field label="Besluit, wet of norm" error={shown(faults.source)}>
          {(control) => (
            <Textbox {...control} maxLength={300} value={source} onChange={(event) => setSource(event.target.value)} />
          )}
        </Field>
        <Field label="Reden" error={shown(faults.reason)}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={change.isPending}>
            Vaststellen
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
