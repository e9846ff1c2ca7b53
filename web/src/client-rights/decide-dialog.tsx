import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, NoteField } from '../display/form-fields';
import { isRight, missing, typed } from '../display/form-values';
import { todayInRegion } from '../display/format';
import { apiPost, type BodyOf } from '../http/api-client';
import type { ClientRequest } from '../http/answers';
import { useSend } from '../http/use-send';
import { GROUND_WORDS, type Ground, STEP_HELP, STEP_WORDS, type Step } from './request-words';

const PATH = '/v1/clienten/{id}/verzoeken/{verzoek}/besluiten';
type Decision = BodyOf<typeof PATH>;

interface DecideDialogProps {
  readonly clientId: string;
  readonly request: ClientRequest;
  /** Whether the data are not used because of this request: the client hears first that this ends. */
  readonly restricts: boolean;
  readonly onClose: () => void;
}

/** Grants or refuses a request, extends its term, or records that the client takes it back. */
export function DecideDialog({ clientId, request, restricts, onClose }: DecideDialogProps) {
  const [step, setStep] = useState<Step | ''>('');
  const [words, setWords] = useState('');
  const [ground, setGround] = useState<Ground | ''>('');
  const [told, setTold] = useState('');
  const decide = useSend(
    (body: Decision) => apiPost(PATH, { path: { id: clientId, verzoek: request.id }, body }),
    onClose,
  );
  const settles = step === 'inwilligen' || step === 'afwijzen';
  const asksGround = step === 'inwilligen' && request.soort.code === 'beperking';
  const asksTold = settles && restricts;
  const steps = Object.fromEntries(request.toegestaneActies.map((each) => [each, STEP_WORDS[each]])) as Record<
    Step,
    string
  >;
  const faults = {
    step: missing(step, 'Kies wat u doet.'),
    words: step !== 'intrekken' && words.trim() === '' ? 'Schrijf op wat de cliënt te horen krijgt.' : null,
    ground: asksGround && ground === '' ? 'Kies waarom de verwerking wordt beperkt.' : null,
    told: asksTold && (told === '' || told > todayInRegion()) ? 'Kies een dag: vandaag of eerder.' : null,
  };

  function send() {
    if (step === '' || !isRight(faults)) return;
    const { versie } = request;
    const text = words.trim();
    const clientGeinformeerdOp = asksTold ? told : undefined;
    if (step === 'verlengen') decide.mutate({ besluit: step, reden: text, versie });
    else if (step === 'intrekken') decide.mutate({ besluit: step, antwoord: typed(words) ?? undefined, versie });
    else if (step === 'afwijzen') decide.mutate({ besluit: step, antwoord: text, clientGeinformeerdOp, versie });
    else {
      const grond = asksGround && ground !== '' ? ground : undefined;
      decide.mutate({ besluit: step, antwoord: text, grond, clientGeinformeerdOp, versie });
    }
  }

  return (
    <FormDialog
      title={`${request.soort.naam} afhandelen`}
      action="Vastleggen"
      isBusy={decide.isPending}
      problem={decide.error}
      onSend={send}
      onClose={onClose}
    >
      <ChoiceField
        label="Wat doet u?"
        help={step === '' ? undefined : STEP_HELP[step]}
        value={step}
        choices={steps}
        onChange={setStep}
        error={faults.step}
      />
      {asksGround ? (
        <ChoiceField
          label="Waarom wordt de verwerking beperkt?"
          value={ground}
          choices={GROUND_WORDS}
          onChange={setGround}
          error={faults.ground}
        />
      ) : null}
      <NoteField
        label={step === 'verlengen' ? 'Reden' : step === 'intrekken' ? 'Toelichting (mag leeg blijven)' : 'Antwoord'}
        rows={4}
        maxLength={4000}
        value={words}
        onChange={setWords}
        error={faults.words}
      />
      {asksTold ? (
        <DayField
          label="Wanneer hoorde de cliënt dat de beperking eindigt?"
          help="De cliënt moet dit weten voordat de gegevens weer worden gebruikt."
          value={told}
          onChange={setTold}
          error={faults.told}
        />
      ) : null}
    </FormDialog>
  );
}
