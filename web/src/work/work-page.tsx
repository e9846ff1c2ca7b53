import { Link } from '@tanstack/react-router';
import { StatusBadge } from '@utrecht/component-library-react';
import { formatShortDate } from '../display/format';
import { statusWords } from '../display/labels';
import { Status } from '../display/status';
import { HandoversWaiting } from '../handovers/handovers-waiting';
import type { WorkItem } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import type { FilterField } from '../lists/filter-bar';
import { ResourceList } from '../lists/resource-list';
import { useMay, useSession } from '../session/session';
import { roleWords, timeWords } from './term-words';
import { RefusalsWaiting } from './refusals-waiting';
import { TimeLeft } from './time-left';

export const WORK_FILTERS = ['aanZet', 'teLaat', 'stil', 'status', 'zoek'];

const STATES = [
  'voorgesteld',
  'goedgekeurd',
  'teruggestuurd',
  'bevestigd',
  'aangeboden',
  'geaccepteerd',
  'landing',
  'verouderd',
] as const;
const yesOrNo = (yes: string, no: string) => [
  { value: 'true', label: yes },
  { value: 'false', label: no },
];
const FIELDS: readonly FilterField[] = [
  { name: 'aanZet', label: 'Wie is aan zet', options: yesOrNo('Ik', 'Een ander') },
  { name: 'teLaat', label: 'Termijn', options: yesOrNo('Te laat', 'Op tijd') },
  { name: 'stil', label: 'Voortgang', options: yesOrNo('Lang niets gehoord', 'Loopt') },
  { name: 'status', label: 'Stap', options: STATES.map((value) => ({ value, label: statusWords(value) })) },
  { name: 'zoek', label: 'Nummer of woonplek' },
];

const caseName = ({ client, wooneenheid }: WorkItem): string => client?.nummer ?? wooneenheid.naam;

function columns(opensCase: boolean, isCorporatie: boolean): readonly Column<WorkItem>[] {
  return [
    {
      header: isCorporatie ? 'Woonplek' : 'Cliënt',
      rowHeader: true,
      sort: isCorporatie ? 'wooneenheid' : 'nummer',
      cell: (row) =>
        opensCase ? (
          <Link className="utrecht-link wp-nowrap" to="/voorstellen/$id" params={{ id: row.id }}>
            {caseName(row)}
          </Link>
        ) : (
          caseName(row)
        ),
      text: caseName,
    },
    ...(isCorporatie
      ? []
      : [
          {
            header: 'Woonplek',
            sort: 'wooneenheid',
            cell: (row: WorkItem) => row.wooneenheid.naam,
            text: (row: WorkItem) => row.wooneenheid.naam,
          },
        ]),
    {
      header: 'Stap',
      cell: (row) => (
        <>
          <Status code={row.status} />
          {row.herkomst === 'reserve' ? <span className="wp-under">reserve</span> : null}
        </>
      ),
      text: (row) => statusWords(row.status),
    },
    {
      header: 'Wacht op',
      cell: (row) => (
        <>
          {roleWords(row.wachtOp)}
          {row.doorgezetNaar === null ? null : (
            <span className="wp-under">doorgezet naar {roleWords(row.doorgezetNaar)}</span>
          )}
        </>
      ),
      text: (row) => roleWords(row.wachtOp),
    },
    {
      header: 'Sinds',
      sort: 'sinds',
      cell: (row) => <span className="wp-nowrap">{formatShortDate(row.sinds)}</span>,
      text: (row) => row.sinds,
    },
    {
      header: 'Uiterlijk',
      sort: 'uiterlijkOp',
      cell: (row) => <span className="wp-nowrap">{formatShortDate(row.uiterlijkOp)}</span>,
      text: (row) => row.uiterlijkOp ?? '',
    },
    { header: 'Tijd over', cell: (row) => <TimeLeft term={row} />, text: timeWords },
    {
      header: 'Voortgang',
      cell: (row) => (row.stil ? <StatusBadge status="warning">Lang niets gehoord</StatusBadge> : 'Loopt'),
      text: (row) => (row.stil ? 'Lang niets gehoord' : 'Loopt'),
    },
  ];
}

/** What needs somebody today: what is late stands first. */
export function WorkPage() {
  const may = useMay();
  const isCorporatie = useSession()?.rol.rol === 'corporatie';
  return (
    <Page title="Mijn werk" intro="Wat er wacht en tot wanneer. Wat te laat is, staat bovenaan.">
      <RefusalsWaiting />
      <HandoversWaiting />
      <ResourceList
        path="/v1/werkvoorraad"
        fields={FIELDS}
        columns={columns(may('proposal.read'), isCorporatie)}
        rowKey={(row) => row.id}
        one="zaak"
        more="zaken"
        defaultSort="uiterlijkOp"
        empty={<p>Er wacht nu niets.</p>}
      />
    </Page>
  );
}
