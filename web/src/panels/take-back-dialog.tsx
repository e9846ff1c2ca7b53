import type { ReactNode } from 'react';
import { NoteDialog } from '../display/note-dialog';
import { apiPost } from '../http/api-client';
import type { Panel } from '../http/answers';
import { useSend } from '../http/use-send';
import type { PanelCase } from './panel-words';

interface TakeBackDialogProps {
  readonly panel: Panel;
  /** The case that is taken off the agenda; none: the whole meeting is called off. */
  readonly of?: PanelCase;
  readonly onClose: () => void;
}

/** Asks why, and takes back a case or the meeting. */
export function TakeBackDialog({ panel: { id, titel, versie }, of, onClose }: TakeBackDialogProps) {
  const takeBack = useSend(
    (reden: string) => {
      const body = { reden, versie };
      return of === undefined
        ? apiPost('/v1/veldtafels/{id}/afgelastingen', { path: { id }, body })
        : apiPost('/v1/veldtafels/{id}/zaken/{zaak}/intrekkingen', { path: { id, zaak: of.id }, body });
    },
    onClose,
    // A refusal says that somebody else changed it.
    'always',
  );
  const words: { readonly title: string; readonly action: string; readonly help: ReactNode } =
    of === undefined
      ? {
          ...{ title: `${titel} afgelasten`, action: 'Afgelasten' },
          help: 'Wie is uitgenodigd, ziet dat de bijeenkomst niet doorgaat en ziet de agenda niet meer.',
        }
      : {
          ...{ title: `${of.client.nummer} van de agenda halen`, action: 'Van de agenda halen' },
          help: 'Wat al is geschreven, blijft in het verloop van de cliënt staan. De tafel ziet de zaak niet meer.',
        };
  return (
    <NoteDialog
      title={words.title}
      label="Waarom?"
      action={words.action}
      isBusy={takeBack.isPending}
      problem={takeBack.error}
      onSend={(reden) => takeBack.mutate(reden)}
      onClose={onClose}
    >
      <p>{words.help} Schrijf geen naam of adres van een cliënt op.</p>
    </NoteDialog>
  );
}
