import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField, NoteField } from '../display/form-fields';
import { typed } from '../display/form-values';
import { useDraft } from '../display/use-draft';
import type { Case } from '../http/answers';
import { useApi } from '../http/use-api';
import { CHANNELS } from './case-words';
import { type AnswerBody, type RefusalCode, useCaseStep } from './use-case-step';

interface AnswerDialogProps {
  readonly data: Case;
  readonly kind: 'accept' | 'refuse';
  readonly onClose: () => void;
}

interface Draft extends Record<'representative' | 'day' | 'evidence' | 'note', string> {
  readonly side: AnswerBody['door'] | '';
  readonly channel: AnswerBody['wijze'] | '';
  readonly reason: RefusalCode | '';
}

const SIDES = { client: 'De cliënt zelf', namens: 'Iemand namens de cliënt' } as const;

/** Writes down what the client answered: who said it, how, when, and where that can be found. */
export function AnswerDialog({ data, kind, onClose }: AnswerDialogProps) {
  const step = useCaseStep(data.voorstel, onClose);
  const reasons = useApi('/v1/afwijsredenen', { enabled: kind === 'refuse' });
  const { values, field, asked, isRight } = useDraft<Draft>({
    ...{ side: '', channel: '', reason: '', representative: '', day: '', evidence: '', note: '' },
  });
  const { side, channel, reason, day } = values;
  const isOnBehalf = side === 'namens';
  const choices = Object.fromEntries(
    (reasons.data?.items ?? []).filter(({ kant }) => kant === 'client').map(({ code, tekst }) => [code, tekst]),
  ) as Record<RefusalCode, string>;

  function sendIt() {
    if (side === '' || channel === '' || !isRight()) return;
    const told = {
      ...{ door: side, wijze: channel, op: day, versie: data.versie },
      namens: isOnBehalf ? values.representative.trim() : undefined,
      bewijs: typed(values.evidence) ?? undefined,
      toelichting: typed(values.note) ?? undefined,
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
          <ChoiceField label="Waarom niet" choices={choices} {...asked('reason', 'Kies een reden.')} />
        </>
      ) : null}
      <ChoiceField label="Wie antwoordt" choices={SIDES} {...asked('side', 'Kies wie antwoordt.')} />
      {isOnBehalf ? (
        <LineField label="Wie is dat" {...asked('representative', 'Schrijf op wie namens de cliënt antwoordt.')} />
      ) : null}
      <ChoiceField label="Hoe" choices={CHANNELS} {...asked('channel', 'Kies hoe.')} />
      <DayField label="Op welke dag" {...asked('day', 'Kies een datum.')} />
      <NoteField
        label={isOnBehalf ? 'Waar is het bewijs' : 'Waar is het bewijs (mag leeg blijven)'}
        help="Bijvoorbeeld: getekend formulier in het dossier van de aanbieder."
        {...(isOnBehalf ? asked('evidence', 'Schrijf op waar het bewijs is.') : field('evidence'))}
      />
      <NoteField label="Toelichting (mag leeg blijven)" {...field('note')} />
    </FormDialog>
  );
}
