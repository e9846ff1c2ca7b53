import { StatusBadge } from '@utrecht/component-library-react';
import { formatDate, formatMoment } from '../display/format';
import type { RoleAssignment } from '../http/answers';
import { Page } from '../layout/page';
import type { Column } from '../lists/column';
import { ResourceList } from '../lists/resource-list';
import { ROLE_WORDS } from '../session/role-words';
import { GrantRoleButton } from './grant-role-button';
import { RoleButtons } from './role-buttons';

export const ROLE_FILTERS = ['status', 'rol', 'zoek'];

const STATUS_WORDS: Readonly<Record<RoleAssignment['status'], string>> = {
  geldig: 'Geldig',
  'nog-niet': 'Begint nog',
  beeindigd: 'Beëindigd',
};

const COLUMNS: readonly Column<RoleAssignment>[] = [
  { header: 'Naam', rowHeader: true, sort: 'naam', cell: (row) => row.persoon.naam, text: (row) => row.persoon.naam },
  { header: 'Rol', sort: 'rol', cell: (row) => row.rolnaam, text: (row) => row.rolnaam },
  { header: 'Organisatie', cell: (row) => row.organisatie.naam, text: (row) => row.organisatie.naam },
  { header: 'Status', cell: (row) => <RoleStatus row={row} />, text: (row) => STATUS_WORDS[row.status] },
  {
    header: 'Laatst bezig',
    cell: (row) => (row.laatstAangemeld === null ? 'Nog nooit' : formatMoment(row.laatstAangemeld)),
    text: (row) => row.laatstAangemeld,
  },
  {
    header: 'Beoordelen voor',
    sort: 'beoordelenVoor',
    cell: (row) => <ReviewBefore row={row} />,
    text: (row) => row.beoordelenVoor,
  },
];

const WITH_BUTTON: readonly Column<RoleAssignment>[] = [
  ...COLUMNS,
  { header: 'Beoordeling', cell: (row) => <Review row={row} />, text: (row) => row.beoordeeldDoor },
];

/** Who holds which role, and the yearly question whether they still need it. */
export function RolesPage() {
  return (
    <Page
      title="Rollen"
      intro="Elk jaar tekent de beheerder ervoor dat iemand een rol nog nodig heeft. Wie de rol niet meer nodig heeft, verliest hem meteen."
    >
      <GrantRoleButton />
      <ResourceList
        path="/v1/roltoewijzingen"
        fields={[
          {
            name: 'status',
            label: 'Status',
            options: Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label })),
          },
          { name: 'rol', label: 'Rol', options: ROLE_WORDS.map(([value, label]) => ({ value, label })) },
          { name: 'zoek', label: 'Zoek op naam of organisatie' },
        ]}
        columns={WITH_BUTTON}
        exportColumns={COLUMNS}
        rowKey={(row) => row.id}
        one="rol"
        more="rollen"
        defaultSort="beoordelenVoor"
        empty={<p>Er heeft nog niemand een rol.</p>}
      />
    </Page>
  );
}

function RoleStatus({ row }: { readonly row: RoleAssignment }) {
  const { status, tot, opvolger } = row;
  return (
    <>
      {STATUS_WORDS[status]}
      {status !== 'beeindigd' && tot !== null ? <span className="wp-under">tot en met {formatDate(tot)}</span> : null}
      {opvolger === null ? null : <span className="wp-under">werk naar {opvolger.naam}</span>}
    </>
  );
}

function ReviewBefore({ row }: { readonly row: RoleAssignment }) {
  if (row.status === 'beeindigd') return '–';
  return row.achterstallig ? (
    <StatusBadge status="danger">Te laat: {formatDate(row.beoordelenVoor)}</StatusBadge>
  ) : (
    formatDate(row.beoordelenVoor)
  );
}

function Review({ row }: { readonly row: RoleAssignment }) {
  const signed =
    row.beoordeeldOp === null ? null : (
      <span className="wp-small wp-quiet">
        {formatMoment(row.beoordeeldOp)}, {row.beoordeeldDoor}
      </span>
    );
  return (
    <div className="wp-stack wp-stack--tight">
      {signed}
      {row.status === 'beeindigd' ? null : <RoleButtons assignment={row} />}
    </div>
  );
}
