import { useState } from 'react';
import { CHANNELS } from '../cases/case-words';
import { todayInRegion } from '../display/format';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Handover } from '../http/answers';
import { useSend } from '../http/use-send';
import { useSession } from '../session/session';

const PATH = '/v1/warmeoverdrachten/{id}/antwoorden';
type Reply = BodyOf<typeof PATH>;
type Channel = NonNullable<Reply['namens']>['wijze'];

interface AnswerHandoverDialogProps {
  readonly handover: Handover;
  readonly reply: Reply['antwoord'];
  readonly onClose: () => void;
}

const WORDS = {
  aanvaarden: { title: 'Overdracht aanvaarden', action: 'Aanvaarden', note: 'Toelichting (mag leeg blijven)' },
  weigeren: { title: 'Overdracht weigeren', action: 'Weigeren', note: 'Waarom niet?' },
} as const;

/** A gemeente answers for itself; a coordinator writes down the answer of a gemeente without people in Woonplek. */
export function AnswerHandoverDialog({ handover, reply, onClose }: AnswerHandoverDialogProps) {
  const isOnBehalf = useSession()?.rol.rol !== 'gemeente';
  const [day, setDay] = useState('');
  const [note, setNote] = useState('');
  const [by, setBy] = useState('');
  const [answeredOn, setAnsweredOn] = useState(todayInRegion());
  const [channel, setChannel] = useState<Channel | ''>('');
  const [evidence, setEvidence] = useState('');
  const send = useSend(
    (body: Reply) => apiPost(PATH, { path: { id: handover.id }, body }),
    onClose,
    // A refusal can mean that somebody else was first: only the newest version can be answered.
    'always',
  );
  const isAnswerKnown = [by, answeredOn, channel, evidence].every((each) => typed(each) !== null);
  const isComplete = typed(reply === 'aanvaarden' ? day : note) !== null && (!isOnBehalf || isAnswerKnown);

  function answer() {
    if (!isComplete) return;
    const namens =
      isOnBehalf && channel !== ''
        ? { door: by.trim(), op: answeredOn, wijze: channel, bewijs: evidence.trim() }
        : null;
    const { versie } = handover;
    if (reply === 'weigeren') send.mutate({ antwoord: reply, reden: note.trim(), namens, versie });
    else send.mutate({ antwoord: reply, overnameOp: day, toelichting: typed(note), namens, versie });
  }

  return (
    <FormDialog
      title={WORDS[reply].title}
      action={WORDS[reply].action}
      isBusy={send.isPending}
      problem={send.error}
      onSend={answer}
      onClose={onClose}
    >
      {isOnBehalf ? (
        <>
          <p>Gemeente {handover.naar.naam} heeft geen mensen in Woonplek. U legt haar antwoord vast.</p>
          <LineField
            label="Wie antwoordde?"
            value={by}
            onChange={setBy}
            error={missing(by, 'Schrijf op wie antwoordde.')}
          />
          <DayField
            label="Wanneer was het antwoord?"
            value={answeredOn}
            onChange={setAnsweredOn}
            error={missing(answeredOn, 'Kies een datum.')}
          />
          <ChoiceField
            label="Hoe kwam het antwoord?"
            value={channel}
            choices={CHANNELS}
            onChange={setChannel}
            error={missing(channel, 'Kies hoe.')}
          />
          <LineField
            label="Waar is het bewijs?"
            value={evidence}
            onChange={setEvidence}
            error={missing(evidence, 'Schrijf op waar het bewijs is.')}
          />
        </>
      ) : null}
      {reply === 'aanvaarden' ? (
        <DayField
          label="Vanaf welke dag is de gemeente verantwoordelijk?"
          help={
            handover.verlaatRegio ? 'De cliënt doet vanaf nu niet meer mee in de rondes van deze regio.' : undefined
          }
          value={day}
          onChange={setDay}
          error={missing(day, 'Kies een datum.')}
        />
      ) : null}
      <NoteField
        label={WORDS[reply].note}
        value={note}
        onChange={setNote}
        error={reply === 'weigeren' ? missing(note, 'Schrijf op waarom niet.') : null}
      />
    </FormDialog>
  );
}
