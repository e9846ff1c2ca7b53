import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import type { Case } from '../http/answers';
import { useApi } from '../http/use-api';
import { CHANNELS } from './case-words';
import { type AnswerBody, type RefusalCode, useCaseStep } from './use-case-step';

interface AnswerDialogProps {
  readonly data: Case;
  readonly kind: 'accept' | 'refuse';
  readonly onClose: () => void;
}

const SIDES = { client: 'De cliënt zelf', namens: 'Iemand namens de cliënt' } as const;

/** Writes down what the client answered: who said it, how, when, and where that can be found. */
export function AnswerDialog({ data, kind, onClose }: AnswerDialogProps) {
  const step = useCaseStep(data.voorstel, onClose);
  const reasons = useApi('/v1/afwijsredenen', { enabled: kind === 'refuse' });
  const [side, setSide] = useState<AnswerBody['door'] | ''>('');
  const [representative, setRepresentative] = useState('');
  const [channel, setChannel] = useState<AnswerBody['wijze'] | ''>('');
  const [day, setDay] = useState('');
  const [evidence, setEvidence] = useState('');
  const [reason, setReason] = useState<RefusalCode | ''>('');
  const [note, setNote] = useState('');
  const isOnBehalf = side === 'namens';
  const choices = Object.fromEntries(
    (reasons.data?.items ?? []).filter(({ kant }) => kant === 'client').map(({ code, tekst }) => [code, tekst]),
  ) as Record<RefusalCode, string>;

  function sendIt() {
    if (side === '' || channel === '' || day === '') return;
    if (isOnBehalf && (typed(representative) === null || typed(evidence) === null)) return;
    const told = {
      ...{ door: side, wijze: channel, op: day, versie: data.versie },
      namens: isOnBehalf ? representative.trim() : undefined,
      bewijs: typed(evidence) ?? undefined,
      toelichting: typed(note) ?? undefined,
    };
    if (kind === 'accept') step.mutate({ kind: 'answer', body: { antwoord: 'accepteren', ...told } });
    else if (reason !== '') step.mutate({ kind: 'answer', body: { antwoord: 'weigeren', redenCode: reason, ...told } });
  }

  return (
    <FormDialog
      title={kind === 'accept' ? 'De cliënt wil de woning' : 'De cliënt wil de woning niet'}
      action="Antwoord vastleggen"
      isBusy={step.isPending}
      problem={step.error}
      onSend={sendIt}
      onClose={onClose}
    >
      {kind === 'refuse' ? (
        <>
          <p>De eerste keer kost een weigering niets. De cliënt houdt zijn plek in de rij.</p>
          <ChoiceField
            label="Waarom niet"
            value={reason}
            choices={choices}
            onChange={setReason}
            error={missing(reason, 'Kies een reden.')}
          />
        </>
      ) : null}
      <ChoiceField
        label="Wie antwoordt"
        value={side}
        choices={SIDES}
        onChange={setSide}
        error={missing(side, 'Kies wie antwoordt.')}
      />
      {isOnBehalf ? (
        <LineField
          label="Wie is dat"
          value={representative}
          onChange={setRepresentative}
          error={missing(representative, 'Schrijf op wie namens de cliënt antwoordt.')}
        />
      ) : null}
      <ChoiceField
        label="Hoe"
        value={channel}
        choices={CHANNELS}
        onChange={setChannel}
        error={missing(channel, 'Kies hoe.')}
      />
      <DayField label="Op welke dag" value={day} onChange={setDay} error={missing(day, 'Kies een datum.')} />
      <NoteField
        label={isOnBehalf ? 'Waar is het bewijs' : 'Waar is het bewijs (mag leeg blijven)'}
        help="Bijvoorbeeld: getekend formulier in het dossier van de aanbieder."
        value={evidence}
        onChange={setEvidence}
        error={isOnBehalf ? missing(evidence, 'Schrijf op waar het bewijs is.') : null}
      />
      <NoteField label="Toelichting (mag leeg blijven)" value={note} onChange={setNote} />
    </FormDialog>
  );
}
