import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Select, Textarea, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { todayInRegion } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { ClientRequest, ClientRequests } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
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
  const queries = useQueryClient();
  const [step, setStep] = useState<Step | ''>('');
  const [words, setWords] = useState('');
  const [ground, setGround] = useState<Ground | ''>('');
  const [told, setTold] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const decide = useMutation<ClientRequests, ProblemError, Decision>({
    mutationFn: (body) => apiPost(PATH, { path: { id: clientId, verzoek: request.id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const settles = step === 'inwilligen' || step === 'afwijzen';
  const asksGround = step === 'inwilligen' && request.soort.code === 'beperking';
  const asksTold = settles && restricts;
  const faults = {
    step: step === '' ? 'Kies wat u doet.' : null,
    words: step !== 'intrekken' && words.trim() === '' ? 'Schrijf op wat de cliënt te horen krijgt.' : null,
    ground: asksGround && ground === '' ? 'Kies waarom de verwerking wordt beperkt.' : null,
    told: asksTold && (told === '' || told > todayInRegion()) ? 'Kies een dag: vandaag of eerder.' : null,
  };
  const shown = (fault: string | null) => (wasSent ? fault : null);

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (step === '' || Object.values(faults).some((fault) => fault !== null)) return;
    const { versie } = request;
    const text = words.trim();
    const clientGeinformeerdOp = asksTold ? told : undefined;
    if (step === 'verlengen') decide.mutate({ besluit: step, reden: text, versie });
    else if (step === 'intrekken') decide.mutate({ besluit: step, antwoord: text === '' ? undefined : text, versie });
    else if (step === 'afwijzen') decide.mutate({ besluit: step, antwoord: text, clientGeinformeerdOp, versie });
    else {
      const grond = asksGround && ground !== '' ? ground : undefined;
      decide.mutate({ besluit: step, antwoord: text, grond, clientGeinformeerdOp, versie });
    }
  }

  return (
    <Dialog title={`${request.soort.naam} afhandelen`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {decide.isError ? <ProblemNotice error={decide.error} /> : null}
        <Field label="Wat doet u?" help={step === '' ? undefined : STEP_HELP[step]} error={shown(faults.step)}>
          {(control) => (
            <Select {...control} value={step} onChange={(event) => setStep(event.target.value as Step | '')}>
              <option value="">Kies een stap</option>
              {request.toegestaneActies.map((each) => (
                <option key={each} value={each}>
                  {STEP_WORDS[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {asksGround ? (
          <Field label="Waarom wordt de verwerking beperkt?" error={shown(faults.ground)}>
            {(control) => (
              <Select {...control} value={ground} onChange={(event) => setGround(event.target.value as Ground | '')}>
                <option value="">Kies een reden</option>
                {Object.entries(GROUND_WORDS).map(([code, reason]) => (
                  <option key={code} value={code}>
                    {reason}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        <Field
          label={step === 'verlengen' ? 'Reden' : step === 'intrekken' ? 'Toelichting (mag leeg blijven)' : 'Antwoord'}
          error={shown(faults.words)}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              maxLength={4000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        {asksTold ? (
          <Field
            label="Wanneer hoorde de cliënt dat de beperking eindigt?"
            help="De cliënt moet dit weten voordat de gegevens weer worden gebruikt."
            error={shown(faults.told)}
          >
            {(control) => (
              <Textbox {...control} type="date" value={told} onChange={(event) => setTold(event.target.value)} />
            )}
          </Field>
        ) : null}
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={decide.isPending}>
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
