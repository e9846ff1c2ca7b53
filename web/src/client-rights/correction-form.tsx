import { Link } from '@tanstack/react-router';
import { Alert, Button, Select } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { CheckedForm } from '../display/checked-form';
import { FaultLine } from '../display/fault-line';
import { Field } from '../display/field';
import { DayField, NoteField } from '../display/form-fields';
import { isRight, missing } from '../display/form-values';
import { formatDate, todayInRegion, withDutchDates } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Client, ClientRequests, Corrected } from '../http/answers';
import { useSend } from '../http/use-send';
import { CorrectionControl } from './correction-control';
import {
  changedFields,
  type CorrectionChoices,
  correctionFields,
  type FieldName,
  fieldFault,
} from './correction-fields';
import { changedMembers, MemberFields, type MemberValues } from './member-fields';
import { asksCorrection } from './request-words';

const PATH = '/v1/clienten/{id}/correcties';

interface CorrectionFormProps {
  readonly client: Client;
  readonly choices: CorrectionChoices;
  readonly asked: ClientRequests;
  /** The request that this answers, when the page was opened from one. */
  readonly requestId: string | undefined;
}

export function CorrectionForm({ client, choices, asked, requestId }: CorrectionFormProps) {
  const [values, setValues] = useState<Partial<Record<FieldName, string>>>({});
  const [members, setMembers] = useState<MemberValues>({});
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState(requestId ?? '');
  const [told, setTold] = useState('');
  const correct = useSend(
    (body: BodyOf<typeof PATH>) => apiPost(PATH, { path: { id: client.id }, body }),
    () => {
      setValues({});
      setMembers({});
    },
  );
  const fields = correctionFields(client, choices);
  const open = asked.items.filter(asksCorrection);
  const request = open.find(({ id }) => id === chosen);
  const asksTold = asked.beperkingen.some(({ verzoek, opgehevenOp }) => verzoek === request?.id && !opgehevenOp);
  const gegevens = changedFields(fields, values);
  const leden = changedMembers(client.leden, members);
  const fromServer = (name: string) => correct.error?.faults.find(({ veld }) => veld === name)?.verwacht;
  const faults = {
    reason: missing(reason, 'Schrijf op waarom u dit verbetert.'),
    told: asksTold && (told === '' || told > todayInRegion()) ? 'Kies een dag: vandaag of eerder.' : null,
    nothing: Object.keys(gegevens).length + leden.length === 0 ? 'Pas eerst iets aan.' : null,
  };
  const fieldFaults = fields.map((field) => fieldFault(field, values[field.name] ?? field.current));

  function send() {
    if (!isRight(faults) || fieldFaults.some((fault) => fault !== null)) return;
    correct.mutate({
      versie: client.versie,
      reden: reason.trim(),
      gegevens,
      leden,
      verzoek: request?.id,
      clientGeinformeerdOp: asksTold ? told : undefined,
    });
  }

  if (correct.isSuccess) return <Outcome client={client} corrected={correct.data} />;
  return (
    <CheckedForm className="wp-stack" onSend={send}>
      {correct.isError ? <ProblemNotice error={correct.error} /> : null}
      <Card title="Gegevens">
        <div className="wp-stack">
          {fields.map((field, place) => {
            const server = fromServer(`gegevens.${field.name}`);
            return (
              <CorrectionControl
                key={field.name}
                field={field}
                value={values[field.name] ?? field.current}
                error={fieldFaults[place] ?? (server ? `Verwacht wordt ${server}.` : null)}
                onChange={(value) => setValues({ ...values, [field.name]: value })}
              />
            );
          })}
        </div>
      </Card>
      <MemberFields
        members={client.leden}
        values={members}
        faultOf={(place, name) => {
          const changedAt = leden.findIndex(({ id }) => id === client.leden[place]?.id);
          const server = fromServer(`leden.${changedAt}.${name}`);
          return server ? `Verwacht wordt ${server}.` : null;
        }}
        onChange={setMembers}
      />
      <Card title="Waarom">
        <div className="wp-stack">
          {open.length > 0 ? (
            <Field label="Verzoek van de cliënt" help="Is dit het antwoord op een verzoek? Dan is dat ingewilligd.">
              {(control) => (
                <Select {...control} value={request?.id ?? ''} onChange={(event) => setChosen(event.target.value)}>
                  <option value="">Geen verzoek</option>
                  {open.map(({ id, ontvangenOp }) => (
                    <option key={id} value={id}>
                      Correctie, gevraagd op {formatDate(ontvangenOp)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          ) : null}
          {asksTold ? (
            <DayField
              label="Wanneer hoorde de cliënt dat de beperking eindigt?"
              value={told}
              onChange={setTold}
              error={faults.told}
            />
          ) : null}
          <NoteField
            label="Reden"
            help="Bijvoorbeeld: volgens het uittreksel uit de BRP. De cliënt kan dit lezen."
            rows={3}
            maxLength={4000}
            value={reason}
            onChange={setReason}
            error={faults.reason}
          />
          <FaultLine words={faults.nothing} />
          <div>
            <Button type="submit" appearance="primary-action-button" disabled={correct.isPending}>
              Verbeteren
            </Button>
          </div>
        </div>
      </Card>
    </CheckedForm>
  );
}

function Outcome({ client, corrected }: { readonly client: Client; readonly corrected: Corrected }) {
  const { gewijzigd, geraakteVoorstellen: touched } = corrected;
  return (
    <Alert type="ok" role="status">
      <div className="wp-stack wp-stack--tight">
        <p>{gewijzigd.length === 0 ? 'Het stond er al zo.' : `Verbeterd: ${gewijzigd.join(', ')}.`}</p>
        {touched.length > 0 ? <p>Deze voorstellen zijn op de oude gegevens gemaakt. Bekijk ze opnieuw:</p> : null}
        <ul className="wp-list">
          {touched.map(({ id, wooneenheid, veranderd }) => (
            <li key={id}>
              <Link className="utrecht-link" to="/voorstellen/$id" params={{ id }}>
                {wooneenheid.naam}
              </Link>
              : {withDutchDates(veranderd.join(' '))}
            </li>
          ))}
        </ul>
        <p>
          <Link className="utrecht-link" to="/clienten/$id" params={{ id: client.id }}>
            Terug naar het dossier
          </Link>
        </p>
      </div>
    </Alert>
  );
}
