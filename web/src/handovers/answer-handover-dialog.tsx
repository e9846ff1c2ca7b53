import { CHANNELS } from '../cases/case-words';
import { todayInRegion } from '../display/format';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField, NoteField } from '../display/form-fields';
import { typed } from '../display/form-values';
import { useDraft } from '../display/use-draft';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Handover } from '../http/answers';
import { useSend } from '../http/use-send';
import { useSession } from '../session/session';

const PATH = '/v1/warmeoverdrachten/{id}/antwoorden';
type Reply = BodyOf<typeof PATH>;
type Channel = NonNullable<Reply['namens']>['wijze'];

type Draft = Record<'day' | 'note' | 'by' | 'answeredOn' | 'evidence', string> & { readonly channel: Channel | '' };

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
  const { values, field, asked, isRight } = useDraft<Draft>({
    ...{ day: '', note: '', by: '', answeredOn: todayInRegion(), channel: '', evidence: '' },
  });
  const send = useSend(
    (body: Reply) => apiPost(PATH, { path: { id: handover.id }, body }),
    onClose,
    // A refusal can mean that somebody else was first: only the newest version can be answered.
    'always',
  );

  function answer() {
    if (!isRight()) return;
    const { by, answeredOn: op, channel, evidence, day, note } = values;
    const namens = channel === '' ? null : { door: by.trim(), op, wijze: channel, bewijs: evidence.trim() };
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
          <LineField label="Wie antwoordde?" {...asked('by', 'Schrijf op wie antwoordde.')} />
          <DayField label="Wanneer was het antwoord?" {...asked('answeredOn', 'Kies een datum.')} />
          <ChoiceField label="Hoe kwam het antwoord?" choices={CHANNELS} {...asked('channel', 'Kies hoe.')} />
          <LineField label="Waar is het bewijs?" {...asked('evidence', 'Schrijf op waar het bewijs is.')} />
        </>
      ) : null}
      {reply === 'aanvaarden' ? (
        <DayField
          label="Vanaf welke dag is de gemeente verantwoordelijk?"
          help={
            handover.verlaatRegio ? 'De cliënt doet vanaf nu niet meer mee in de rondes van deze regio.' : undefined
          }
          {...asked('day', 'Kies een datum.')}
        />
      ) : null}
      <NoteField
        label={WORDS[reply].note}
        {...(reply === 'weigeren' ? asked('note', 'Schrijf op waarom niet.') : field('note'))}
      />
    </FormDialog>
  );
}
