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

/** The levels in the order in which they decide; a level never gives way to one below it. */
export function RunLevels({ levels }: { readonly levels: readonly RunLevel[] }) {
  const methods = [...new Set(levels.map(({ methode }) => methode))];
  return (
    <>
      <div className="wp-card__text">
        {methods.map((method) => (
          <p key={method} className="utrecht-paragraph">
            <strong>{PROOF_WORDS[method]}</strong>: {PROOF_SENTENCES[method]}
          </p>
        ))}
      </div>
      <DataTable
        caption="Niveaus van deze ronde"
        columns={COLUMNS}
        rows={levels}
        rowKey={(row) => String(row.niveau)}
      />
    </>
  );
}
