import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { DayField, LineField, NoteField } from '../display/form-fields';
import { isRight, missing } from '../display/form-values';
import { todayInRegion } from '../display/format';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Retention } from '../http/answers';
import { useSend } from '../http/use-send';
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
  const [months, setMonths] = useState(String(termijn?.maanden ?? minimum?.maanden ?? 12));
  const [from, setFrom] = useState(todayInRegion());
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const change = useSend((body: BodyOf<typeof PATH>) => apiPost(PATH, { body }), onClose);
  const shortest = minimum?.maanden ?? 1;
  const isNumber = /^\d{1,4}$/.test(months) && Number(months) >= shortest;
  const faults = {
    months: isNumber ? null : `Geef een aantal maanden van ${shortest} of meer.`,
    from: missing(from, 'Kies een datum.'),
    source: source.trim().length < SHORTEST_TEXT ? 'Noem het besluit, de wet of de norm.' : null,
    reason: reason.trim().length < SHORTEST_TEXT ? 'Schrijf in een paar woorden op waarom.' : null,
  };

  function send() {
    if (!isRight(faults)) return;
    const why = { bron: source.trim(), reden: reason.trim() };
    change.mutate({ categorie: categorie.code, maanden: Number(months), geldtVanaf: from, ...why });
  }

  return (
    <FormDialog
      title={`Bewaartermijn: ${categorie.naam.toLowerCase()}`}
      action="Vaststellen"
      isBusy={change.isPending}
      problem={change.error}
      onSend={send}
      onClose={onClose}
    >
      <LineField
        label="Aantal maanden"
        help={
          minimum ? `Minstens ${minimum.maanden}: ${minimum.artikel}.` : 'De wet noemt geen termijn: uw regio beslist.'
        }
        inputMode="numeric"
        value={months}
        onChange={setMonths}
        error={faults.months}
      />
      <DayField label="Geldt vanaf" value={from} onChange={setFrom} error={faults.from} />
      <LineField
        label="Besluit, wet of norm"
        maxLength={300}
        value={source}
        onChange={setSource}
        error={faults.source}
      />
      <NoteField label="Reden" maxLength={500} value={reason} onChange={setReason} error={faults.reason} />
    </FormDialog>
  );
}
