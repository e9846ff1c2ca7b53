import { Link } from '@tanstack/react-router';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { formatShortDate } from '../display/format';
import { statusWords } from '../display/labels';
import { Status } from '../display/status';
import type { PanelLine } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import type { FilterField } from '../lists/filter-bar';
import { ResourceList } from '../lists/resource-list';
import { May } from '../session/may';
import { PlanPanelDialog } from './plan-panel-dialog';
import { PANEL_KINDS } from './panel-words';

export const PANEL_FILTERS = ['soort', 'status'];

const FIELDS: readonly FilterField[] = [
  { name: 'soort', label: 'Soort', options: Object.entries(PANEL_KINDS).map(([value, label]) => ({ value, label })) },
  {
    name: 'status',
    label: 'Status',
    options: ['gepland', 'vastgesteld', 'afgelast'].map((value) => ({ value, label: statusWords(value) })),
  },
];

const COLUMNS: readonly Column<PanelLine>[] = [
  {
    header: 'Bijeenkomst',
    rowHeader: true,
    sort: 'titel',
    cell: (row) => (
      <Link className="utrecht-link" to="/veldtafels/$id" params={{ id: row.id }}>
        {row.titel}
      </Link>
    ),
    text: (row) => row.titel,
  },
  { header: 'Soort', cell: (row) => row.soort.naam, text: (row) => row.soort.naam },
  {
    header: 'Dag',
    sort: 'op',
    cell: (row) => <span className="wp-nowrap">{formatShortDate(row.op)}</span>,
    text: (row) => row.op,
  },
  { header: 'Zaken', cell: (row) => row.zaken, text: (row) => String(row.zaken) },
  { header: 'Status', cell: (row) => <Status code={row.status} />, text: (row) => statusWords(row.status) },
];

/** Meetings of the veldtafel and the triageteam. */
export function PanelsPage() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Page
      title="Veldtafel"
      intro="Overleg over moeilijke plaatsingen. Een besluit hier is een verslag: u voert het daarna zelf uit."
      actions={
        <May permission="panel.manage">
          <Button appearance="primary-action-button" onClick={() => setOpen(true)}>
            Bijeenkomst plannen …
          </Button>
        </May>
      }
    >
      <ResourceList
        path="/v1/veldtafels"
        fields={FIELDS}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        one="bijeenkomst"
        more="bijeenkomsten"
        defaultSort="-op"
        empty={<p>Er zijn nog geen bijeenkomsten waar u bij hoort.</p>}
      />
      {isOpen ? <PlanPanelDialog onClose={() => setOpen(false)} /> : null}
    </Page>
  );
}
