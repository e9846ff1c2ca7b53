interface StandingLegendProps {
  readonly words: { readonly realised: string; readonly ceiling: string | null; readonly floor: string | null };
  readonly hatch: string;
}

/** What each pattern and shape of the chart stands for. */
export function StandingLegend({ words, hatch }: StandingLegendProps) {
  return (
    <ul className="wp-legend" aria-label="Legenda">
      <li>
        <svg viewBox="0 0 28 16" aria-hidden="true">
          <rect className="wp-chart__realised" width="28" height="16" />
        </svg>
        {words.realised}
      </li>
      <li>
        <svg viewBox="0 0 28 16" aria-hidden="true">
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect className="wp-chart__hatch" width="6" height="6" />
              <line className="wp-chart__hatch-line" x1="0" y1="0" x2="0" y2="6" />
            </pattern>
          </defs>
          <rect className="wp-chart__proposed" fill={`url(#${hatch})`} width="28" height="16" />
        </svg>
        Voorgesteld
      </li>
      {words.ceiling ? (
        <>
          <li>
            <svg viewBox="0 0 28 16" aria-hidden="true">
              <rect className="wp-chart__room" x="1" y="1" width="26" height="14" />
            </svg>
            Nog ruimte
          </li>
          <li>
            <svg viewBox="0 0 28 16" aria-hidden="true">
              <line className="wp-chart__ceiling" x1="14" x2="14" y1="0" y2="16" />
            </svg>
            {words.ceiling}
          </li>
        </>
      ) : null}
      {words.floor ? (
        <li>
          <svg viewBox="0 0 28 16" aria-hidden="true">
            <path className="wp-chart__floor" d="M14 3l6 9h-12z" />
          </svg>
          {words.floor}
        </li>
      ) : null}
    </ul>
  );
}
