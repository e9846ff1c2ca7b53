import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import type { Tenancy } from '../http/answers';
import { END_REASONS, PROGRESS, STEP_HELP, STEP_LABELS, type StepName, TIME_OUT_REASONS } from './tenancy-words';
import { type TenancyStep, useTenancyStep } from './use-tenancy-step';

interface TenancyStepDialogProps {
  readonly tenancy: Tenancy;
  readonly step: StepName;
  readonly onClose: () => void;
}

/** Steps that ask to be explained. */
const NOTE_ASKED: readonly StepName[] = ['notitie', 'terugval', 'afsluiten', 'doorstromen'];
const AGAIN = { ja: 'Ja, de cliënt wacht weer op een woonplek', nee: 'Nee' } as const;

/** Asks what a step of a tenancy needs to be written down. */
export function TenancyStepDialog({ tenancy, step, onClose }: TenancyStepDialogProps) {
  const taking = useTenancyStep(tenancy.id, onClose);
  const [day, setDay] = useState('');
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const [signed, setSigned] = useState('');
  const [progress, setProgress] = useState<keyof typeof PROGRESS | ''>('');
  const [reason, setReason] = useState<keyof typeof TIME_OUT_REASONS | ''>('');
  const [end, setEnd] = useState<keyof typeof END_REASONS | ''>('');
  const [again, setAgain] = useState<keyof typeof AGAIN | ''>('');
  const isNoteAsked = NOTE_ASKED.includes(step);

  function request(): TenancyStep | null {
    if (day === '' || (isNoteAsked && typed(note) === null)) return null;
    const seen = { op: day, versie: tenancy.versie };
    const toelichting = note.trim();
    const optional = { toelichting: typed(note) ?? undefined, ...seen };
    switch (step) {
      case 'notitie':
        return progress === ''
          ? null
          : { kind: 'follow', body: { stap: step, voortgang: progress, toelichting, ...seen } };
      case 'time-out':
        return reason === ''
          ? null
          : { kind: 'follow', body: { stap: step, reden: reason, tot: typed(until) ?? undefined, ...optional } };
      case 'hervatten':
        return { kind: 'follow', body: { stap: step, ...optional } };
      case 'terugval':
        return { kind: 'follow', body: { stap: step, toelichting, ...seen } };
      case 'afsluiten':
      case 'doorstromen':
        return { kind: 'change', body: { stap: step, toelichting, ...seen } };
      case 'omklappen':
        return signed.trim() === ''
          ? null
          : { kind: 'change', body: { stap: step, bevestigdDoor: signed.trim(), ...optional } };
      case 'beeindigen':
        return end === '' || again === ''
          ? null
          : { kind: 'change', body: { stap: step, reden: end, zoektWeer: again === 'ja', ...optional } };
    }
  }

  const wanted = request();
  return (
    <FormDialog
      title={STEP_LABELS[step]}
      action="Vastleggen"
      isBusy={taking.isPending}
      problem={taking.error}
      onSend={() => wanted && taking.mutate(wanted)}
      onClose={onClose}
    >
      <p>{STEP_HELP[step]}</p>
      {step === 'notitie' ? (
        <ChoiceField
          label="Hoe gaat het"
          value={progress}
          choices={PROGRESS}
          onChange={setProgress}
          error={missing(progress, 'Kies hoe het gaat.')}
        />
      ) : null}
      {step === 'time-out' ? (
        <>
          <ChoiceField
            label="Reden"
            value={reason}
            choices={TIME_OUT_REASONS}
            onChange={setReason}
            error={missing(reason, 'Kies een reden.')}
          />
          <DayField label="Verwacht tot en met (mag leeg blijven)" value={until} onChange={setUntil} />
        </>
      ) : null}
      {step === 'omklappen' ? (
        <LineField
          label="Wie tekende namens de verhuurder"
          value={signed}
          onChange={setSigned}
          error={missing(signed, 'Schrijf op wie tekende.')}
        />
      ) : null}
      {step === 'beeindigen' ? (
        <>
          <ChoiceField
            label="Reden"
            value={end}
            choices={END_REASONS}
            onChange={setEnd}
            error={missing(end, 'Kies een reden.')}
          />
          <ChoiceField
            label="Zoekt de cliënt weer een woonplek"
            value={again}
            choices={AGAIN}
            onChange={setAgain}
            error={missing(again, 'Kies ja of nee.')}
          />
        </>
      ) : null}
      <DayField
        label={step === 'beeindigen' ? 'Laatste dag' : 'Op welke dag'}
        value={day}
        onChange={setDay}
        error={missing(day, 'Kies een datum.')}
      />
      <NoteField
        label={isNoteAsked ? 'Toelichting' : 'Toelichting (mag leeg blijven)'}
        value={note}
        onChange={setNote}
        error={isNoteAsked ? missing(note, 'Schrijf een korte toelichting.') : null}
      />
    </FormDialog>
  );
}
