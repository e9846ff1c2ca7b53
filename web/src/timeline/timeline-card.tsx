import { Link } from '@tanstack/react-router';
import { Button, ButtonGroup, Select } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { Field } from '../display/field';
import { Loaded } from '../display/loaded';
import type { TimelineEntry } from '../http/answers';
import { useApi } from '../http/use-api';
import { ExportButton } from '../lists/export-button';
import { doneBy, KIND_CHOICES, momentOf, TIMELINE_COLUMNS } from './timeline-words';

const PAGE_SIZE = 15;

/** Of what the timeline is; a line does not name again what the page is about. */
type Subject = 'client' | 'wooneenheid' | 'voorstel';
const PATHS = {
  client: '/v1/clienten/{id}/verloop',
  wooneenheid: '/v1/wooneenheden/{id}/verloop',
  voorstel: '/v1/voorstellen/{id}/verloop',
} as const;

interface TimelineCardProps {
  readonly subject: Subject;
  readonly id: string;
}

/** Everything that happened, newest first: page by page, by kind, and as a file. */
export function TimelineCard({ subject, id }: TimelineCardProps) {
  const [kind, setKind] = useState('');
  const [page, setPage] = useState(1);
  const path = PATHS[subject];
  const filter = kind === '' ? {} : { soort: kind };
  const entries = useApi(path, { path: { id }, query: { ...filter, pagina: page, aantal: PAGE_SIZE } });
  return (
    <Card title="Verloop">
      <div className="wp-row">
        <Field label="Toon">
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={(event) => {
                setKind(event.target.value);
                setPage(1);
              }}
            >
              <option value="">Alles</option>
              {KIND_CHOICES.map(([code, words]) => (
                <option key={code} value={code}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ExportButton
          path={path}
          pathValues={{ id }}
          query={filter}
          columns={TIMELINE_COLUMNS}
          rowKey={(entry: TimelineEntry) => entry.id}
          fileName="verloop"
          disabled={entries.data?.totaal === 0}
        />
      </div>
      <Loaded query={entries} loading="Het verloop wordt geladen">
        {({ items, totaal }) => (
          <>
            {items.length === 0 ? <p>Er is nog niets gebeurd.</p> : null}
            <ol className="wp-timeline" reversed>
              {items.map((entry) => (
                <Entry key={entry.id} entry={entry} subject={subject} />
              ))}
            </ol>
            {totaal > PAGE_SIZE ? (
              <ButtonGroup>
                <Button appearance="secondary-action-button" disabled={page === 1} onClick={() => setPage(page - 1)}>
                  Nieuwer
                </Button>
                <Button
                  appearance="secondary-action-button"
                  disabled={page * PAGE_SIZE >= totaal}
                  onClick={() => setPage(page + 1)}
                >
                  Ouder
                </Button>
              </ButtonGroup>
            ) : null}
          </>
        )}
      </Loaded>
    </Card>
  );
}

/** To what the line is about, apart from what the page is about. */
function EntryLinks({ entry, subject }: { readonly entry: TimelineEntry; readonly subject: Subject }) {
  const { client, wooneenheid, voorstel } = entry;
  return (
    <span className="wp-row">
      {client !== null && subject === 'wooneenheid' ? (
        <Link className="utrecht-link" to="/clienten/$id" params={{ id: client.id }}>
          {client.nummer}
        </Link>
      ) : null}
      {wooneenheid !== null && subject === 'client' ? (
        <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: wooneenheid.id }}>
          {wooneenheid.naam}
        </Link>
      ) : null}
      {voorstel !== null && client !== null && subject !== 'voorstel' ? (
        <Link className="utrecht-link" to="/voorstellen/$id" params={{ id: voorstel }}>
          Bekijk het voorstel
        </Link>
      ) : null}
    </span>
  );
}

function Entry({ entry, subject }: { readonly entry: TimelineEntry; readonly subject: Subject }) {
  return (
    <li>
      <strong>{entry.wat}</strong>
      {entry.reden === null ? null : <span>Reden: {entry.reden}</span>}
      {entry.toelichting === null ? null : <span className="wp-break">“{entry.toelichting}”</span>}
      {subject === 'voorstel' ? null : <EntryLinks entry={entry} subject={subject} />}
      <span className="wp-small wp-quiet">
        {momentOf(entry)}, {doneBy(entry)}
      </span>
    </li>
  );
}
