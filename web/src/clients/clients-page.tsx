import { Link } from '@tanstack/react-router';
import { useContactOptions } from '../contacts/use-contact-options';
import { formatShortDate } from '../display/format';
import { statusWords, urgencyWords, wordsOf } from '../display/labels';
import { Status } from '../display/status';
import type { ClientSummary } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { ResourceList } from '../lists/resource-list';
import { useFilterOptions } from '../lists/use-filter-options';

export const CLIENT_FILTERS = [
  ...['gemeenteVanHerkomst', 'doelgroep', 'status', 'aanbieder', 'urgentie', 'contactpersoon', 'zoek'],
];

function restrictionWords({ sinds, grond }: NonNullable<ClientSummary['beperking']>): string {
  return `Verwerking beperkt sinds ${formatShortDate(sinds)}: ${grond.naam.charAt(0).toLowerCase()}${grond.naam.slice(1)}`;
}

const COLUMNS: readonly Column<ClientSummary>[] = [
  {
    header: 'Cliënt',
    rowHeader: true,
    sort: 'nummer',
    cell: (row) => (
      <Link className="utrecht-link wp-nowrap" to="/clienten/$id" params={{ id: row.id }}>
        {row.nummer}
      </Link>
    ),
    text: (row) => row.nummer,
  },
  { header: 'Doelgroep', sort: 'doelgroep', cell: (row) => row.doelgroep.naam, text: (row) => row.doelgroep.naam },
  {
    header: 'Herkomst',
    sort: 'herkomst',
    cell: (row) => row.herkomst?.naam ?? 'Onbekend',
    text: (row) => row.herkomst?.naam ?? '',
  },
  { header: 'Personen', numeric: true, cell: (row) => row.huishoudgrootte, text: (row) => row.huishoudgrootte },
  { header: 'Begeleiding', cell: (row) => wordsOf(row.begeleiding.code), text: (row) => row.begeleiding.naam },
  {
    header: 'Urgentie',
    sort: 'urgentie',
    cell: (row) => urgencyWords(row.urgentie),
    text: (row) => urgencyWords(row.urgentie),
  },
  {
    header: 'Weken',
    sort: '-wachtSinds',
    numeric: true,
    cell: (row) => row.wekenWachtend,
    text: (row) => row.wekenWachtend,
  },
  { header: 'Aanbieder', sort: 'aanbieder', cell: (row) => row.aanbieder.naam, text: (row) => row.aanbieder.naam },
  {
    header: 'Contactpersoon',
    cell: (row) => row.contactpersoon?.naam ?? 'Nog niemand',
    text: (row) => row.contactpersoon?.naam ?? '',
  },
  {
    header: 'Laatste voorstel',
    cell: (row) => (
      <>
        {row.laatsteVoorstel ? (
          <Link className="utrecht-link" to="/voorstellen/$id" params={{ id: row.laatsteVoorstel.id }}>
            <Status code={row.laatsteVoorstel.status} />
          </Link>
        ) : (
          'Geen'
        )}
        {row.beperking === null ? null : <span className="wp-under">{restrictionWords(row.beperking)}</span>}
      </>
    ),
    text: (row) => (row.laatsteVoorstel ? statusWords(row.laatsteVoorstel.status) : ''),
  },
];

const EXPORT_COLUMNS: readonly Column<ClientSummary>[] = [
  ...COLUMNS,
  {
    header: 'Verwerking',
    cell: (row) => row.beperking?.tekst ?? 'Gewoon',
    text: (row) => row.beperking?.tekst ?? 'Gewoon',
  },
];

export function ClientsPage() {
  const fields = [
    { name: 'gemeenteVanHerkomst', label: 'Gemeente van herkomst', options: useFilterOptions('/v1/gemeenten') },
    { name: 'doelgroep', label: 'Doelgroep', options: useFilterOptions('/v1/doelgroepen') },
    { name: 'aanbieder', label: 'Aanbieder', options: useFilterOptions('/v1/aanbieders') },
    {
      name: 'urgentie',
      label: 'Urgentie',
      options: [3, 2, 1, 0].map((klasse) => ({ value: String(klasse), label: urgencyWords({ klasse }) })),
    },
    {
      name: 'status',
      label: 'Status',
      options: [
        { value: 'wachtend', label: 'Wacht op een woonplek' },
        { value: 'gepauzeerd', label: 'Gepauzeerd' },
        { value: 'gehuisvest', label: 'Gehuisvest' },
        { value: 'afgesloten', label: 'Afgesloten' },
      ],
    },
    { name: 'contactpersoon', label: 'Contactpersoon', options: useContactOptions() },
    { name: 'zoek', label: 'Cliëntnummer' },
  ];
  return (
    <Page
      title="Cliënten"
      intro="Mensen die klaar zijn voor een eigen woonplek. U ziet hier geen namen; Woonplek houdt bij wie een dossier opent."
    >
      <ResourceList
        path="/v1/clienten"
        fields={fields}
        columns={COLUMNS}
        exportColumns={EXPORT_COLUMNS}
        rowKey={(row) => row.id}
        one="cliënt"
        more="cliënten"
        defaultSort="nummer"
        empty={<p>Er zijn nog geen cliënten geladen.</p>}
      />
    </Page>
  );
}
