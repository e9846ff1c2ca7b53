import { Link } from '@tanstack/react-router';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatMoment } from '../display/format';
import { NoteDialog } from '../display/note-dialog';
import { apiPost } from '../http/api-client';
import type { Panel } from '../http/answers';
import { useSend } from '../http/use-send';
import { May } from '../session/may';
import { ENTRY_BUTTONS, type EntryKind, type PanelCase } from './panel-words';
import { TakeBackDialog } from './take-back-dialog';

interface PanelCaseCardProps {
  readonly panel: Panel;
  readonly of: PanelCase;
}

/** One case: the question, what the table knows, and who wrote what. */
export function PanelCaseCard({ panel, of }: PanelCaseCardProps) {
  const [kind, setKind] = useState<EntryKind | null>(null);
  const [isTakingOff, setTakingOff] = useState(false);
  const { client } = of;
  return (
    <Card title={`Zaak ${client.nummer}`}>
      <div className="wp-stack wp-stack--tight">
        <p className="wp-break">{of.vraag}</p>
        <Facts
          facts={[['Ingebracht door', of.inbrenger], ...of.gegevens.map(({ naam, waarde }) => [naam, waarde] as const)]}
        />
        {of.bijdragen.length === 0 ? <p>Er is nog geen advies of besluit.</p> : null}
        <ul className="wp-list">
          {of.bijdragen.map((entry) => (
            <li key={`${entry.op} ${entry.door}`} className="wp-break">
              <strong>{entry.soort.naam}</strong> van {entry.door}, {formatMoment(entry.op)}: {entry.tekst}
            </li>
          ))}
        </ul>
        <div className="wp-decision">
          {panel.bijdragenVan.map((each) => (
            <Button
              key={each}
              appearance="secondary-action-button"
              aria-label={`${ENTRY_BUTTONS[each]} bij ${client.nummer}`}
              onClick={() => setKind(each)}
            >
              {ENTRY_BUTTONS[each]}
            </Button>
          ))}
          {panel.status === 'gepland' ? (
            <May permission="panel.manage">
              <Button
                appearance="secondary-action-button"
                aria-label={`${client.nummer} van de agenda halen …`}
                onClick={() => setTakingOff(true)}
              >
                Van de agenda halen …
              </Button>
            </May>
          ) : null}
          <May permission="client.read">
            <Link className="utrecht-link" to="/clienten/$id" params={{ id: client.id }}>
              Dossier van {client.nummer}
            </Link>
          </May>
        </div>
      </div>
      {isTakingOff ? <TakeBackDialog panel={panel} of={of} onClose={() => setTakingOff(false)} /> : null}
      {kind === null ? null : <EntryDialog panel={panel} of={of} kind={kind} onClose={() => setKind(null)} />}
    </Card>
  );
}

interface EntryDialogProps extends PanelCaseCardProps {
  readonly kind: EntryKind;
  readonly onClose: () => void;
}

function EntryDialog({ panel, of, kind, onClose }: EntryDialogProps) {
  const write = useSend(
    (tekst: string) =>
      apiPost('/v1/veldtafels/{id}/zaken/{zaak}/bijdragen', {
        path: { id: panel.id, zaak: of.id },
        body: { soort: kind, tekst },
      }),
    onClose,
  );
  return (
    <NoteDialog
      title={ENTRY_BUTTONS[kind].replace(' …', '')}
      label="Wat schrijft u op?"
      action="Vastleggen"
      isBusy={write.isPending}
      problem={write.error}
      onSend={(text) => write.mutate(text)}
      onClose={onClose}
    >
      <p>Uw naam staat erbij. U kunt dit later niet wijzigen. Schrijf geen naam of adres van de cliënt op.</p>
    </NoteDialog>
  );
}
