import { Alert, Heading2, Paragraph, StatusBadge } from '@utrecht/component-library-react';
import { Card } from '../display/card';
import { formatNumber, formatSeconds } from '../display/format';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';
import type { ProofFault, ProofLevel, ProofReport } from './check-proof';
import type { ProofCheck } from './use-proof-check';

const OUTCOMES = {
  arithmetic: ['success', 'Bewezen door rekenen alleen'],
  'search-only': ['warning', 'Alleen volgens het rekenprogramma'],
  'not-proven': ['warning', 'Niet bewezen'],
} as const satisfies Record<ProofLevel['outcome'], readonly [string, string]>;

const COLUMNS: readonly Column<ProofLevel>[] = [
  { header: 'Niveau', cell: (row) => row.level },
  { header: 'Doel', rowHeader: true, cell: (row) => row.name },
  { header: 'Plan haalt', numeric: true, cell: (row) => formatNumber(Math.abs(row.value)) },
  {
    header: 'Best mogelijk',
    numeric: true,
    cell: (row) => (row.bound === null ? 'onbekend' : formatNumber(Math.abs(Number(row.bound)))),
  },
  {
    header: 'Uitkomst',
    cell: (row) => <StatusBadge status={OUTCOMES[row.outcome][0]}>{OUTCOMES[row.outcome][1]}</StatusBadge>,
  },
];

const FILE_NAMES = { bewijs: 'het bewijs', probleem: 'de gegevens', plan: 'de uitkomst' } as const;

export function ProofResult({ check }: { readonly check: ProofCheck }) {
  if (check.state === 'idle') return null;
  if (check.state === 'checking') return <p className="wp-loading">De controle rekent …</p>;
  if (check.state === 'broken') {
    return (
      <Notice title="De controle is niet gelukt">
        <Paragraph>Deze bestanden kunnen hier niet worden nagerekend. Gebruik een nieuwere browser.</Paragraph>
      </Notice>
    );
  }
  const { report, seconds } = check;
  if (report.kind !== 'checked') {
    return (
      <Notice title={titleOf(report)}>
        <Faults faults={report.faults} />
      </Notice>
    );
  }
  const open = report.levels.filter(({ outcome }) => outcome !== 'arithmetic').length;
  return (
    <Card title={open === 0 ? 'Het bewijs klopt: het kan niet beter' : 'Het bewijs is niet volledig'}>
      <p>
        {open === 0
          ? 'Elk niveau is bewezen door rekenen alleen.'
          : `Van ${open} van de ${report.levels.length} niveaus is niet door rekenen bewezen dat het niet beter kan.`}{' '}
        {formatNumber(report.columns)} mogelijkheden en {formatNumber(report.rows)} grenzen zijn nagerekend in{' '}
        {formatSeconds(seconds)}.
      </p>
      <DataTable
        caption="Uitkomst per niveau"
        columns={COLUMNS}
        rows={report.levels}
        rowKey={(row) => String(row.level)}
      />
    </Card>
  );
}

function titleOf(report: Exclude<ProofReport, { kind: 'checked' }>): string {
  if (report.kind === 'false') return 'Het bewijs klopt niet';
  if (report.kind === 'other') return `Het bewijs hoort niet bij ${FILE_NAMES[report.file]}`;
  return `Het bestand met ${FILE_NAMES[report.file]} is niet bruikbaar`;
}

function Notice({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <Alert type="error" role="alert">
      <div className="wp-stack wp-stack--tight">
        <Heading2>{title}</Heading2>
        {children}
      </div>
    </Alert>
  );
}

function Faults({ faults }: { readonly faults: readonly ProofFault[] }) {
  return (
    <ul className="wp-list">
      {faults.map(({ path, value, expected }) => (
        <li key={`${path} ${expected}`}>
          <code>{path}</code> is <code>{value}</code>; verwacht: {expected}
        </li>
      ))}
    </ul>
  );
}
