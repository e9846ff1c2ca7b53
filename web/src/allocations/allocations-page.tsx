import { Link } from '@tanstack/react-router';
import { StatusBadge } from '@utrecht/component-library-react';
import { useContactOptions } from '../contacts/use-contact-options';
import { formatShortDate } from '../display/format';
import { statusWords, toneOf } from '../display/labels';
import type { Allocation } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { ResourceList } from '../lists/resource-list';
import { useFilterOptions } from '../lists/use-filter-options';
import { useMay } from '../session/session';
import { AllocationActions } from './allocation-actions';
import { OwnerStandingCards } from './owner-standing';

export const ALLOCATION_FILTERS = ['status', 'gemeente', 'contactpersoon'];

const STATUSES: readonly Allocation['status'][] = [
  'goedgekeurd',
  'teruggestuurd',
  'bevestigd',
  'aangeboden',
  'geaccepteerd',
  'landing',
  'gehuisvest',
  'verouderd',
];

/** Homes of a corporatie have one; what an aanbieder lets has not. */
const CONTACT: Column<Allocation> = {
  header: 'Contactpersoon',
  cell: (row) => row.contactpersoonVerhuurder ?? 'Nog niemand',
  text: (row) => row.contactpersoonVerhuurder ?? '',
};

const COLUMNS: readonly Column<Allocation>[] = [
  {
    header: 'Woning',
    rowHeader: true,
    sort: 'wooneenheid',
    cell: (row) => (
      <>
        <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: row.wooneenheid.id }}>
          {row.wooneenheid.naam}
        </Link>
        <span className="wp-under">{row.gemeente.naam}</span>
      </>
    ),
    text: (row) => `${row.wooneenheid.naam}, ${row.gemeente.naam}`,
  },
  { header: 'Personen', numeric: true, cell: (row) => row.personen, text: (row) => row.personen },
  { header: 'Huurklasse', cell: (row) => row.huurklasse?.naam ?? '–', text: (row) => row.huurklasse?.naam ?? '' },
  { header: 'Nodig', cell: (row) => row.toegankelijkheid.naam, text: (row) => row.toegankelijkheid.naam },
  {
    header: 'Begeleiding',
    cell: (row) => guidanceWords(row),
    text: (row) => guidanceWords(row),
  },
  {
    header: 'Start',
    sort: 'geplandeStart',
    cell: (row) => <span className="wp-nowrap">{formatShortDate(row.geplandeStart)}</span>,
    text: (row) => row.geplandeStart,
  },
  {
    header: 'Passend',
    cell: (row) =>
      row.passendToewijzen?.onderDeNorm ? (
        <StatusBadge status="warning">Niet passend, onder de norm</StatusBadge>
      ) : (
        (row.passendToewijzen?.oordeel.naam ?? '–')
      ),
    text: (row) => row.passendToewijzen?.oordeel.naam ?? '',
  },
  {
    header: 'Status',
    cell: (row) => <StatusBadge status={toneOf(row.status)}>{ownerWords(row.status)}</StatusBadge>,
    text: (row) => ownerWords(row.status),
  },
  { header: 'Wat u kunt doen', cell: (row) => <AllocationActions allocation={row} /> },
];

/** The queue of whoever owns homes: which households come to live there, what they count for, and what to decide. */
export function AllocationsPage() {
  const hasContacts = useMay()('unit.read-contact');
  const contacts = useContactOptions();
  const fields = [
    {
      name: 'status',
      label: 'Status',
      options: STATUSES.map((status) => ({ value: status, label: ownerWords(status) })),
    },
    { name: 'gemeente', label: 'Gemeente', options: useFilterOptions('/v1/gemeenten') },
    ...(hasContacts ? [{ name: 'contactpersoon', label: 'Contactpersoon', options: contacts }] : []),
  ];
  return (
    <Page
      title="Toewijzingen"
      intro="Huishoudens die in uw woningen komen wonen. U bevestigt of stuurt terug. U ziet alleen wat u voor het huurcontract nodig hebt, en pas na akkoord van de coördinator."
    >
      <OwnerStandingCards />
      <ResourceList
        path="/v1/toewijzingsprofielen"
        fields={fields}
        columns={hasContacts ? COLUMNS.toSpliced(-2, 0, CONTACT) : COLUMNS}
        rowKey={(row) => row.id}
        one="toewijzing"
        more="toewijzingen"
        defaultSort="geplandeStart"
        empty={<p>Er is nog geen voorstel goedgekeurd voor een van uw woningen.</p>}
      />
    </Page>
  );
}

function guidanceWords({ begeleidingGeregeld }: Allocation): string {
  return begeleidingGeregeld ? 'Geregeld' : 'Niet nodig';
}

/** A status as the owner of the home knows it. */
function ownerWords(status: Allocation['status']): string {
  const own: Partial<Record<Allocation['status'], string>> = {
    goedgekeurd: 'Te bevestigen',
    teruggestuurd: 'Teruggestuurd',
    verouderd: 'Terug bij de coördinator',
  };
  return own[status] ?? statusWords(status);
}
