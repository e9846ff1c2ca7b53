import { formatNumber } from '../display/format';
import type { Run } from '../http/answers';

export function RunTiles({ counts }: { readonly counts: NonNullable<Run['aantallen']> }) {
  const tiles: readonly (readonly [number, string])[] = [
    [counts.clienten, 'cliënten wachten'],
    [counts.wooneenheden, 'woonplekken'],
    [counts.vrijePlaatsen, 'vrije plaatsen'],
    [counts.mogelijkeParen, 'combinaties die mogen'],
    [counts.voorstellen, 'voorstellen'],
    [counts.nietGematcht, 'cliënten zonder voorstel'],
  ];
  return (
    <ul className="wp-tiles wp-list--plain" aria-label="Aantallen van deze ronde">
      {tiles.map(([value, label]) => (
        <li className="wp-tile" key={label}>
          <span className="wp-tile__value">{formatNumber(value)}</span>
          <span className="wp-tile__label">{label}</span>
        </li>
      ))}
    </ul>
  );
}
