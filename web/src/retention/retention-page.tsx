import { Heading2 } from '@utrecht/component-library-react';
import { Card } from '../display/card';
import { countOf, formatDate } from '../display/format';
import { Loaded } from '../display/loaded';
import type { Hold, PurgeRecord, Retention } from '../http/answers';
import { useApi } from '../http/use-api';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';
import { ResourceList } from '../lists/resource-list';
import { useMay } from '../session/session';
import { HoldButton } from './hold-button';
import { LiftHoldButton } from './lift-hold-button';
import { TermButton } from './term-button';

export const PURGE_FILTERS = ['categorie', 'vanaf', 'tot'];

const monthsWords = (months: number): string =>
  months % 12 === 0 ? `${months / 12} jaar` : countOf(months, 'maand', 'maanden');

const termWords = ({ termijn, komend }: Retention): string => {
  const now = termijn === null ? 'Nog niet vastgesteld' : monthsWords(termijn.maanden);
  return [now, ...komend.map((next) => `vanaf ${formatDate(next.geldtVanaf)}: ${monthsWords(next.maanden)}`)].join(
    '; ',
  );
};

const TERM_COLUMNS: readonly Column<Retention>[] = [
  { header: 'Gegevens', rowHeader: true, cell: (row) => row.categorie.naam, text: (row) => row.categorie.naam },
  { header: 'Bewaard', cell: termWords, text: termWords },
  { header: 'Na', cell: (row) => row.begint.naam, text: (row) => row.begint.naam },
  { header: 'Rust op', cell: (row) => row.termijn?.bron ?? row.grondslag, text: (row) => row.termijn?.bron ?? null },
  { header: 'Nu aan de beurt', numeric: true, cell: (row) => row.aanDeBeurt ?? '–', text: (row) => row.aanDeBeurt },
  { header: 'Binnen 90 dagen', numeric: true, cell: (row) => row.binnenkort ?? '–', text: (row) => row.binnenkort },
];

const WITH_BUTTON: readonly Column<Retention>[] = [
  ...TERM_COLUMNS,
  { header: 'Termijn', cell: (row) => <TermButton retention={row} /> },
];

const holdOf = (row: Hold): string =>
  row.reikwijdte === 'regio' ? 'De hele regio' : (row.client?.nummer ?? 'Eén dossier');
const holdPeriod = (row: Hold): string =>
  `Sinds ${formatDate(row.sinds)}${row.tot === null ? '' : ` tot en met ${formatDate(row.tot)}`}`;

const HOLD_COLUMNS: readonly Column<Hold>[] = [
  { header: 'Waarvan', rowHeader: true, cell: holdOf, text: holdOf },
  { header: 'Waarom', cell: (row) => row.reden, text: (row) => row.reden },
  { header: 'Wanneer', cell: holdPeriod, text: holdPeriod },
  { header: 'Ingesteld door', cell: (row) => row.ingesteldDoor ?? '–', text: (row) => row.ingesteldDoor },
];

const HOLDS_WITH_BUTTON: readonly Column<Hold>[] = [
  ...HOLD_COLUMNS,
  { header: 'Opheffen', cell: (row) => <LiftHoldButton hold={row} /> },
];

const PURGE_COLUMNS: readonly Column<PurgeRecord>[] = [
  { header: 'Wanneer', rowHeader: true, sort: 'op', cell: (row) => formatDate(row.op), text: (row) => row.op },
  { header: 'Gegevens', sort: 'categorie', cell: (row) => row.categorie.naam, text: (row) => row.categorie.naam },
  { header: 'Bewaard', cell: (row) => monthsWords(row.termijnMaanden), text: (row) => row.termijnMaanden },
  { header: 'Rijen', numeric: true, cell: (row) => row.rijen, text: (row) => row.rijen },
  {
    header: 'Bewijs',
    cell: (row) => (
      <a
        className="utrecht-link"
        href={`/v1/vernietigingen/${row.id}/verklaring`}
        aria-label={`Download de verklaring: ${row.categorie.naam.toLowerCase()}, ${formatDate(row.op)}`}
        download
      >
        Download
      </a>
    ),
    text: (row) => row.hash,
  },
];

/** How long what is kept, what is due, what has to stay, and the proof of what went. */
export function RetentionPage() {
  const may = useMay();
  const terms = useApi('/v1/bewaartermijnen');
  const holds = useApi('/v1/bewaarplichten', { query: { status: 'geldt', aantal: 100 } });
  return (
    <Page
      title="Bewaren en vernietigen"
      intro="Is een bewaartermijn voorbij, dan vernietigt Woonplek de gegevens vanzelf. Van elke vernietiging blijft een bewijs over, zonder persoonsgegevens."
    >
      <Card title="Bewaartermijnen" flush>
        <Loaded query={terms} loading="De termijnen worden geladen">
          {(data) => (
            <DataTable
              caption="bewaartermijnen"
              columns={may('retention.set') ? WITH_BUTTON : TERM_COLUMNS}
              rows={data.items}
              rowKey={(row) => row.categorie.code}
            />
          )}
        </Loaded>
      </Card>
      <Card title="Wat bewaard moet blijven" flush actions={<HoldButton client={null} />}>
        <Loaded query={holds} loading="De bewaarplichten worden geladen">
          {(data) =>
            data.items.length === 0 ? (
              <div className="wp-empty">
                <p>Er is nu geen bewaarplicht. Voor één dossier stelt u haar in bij de cliënt.</p>
              </div>
            ) : (
              <DataTable
                caption="bewaarplichten"
                columns={may('retention.hold') ? HOLDS_WITH_BUTTON : HOLD_COLUMNS}
                rows={data.items}
                rowKey={(row) => row.id}
              />
            )
          }
        </Loaded>
      </Card>
      <Heading2>Wat is vernietigd</Heading2>
      <ResourceList
        path="/v1/vernietigingen"
        fields={[
          {
            name: 'categorie',
            label: 'Gegevens',
            options: (terms.data?.items ?? []).map(({ categorie }) => ({
              value: categorie.code,
              label: categorie.naam,
            })),
          },
          { name: 'vanaf', label: 'Vanaf', isDay: true },
          { name: 'tot', label: 'Tot en met', isDay: true },
        ]}
        columns={PURGE_COLUMNS}
        rowKey={(row) => row.id}
        one="vernietiging"
        more="vernietigingen"
        defaultSort="-op"
        empty={<p>Er is nog niets vernietigd.</p>}
      />
    </Page>
  );
}
