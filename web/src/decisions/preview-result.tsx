import { Link } from '@tanstack/react-router';
import { formatNumber } from '../display/format';
import type { Preview } from '../http/answers';
import type { Column } from '../lists/column';
import { DataTable } from '../lists/data-table';

type PreviewLevel = Preview['niveaus'][number];

const signed = (value: number): string => `${value > 0 ? '+' : '−'}${formatNumber(Math.abs(value))}`;

// Shortages count downwards in the plan; people read them without a minus.
const LEVELS: readonly Column<PreviewLevel>[] = [
  { header: 'Niveau', rowHeader: true, cell: (level) => `${level.niveau}. ${level.naam}` },
  { header: 'Nu', numeric: true, cell: (level) => formatNumber(Math.abs(level.nu)) },
  { header: 'Met dit besluit', numeric: true, cell: (level) => formatNumber(Math.abs(level.straks)) },
  { header: 'Verschil', numeric: true, cell: (level) => signed(Math.abs(level.straks) - Math.abs(level.nu)) },
];

/** What a decision would change in the last round: per level, and who would get another home. */
export function PreviewResult({ preview }: { readonly preview: Preview }) {
  const changed = preview.niveaus.filter((level) => level.verschil !== 0);
  return (
    <div className="wp-stack" role="status">
      <p>
        <strong>{preview.samenvatting}</strong>
      </p>
      {preview.redenen.length > 0 ? (
        <ul className="wp-list">
          {preview.redenen.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      {changed.length > 0 ? (
        <DataTable
          caption="Verschil per niveau"
          columns={LEVELS}
          rows={changed}
          rowKey={(level) => String(level.niveau)}
        />
      ) : null}
      {preview.verschuivingen.length > 0 ? (
        <ul className="wp-list" aria-label="Wie er verschuift">
          {preview.verschuivingen.map((move) => (
            <li key={move.client.id}>
              <Link className="utrecht-link" to="/clienten/$id" params={{ id: move.client.id }}>
                {move.client.nummer}
              </Link>
              : van {move.van?.naam ?? 'geen woonplek'} naar {move.naar?.naam ?? 'geen woonplek'}
            </li>
          ))}
        </ul>
      ) : null}
      {preview.mogelijk && !preview.bewezen ? <p>De tijd was op: dit verschil is niet tot het einde bewezen.</p> : null}
    </div>
  );
}
