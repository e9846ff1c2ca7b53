import { StatusBadge } from '@utrecht/component-library-react';
import { countOf, formatMoment, upperFirst } from '../display/format';
import type { Trace } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { ResourceList } from '../lists/resource-list';
import { useFilterOptions } from '../lists/use-filter-options';
import { ROLE_WORDS } from '../session/role-words';
import { KIND_FIELD, PERIOD_FIELDS, RESULT_WORDS } from './trace-words';
import { TraceChanges } from './trace-changes';

export const TRACE_FILTERS = ['persoon', 'client', 'handeling', 'soort', 'rol', 'resultaat', 'vanaf', 'tot'];

const who = (row: Trace): string => row.persoon?.naam ?? 'Woonplek zelf';
const SUBJECTS: Readonly<Record<Trace['onderwerp'], readonly [one: string, more: string]>> = {
  client: ['cliënt', 'cliënten'],
  gegeven: ['gegeven', 'gegevens'],
  logregel: ['logregel', 'logregels'],
};
const about = (row: Trace): string => row.client?.nummer ?? countOf(row.aantal, ...SUBJECTS[row.onderwerp]);

const COLUMNS: readonly Column<Trace>[] = [
  {
    header: 'Wanneer',
    rowHeader: true,
    sort: 'wanneer',
    cell: (row) => formatMoment(row.wanneer),
    text: (row) => row.wanneer,
  },
  {
    header: 'Wie',
    sort: 'persoon',
    cell: (row) => (
      <>
        {who(row)}
        {row.rol === null ? null : (
          <span className="wp-small wp-quiet">
            <br />
            {row.rol.naam}
            {row.organisatie === null ? '' : `, ${row.organisatie}`}
          </span>
        )}
      </>
    ),
    text: who,
  },
  { header: 'Wat', sort: 'handeling', cell: (row) => <What row={row} />, text: (row) => row.handeling.naam },
  { header: 'Over', cell: (row) => <span className="wp-nowrap">{about(row)}</span>, text: about },
  { header: 'Waarvoor', cell: (row) => row.doel ?? '–', text: (row) => row.doel },
  {
    header: 'Resultaat',
    cell: (row) =>
      row.resultaat === 'toegestaan' ? (
        RESULT_WORDS[row.resultaat]
      ) : (
        <StatusBadge status="danger">{RESULT_WORDS[row.resultaat]}</StatusBadge>
      ),
    text: (row) => RESULT_WORDS[row.resultaat],
  },
];

const EXPORTED: readonly Column<Trace>[] = [
  ...COLUMNS,
  { header: 'Rol', cell: () => null, text: (row) => row.rol?.naam ?? '' },
  { header: 'Organisatie', cell: () => null, text: (row) => row.organisatie },
  { header: 'Netwerkadres', cell: () => null, text: (row) => row.herkomst },
  { header: 'Verzoek', cell: () => null, text: (row) => row.verzoek },
  { header: 'Kenmerken', cell: () => null, text: (row) => row.kenmerken.join(' ') },
  {
    header: 'Wijzigingen',
    cell: () => null,
    text: (row) => row.wijzigingen.map(({ veld, voor, na }) => `${veld}: ${voor ?? '–'} > ${na ?? '–'}`).join('; '),
  },
];

/** Both logs of the region, for who keeps an eye on who looks at what. */
export function TracesPage() {
  const fields = [
    { name: 'persoon', label: 'Naam van de medewerker' },
    { name: 'client', label: 'Cliëntnummer, helemaal' },
    { name: 'handeling', label: 'Wat', options: useFilterOptions('/v1/loghandelingen') },
    KIND_FIELD,
    { name: 'rol', label: 'Rol', options: ROLE_WORDS.map(([value, label]) => ({ value, label })) },
    {
      name: 'resultaat',
      label: 'Resultaat',
      options: Object.entries(RESULT_WORDS).map(([value, label]) => ({ value, label })),
    },
    ...PERIOD_FIELDS,
  ];
  return (
    <Page
      title="Inzagelogboek"
      intro="Wie in uw regio wat heeft bekeken en gewijzigd. Niemand kan deze regels veranderen. Ook uw eigen zoekvraag komt erin."
    >
      <ResourceList
        path="/v1/inzagelogboek"
        fields={fields}
        columns={COLUMNS}
        exportColumns={EXPORTED}
        rowKey={(row) => row.id}
        one="logregel"
        more="logregels"
        defaultSort="-wanneer"
        empty={<p>Er is nog niets bekeken of gewijzigd.</p>}
      />
    </Page>
  );
}

function What({ row }: { readonly row: Trace }) {
  return (
    <>
      {upperFirst(row.handeling.naam)}
      {row.wijzigingen.length > 0 ? <TraceChanges changes={row.wijzigingen} /> : null}
    </>
  );
}
