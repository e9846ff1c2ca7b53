import { useMutation } from '@tanstack/react-query';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, NoteField } from '../display/form-fields';
import { useDraft } from '../display/use-draft';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { PairDecision, Preview } from '../http/answers';
import type { ProblemError } from '../http/problem-error';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';
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
  const catalogue = useApi('/v1/regels');
  const firm = new Set(catalogue.data?.items.filter((each) => each.geenUitzondering !== null).map(({ id }) => id));
  const rules = catalogue.data ? inTheWay.filter(({ id }) => !firm.has(id)) : [];
  const [kind, setKind] = useState<Kind>(inTheWay.length > 0 ? 'blokkade' : 'vastzetting');
  const [chosenRule, setRule] = useState<string>();
  const rule = chosenRule ?? rules[0]?.id ?? '';
  const { values, asked, isRight } = useDraft({ reason: '', until: '' });
  // Looking changes nothing, so nothing has to be read again.
  const preview = useMutation<Preview, ProblemError, BodyOf<'/v1/vooruitblikken'>>({
    mutationFn: (body) => apiPost('/v1/vooruitblikken', { body }),
  });
  const take = useSend((body: BodyOf<'/v1/paarbesluiten'>) => apiPost('/v1/paarbesluiten', { body }), onClose);
  const pair = { clientId: client.id, wooneenheidId: home.id };
  const kinds = KIND_OPTIONS.filter(({ value }) => value !== 'uitzondering' || rules.length > 0);

  function look() {
    preview.mutate(kind === 'uitzondering' ? { soort: kind, ...pair, regel: rule } : { soort: kind, ...pair });
  }

  function send() {
    if (!isRight()) return;
    const signed = { ...pair, reden: values.reason.trim(), tot: values.until };
    take.mutate(kind === 'uitzondering' ? { soort: kind, ...signed, regel: rule } : { soort: kind, ...signed });
  }

  return (
    <FormDialog
      title={`Besluit over ${client.naam} en ${home.naam}`}
      action="Besluit vastleggen"
      isBusy={take.isPending}
      problem={take.error}
      onSend={send}
      onClose={onClose}
    >
      <ChoiceField
        label="Soort besluit"
        help={KIND_HELP[kind]}
        value={kind}
        choices={Object.fromEntries(kinds.map(({ value, label }) => [value, label])) as Record<Kind, string>}
        onChange={(chosen) => {
          setKind(chosen);
          preview.reset();
          take.reset();
        }}
      />
      {kind === 'uitzondering' ? (
        <ChoiceField
          label="Regel die niet meetelt"
          value={rule}
          choices={Object.fromEntries(rules.map(({ id, naam }) => [id, naam]))}
          onChange={(chosen) => {
            setRule(chosen);
            preview.reset();
          }}
        />
      ) : null}
      <Button type="button" appearance="secondary-action-button" onClick={look} disabled={preview.isPending}>
        {preview.isPending ? 'Wordt berekend…' : 'Bekijk wat dit kost'}
      </Button>
      {preview.isError ? <ProblemNotice error={preview.error} /> : null}
      {preview.data ? <PreviewResult preview={preview.data} /> : null}
      <NoteField label="Reden" {...asked('reason', 'Schrijf op waarom u dit besluit.')} />
      <DayField label="Geldt tot en met" help="Hoogstens een jaar vooruit." {...asked('until', 'Kies een datum.')} />
    </FormDialog>
  );
}
