import { useState } from 'react';
import { Dialog } from '../../display/dialog';
import { DialogForm } from '../../display/form-dialog';
import { ChoiceField, DayField, NoteField } from '../../display/form-fields';
import { typed } from '../../display/form-values';
import { Loaded } from '../../display/loaded';
import { reasonFault, ReasonFields } from '../../display/reason-fields';
import type { Proposal, RejectionReason } from '../../http/answers';
import type { ProblemError } from '../../http/problem-error';
import { useApi } from '../../http/use-api';
import type { Withdrawal } from './use-proposal-step';

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
  const { terugsturing, ...others } = GROUNDS;
  const grounds = (wasDeclined ? { terugsturing, ...others } : others) as Record<Ground, string>;
  const whyMissing = ground === 'woning' && why.trim().length < SHORTEST;

  function send() {
    const note = { toelichting: typed(value.note) ?? undefined };
    if (ground === 'terugsturing') onSend({ grond: ground, versie });
    else if (ground === 'woning') {
      if (!whyMissing) onSend({ grond: ground, reden: why.trim(), tot: typed(until) ?? undefined, versie });
    } else if (reasonFault(reasons, value) === null) {
      onSend({ grond: ground, redenCode: value.code as RejectionReason['code'], ...note, versie });
    }
  }

  return (
    <DialogForm
      action="Voorstel intrekken"
      hint="danger"
      isBusy={isBusy}
      problem={problem}
      onSend={send}
      onClose={onClose}
    >
      <ChoiceField label="Waarom trekt u het in?" value={ground} choices={grounds} onChange={setGround} />
      {ground === 'reden' ? (
        <ReasonFields reasons={reasons} sides={['client', 'verhuurder', 'regio']} value={value} onChange={setValue} />
      ) : null}
      {ground === 'woning' ? (
        <>
          <NoteField
            label="Waarom gaat de woning buiten gebruik?"
            maxLength={500}
            value={why}
            onChange={setWhy}
            error={whyMissing ? 'Schrijf kort op wat er met de woning is.' : null}
          />
          <DayField label="Tot en met (mag leeg blijven)" value={until} onChange={setUntil} />
        </>
      ) : null}
    </DialogForm>
  );
}
