import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Select, Textarea, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { PairDecision, Preview } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { useApi } from '../http/use-api';
import { KIND_HELP, KIND_OPTIONS } from './decision-words';
import { PreviewResult } from './preview-result';

export interface Named {
  readonly id: string;
  readonly naam: string;
}

interface DecisionDialogProps {
  readonly client: Named;
  readonly home: Named;
  /** Rules that stand in the way of this pair, for an exception. */
  readonly rules: readonly Named[];
  readonly onClose: () => void;
}

type Kind = PairDecision['soort']['code'];

/** Pins, bans or excepts one client and one home, with the cost beforehand. */
export function DecisionDialog({ client, home, rules: inTheWay, onClose }: DecisionDialogProps) {
  const queries = useQueryClient();
  const catalogue = useApi('/v1/regels');
  const firm = new Set(catalogue.data?.items.filter((each) => each.geenUitzondering !== null).map(({ id }) => id));
  const rules = catalogue.data ? inTheWay.filter(({ id }) => !firm.has(id)) : [];
  const [kind, setKind] = useState<Kind>(inTheWay.length > 0 ? 'blokkade' : 'vastzetting');
  const [chosenRule, setRule] = useState<string>();
  const rule = chosenRule ?? rules[0]?.id ?? '';
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const preview = useMutation<Preview, ProblemError, BodyOf<'/v1/vooruitblikken'>>({
    mutationFn: (body) => apiPost('/v1/vooruitblikken', { body }),
  });
  const take = useMutation<unknown, ProblemError, BodyOf<'/v1/paarbesluiten'>>({
    mutationFn: (body) => apiPost('/v1/paarbesluiten', { body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const pair = { clientId: client.id, wooneenheidId: home.id };
  const kinds = KIND_OPTIONS.filter(({ value }) => value !== 'uitzondering' || rules.length > 0);

  function look() {
    preview.mutate(kind === 'uitzondering' ? { soort: kind, ...pair, regel: rule } : { soort: kind, ...pair });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (reason.trim() === '' || until === '') return;
    const signed = { ...pair, reden: reason.trim(), tot: until };
    take.mutate(kind === 'uitzondering' ? { soort: kind, ...signed, regel: rule } : { soort: kind, ...signed });
  }

  return (
    <Dialog title={`Besluit over ${client.naam} en ${home.naam}`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {take.isError ? <ProblemNotice error={take.error} /> : null}
        <Field label="Soort besluit" help={KIND_HELP[kind]}>
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={(event) => {
                setKind(event.target.value as Kind);
                preview.reset();
                take.reset();
              }}
            >
              {kinds.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {kind === 'uitzondering' ? (
          <Field label="Regel die niet meetelt">
            {(control) => (
              <Select
                {...control}
                value={rule}
                onChange={(event) => {
                  setRule(event.target.value);
                  preview.reset();
                }}
              >
                {rules.map(({ id, naam }) => (
                  <option key={id} value={id}>
                    {naam}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        <Button type="button" appearance="secondary-action-button" onClick={look} disabled={preview.isPending}>
          {preview.isPending ? 'Wordt berekend…' : 'Bekijk wat dit kost'}
        </Button>
        {preview.isError ? <ProblemNotice error={preview.error} /> : null}
        {preview.data ? <PreviewResult preview={preview.data} /> : null}
        <Field label="Reden" error={wasSent && reason.trim() === '' ? 'Schrijf op waarom u dit besluit.' : null}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field
          label="Geldt tot en met"
          help="Hoogstens een jaar vooruit."
          error={wasSent && until === '' ? 'Kies een datum.' : null}
        >
          {(control) => (
            <Textbox {...control} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          )}
        </Field>
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={take.isPending}>
            Besluit vastleggen
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
