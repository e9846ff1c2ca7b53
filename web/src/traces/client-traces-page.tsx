import { useParams } from '@tanstack/react-router';
import { formatMoment, upperFirst } from '../display/format';
import type { ClientTrace } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { ResourceList } from '../lists/resource-list';
import { KIND_FIELD, PERIOD_FIELDS, RESULT_WORDS } from './trace-words';

export const CLIENT_TRACE_FILTERS = ['soort', 'vanaf', 'tot'];

const who = (row: ClientTrace): string => row.rol?.naam ?? 'Woonplek zelf';
const what = (row: ClientTrace): string => {
  const words = upperFirst(row.handeling);
  return row.velden.length === 0 ? words : `${words}: ${row.velden.join(', ')}`;
};

const COLUMNS: readonly Column<ClientTrace>[] = [
  {
    header: 'Wanneer',
    rowHeader: true,
    sort: 'wanneer',
    cell: (row) => formatMoment(row.wanneer),
    text: (row) => formatMoment(row.wanneer),
  },
  { header: 'Wat', cell: what, text: what },
  { header: 'In welke rol', cell: who, text: who },
  { header: 'Organisatie', cell: (row) => row.organisatie ?? '–', text: (row) => row.organisatie },
  { header: 'Waarvoor', cell: (row) => row.doel ?? '–', text: (row) => row.doel },
  { header: 'Resultaat', cell: (row) => RESULT_WORDS[row.resultaat], text: (row) => RESULT_WORDS[row.resultaat] },
];

/** Who saw or changed the file of one client: what the client may have. */
export function ClientTracesPage() {
  const { id } = useParams({ from: '/clienten/$id/inzage' });
  return (
    <Page
      title="Wie heeft dit dossier gezien?"
      crumbs={[
        { label: 'Cliënten', to: '/clienten' },
        { label: 'Dossier', to: '/clienten/$id', params: { id } },
      ]}
      intro="Dit overzicht mag u aan de cliënt geven. Er staan organisaties en rollen in, en geen namen van medewerkers."
    >
      <ResourceList
        path="/v1/clienten/{id}/inzage"
        pathValues={{ id }}
        fields={[KIND_FIELD, ...PERIOD_FIELDS]}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        one="regel"
        more="regels"
        defaultSort="-wanneer"
        empty={<p>Nog niemand heeft dit dossier bekeken of gewijzigd.</p>}
      />
    </Page>
  );
}
