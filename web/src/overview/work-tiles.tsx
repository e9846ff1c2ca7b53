import { Link, type LinkProps } from '@tanstack/react-router';
import { formatNumber } from '../display/format';
import type { RunSummary } from '../http/answers';
import { useApi } from '../http/use-api';
import { useRegion } from '../layout/region';

interface Tile {
  readonly value: number | undefined;
  readonly label: string;
  readonly to: LinkProps['to'];
  readonly search?: Readonly<Record<string, string>>;
}

/** How much work there is, each number a way to its list. */
export function WorkTiles({ run }: { readonly run: RunSummary }) {
  const region = useRegion();
  const countOfStatus = (status: 'voorgesteld' | 'goedgekeurd' | 'afgewezen') => ({
    query: { regio: region.id, status, aantal: 1 },
  });
  const open = useApi('/v1/voorstellen', countOfStatus('voorgesteld'));
  const approved = useApi('/v1/voorstellen', countOfStatus('goedgekeurd'));
  const rejected = useApi('/v1/voorstellen', countOfStatus('afgewezen'));
  const tiles: readonly Tile[] = [
    {
      value: open.data?.totaal,
      label: 'voorstellen te beoordelen',
      to: '/voorstellen',
      search: { status: 'voorgesteld' },
    },
    { value: approved.data?.totaal, label: 'goedgekeurd', to: '/voorstellen', search: { status: 'goedgekeurd' } },
    { value: rejected.data?.totaal, label: 'afgewezen', to: '/voorstellen', search: { status: 'afgewezen' } },
    { value: run.aantallen?.nietGematcht, label: 'cliënten zonder voorstel', to: '/niet-gematcht' },
  ];
  return (
    <ul className="wp-tiles wp-list--plain" aria-label="Uw werk in aantallen">
      {tiles.map((tile) => (
        <li className="wp-tile" key={tile.label}>
          <span className="wp-tile__value">{tile.value === undefined ? '…' : formatNumber(tile.value)}</span>
          <Link className="utrecht-link wp-tile__label" to={tile.to} search={tile.search as never}>
            {tile.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
