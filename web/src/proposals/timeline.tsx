import { Link } from '@tanstack/react-router';
import { formatMoment } from '../display/format';
import type { Proposal } from '../http/answers';
import { deliveryWords } from '../notifications/notification-words';

type ProposalEvent = Proposal['gebeurtenissen'][number];

const DONE: Readonly<Record<ProposalEvent['actie'], string>> = {
  goedkeuren: 'Goedgekeurd',
  afwijzen: 'Afgewezen',
  herroepen: 'Besluit ongedaan gemaakt',
  vervangen: 'Vervallen door een nieuwe ronde',
  bevestigen: 'Bevestigd door de corporatie',
  terugsturen: 'Teruggestuurd door de corporatie',
  doorzetten: 'Opnieuw aan de corporatie gevraagd',
  aanbieden: 'Aangeboden',
  accepteren: 'Geaccepteerd',
  weigeren: 'Geweigerd',
  verlopen: 'Verlopen zonder antwoord',
  voorbereiden: 'Zachte landing begonnen',
  huisvesten: 'Gehuisvest',
  terugzetten: 'Eén stap teruggezet',
  verouderen: 'Klopt niet meer met de gegevens van die dag',
  intrekken: 'Ingetrokken',
  heropenen: 'Opnieuw geopend',
};

interface TimelineProps {
  readonly events: readonly ProposalEvent[];
  readonly run: Proposal['matchronde'];
}

/** Who did what and when, newest first; it begins with the round that made the proposal. */
export function Timeline({ events, run }: TimelineProps) {
  const newestFirst = [...events].sort((a, b) => b.op.localeCompare(a.op));
  return (
    <ol className="wp-timeline" reversed>
      {newestFirst.map((event) => (
        <li key={event.id}>
          <strong>{DONE[event.actie]}</strong>
          {event.reden ? <span>Reden: {event.reden.tekst}</span> : null}
          {event.toelichting ? <span className="wp-break">“{event.toelichting}”</span> : null}
          <span className="wp-small wp-quiet">
            {formatMoment(event.op)}, {event.door}
          </span>
          {event.meldingen.map((told) => (
            <span key={told.rol.code} className="wp-small wp-quiet">
              {deliveryWords(told)}
            </span>
          ))}
        </li>
      ))}
      <li>
        <strong>Voorgesteld</strong>
        <Link className="utrecht-link wp-small" to="/rondes/$id" params={{ id: run.id }}>
          Bekijk de ronde
        </Link>
      </li>
    </ol>
  );
}
