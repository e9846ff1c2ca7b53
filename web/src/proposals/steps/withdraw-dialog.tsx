import { Button, ButtonGroup, Select, Textarea, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../../display/dialog';
import { Field } from '../../display/field';
import { Loaded } from '../../display/loaded';
import { ProblemNotice } from '../../display/problem-notice';
import { reasonFault, ReasonFields } from '../../display/reason-fields';
import type { Proposal, RejectionReason } from '../../http/answers';
import type { ProblemError } from '../../http/problem-error';
import { useApi } from '../../http/use-api';
import type { Withdrawal } from './use-case-step';

interface WithdrawDialogProps {
  readonly proposal: Proposal;
  readonly isBusy: boolean;
  readonly problem: ProblemError | null;
  readonly onSend: (body: Withdrawal) => void;
  readonly onClose: () => void;
}

type Ground = Withdrawal['grond'];

const GROUNDS: Readonly<Record<Ground, string>> = {
  terugsturing: 'De reden waarmee de corporatie het terugstuurde',
  reden: 'Een andere reden',
  woning: 'De woning gaat buiten gebruik',
};
const SHORTEST = 3;

/** Takes a promise back: the home is free again, or goes out of use in the same step. */
export function WithdrawDialog(props: WithdrawDialogProps) {
  const reasons = useApi('/v1/afwijsredenen', {});
  const { client, wooneenheid } = props.proposal;
  return (
    <Dialog title={`${client.nummer} voor ${wooneenheid.naam} intrekken`} onClose={props.onClose}>
      <Loaded query={reasons} loading="De redenen worden geladen">
        {(data) => <WithdrawForm {...props} reasons={data.items} />}
      </Loaded>
    </Dialog>
  );
}

function WithdrawForm(props: WithdrawDialogProps & { readonly reasons: readonly RejectionReason[] }) {
  const { proposal, isBusy, problem, onSend, onClose, reasons } = props;
  const { versie } = proposal;
  const wasDeclined = proposal.status === 'teruggestuurd';
  const [ground, setGround] = useState<Ground>(wasDeclined ? 'terugsturing' : 'reden');
  const [value, setValue] = useState({ code: '', note: '' });
  const [why, setWhy] = useState('');
  const [until, setUntil] = useState('');
  const [attempts, setAttempts] = useState(0);
  const grounds = (Object.keys(GROUNDS) as Ground[]).filter((each) => wasDeclined || each !== 'terugsturing');
  const whyMissing = ground === 'woning' && why.trim().length < SHORTEST;

  function submit(event: FormEvent) {
    event.preventDefault();
    setAttempts(attempts + 1);
    const note = value.note.trim() === '' ? {} : { toelichting: value.note.trim() };
    if (ground === 'terugsturing') onSend({ grond: ground, versie });
    else if (ground === 'woning') {
      if (!whyMissing) onSend({ grond: ground, reden: why.trim(), ...(until === '' ? {} : { tot: until }), versie });
    } else if (reasonFault(reasons, value) === null) {
      onSend({ grond: ground, redenCode: value.code as RejectionReason['code'], ...note, versie });
    }
  }

  return (
    <form onSubmit={submit} noValidate>
      {problem ? <ProblemNotice error={problem} /> : null}
      <Field label="Waarom trekt u het in?">
        {(control) => (
          <Select {...control} value={ground} onChange={(event) => setGround(event.target.value as Ground)}>
            {grounds.map((each) => (
              <option key={each} value={each}>
                {GROUNDS[each]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {ground === 'reden' ? (
        <ReasonFields
          reasons={reasons}
          sides={['client', 'verhuurder', 'regio']}
          value={value}
          onChange={setValue}
          attempts={attempts}
        />
      ) : null}
      {ground === 'woning' ? (
        <>
          <Field
            label="Waarom gaat de woning buiten gebruik?"
            error={attempts > 0 && whyMissing ? 'Schrijf kort op wat er met de woning is.' : null}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={500}
                value={why}
                onChange={(event) => setWhy(event.target.value)}
              />
            )}
          </Field>
          <Field label="Tot en met (mag leeg blijven)">
            {(control) => (
              <Textbox {...control} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
            )}
          </Field>
        </>
      ) : null}
      <ButtonGroup>
        <Button type="submit" appearance="primary-action-button" hint="danger" disabled={isBusy}>
          Voorstel intrekken
        </Button>
        <Button type="button" appearance="secondary-action-button" onClick={onClose}>
          Annuleren
        </Button>
      </ButtonGroup>
    </form>
  );
}
