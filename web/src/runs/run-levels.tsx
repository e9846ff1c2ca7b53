import { formatNumber } from '../display/format';
import type { RunLevel } from '../http/answers';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';
import { PROOF_SENTENCES, PROOF_WORDS } from './run-words';

// Shortages count downwards in the plan; their unit says that they are shortages, so people read them without a minus.
const COLUMNS: readonly Column<RunLevel>[] = [
  { header: 'Niveau', cell: (row) => row.niveau },
  {
    header: 'Doel',
    rowHeader: true,
    cell: (row) => (
      <span className="wp-level-goal">
        <strong>{row.doel.naam}</strong>
        <span className="wp-level-goal__sentence">{row.doel.zin}</span>
      </span>
    ),
  },
  { header: 'Bereikt', numeric: true, cell: (row) => formatNumber(Math.abs(row.waarde)) },
  { header: 'Best mogelijk', numeric: true, cell: (row) => formatNumber(Math.abs(row.grens)) },
  { header: 'Telt in', cell: (row) => row.doel.eenheid },
  { header: 'Bewijs', cell: (row) => PROOF_WORDS[row.methode] },
];

const TOLERANCE_COLUMNS: readonly Column<RunLevel>[] = [
  {
    header: 'Mag inleveren',
    numeric: true,
    cell: (row) => (row.tolerantie === 0 ? 'niets' : formatNumber(row.tolerantie)),
  },
  { header: 'Ingeleverd', numeric: true, cell: (row) => formatNumber(row.ingeleverd) },
  {
    header: 'Zonder toleranties',
    numeric: true,
    cell: (row) => formatNumber(row.zonderToleranties === null ? null : Math.abs(row.zonderToleranties)),
  },
];

/** The levels in the order in which they decide; a level gives way to one below it only where the policy has a tolerance. */
export function RunLevels({ levels }: { readonly levels: readonly RunLevel[] }) {
  const methods = [...new Set(levels.map(({ methode }) => methode))];
  const hasTolerance = levels.some(({ tolerantie }) => tolerantie !== 0);
  return (
    <>
      <div className="wp-card__text">
        {methods.map((method) => (
          <p key={method} className="utrecht-paragraph">
            <strong>{PROOF_WORDS[method]}</strong>: {PROOF_SENTENCES[method]}
          </p>
        ))}
        {hasTolerance ? (
          <p className="utrecht-paragraph">
            <strong>Tolerantie</strong>: uw regio staat toe dat een niveau iets inlevert voor de niveaus eronder. Onder
            “Ingeleverd” staat hoeveel dat in deze ronde is. Onder “Zonder toleranties” staat wat elk niveau zou
            bereiken als geen enkel niveau iets inlevert.
          </p>
        ) : null}
      </div>
      <DataTable
        caption="Niveaus van deze ronde"
        columns={hasTolerance ? [...COLUMNS, ...TOLERANCE_COLUMNS] : COLUMNS}
        rows={levels}
        rowKey={(row) => String(row.niveau)}
      />
    </>
  );
}
