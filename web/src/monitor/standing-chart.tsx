import { useId } from 'react';
import { formatNumber } from '../display/format';
import type { StandingRow } from './standing-row';
import { StandingLegend } from './standing-legend';
import { useWidth } from './use-width';

interface StandingChartProps {
  readonly rows: readonly StandingRow[];
  /** What the table beside the chart is called; the chart points to it. */
  readonly description: string;
  readonly words: { readonly realised: string; readonly ceiling: string | null; readonly floor: string | null };
}

const NARROW = 560;
const BAR = 16;
const AXIS = 24;

/** Steps of 1, 2 or 5 times a power of ten, at most about six of them. */
function stepFor(maximum: number): number {
  const rough = Math.max(1, maximum / 6);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? rough;
}

/**
 * Bars of what counts already and what the proposals add, against what was agreed. Each part has its own pattern and each
 * limit its own shape, so that it can be read without colour; the table says the same in numbers.
 */
export function StandingChart({ rows, description, words }: StandingChartProps) {
  const [frame, width] = useWidth<HTMLElement>(720);
  const hatch = useId();
  const isNarrow = width < NARROW;
  const labelWidth = isNarrow ? 0 : Math.min(260, Math.round(width * 0.3));
  const rowHeight = isNarrow ? 48 : 32;
  const barTop = isNarrow ? 24 : 8;
  const largest = Math.max(
    1,
    ...rows.map((row) => Math.max(row.expected ?? row.realised ?? 0, row.ceiling ?? 0, row.floor ?? 0)),
  );
  const step = stepFor(largest);
  const maximum = Math.ceil(largest / step) * step;
  const plot = Math.max(40, width - labelWidth - 24);
  const x = (value: number) => labelWidth + 8 + (value / maximum) * plot;
  const height = rows.length * rowHeight + AXIS;
  const ticks = Array.from({ length: Math.round(maximum / step) + 1 }, (_, place) => place * step);

  return (
    <figure ref={frame} className="wp-stack wp-stack--tight">
      <StandingLegend words={words} hatch={`${hatch}-legend`} />
      <svg
        className="wp-chart"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={description}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="wp-chart__hatch" width="6" height="6" />
            <line className="wp-chart__hatch-line" x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="wp-chart__grid" x1={x(tick)} x2={x(tick)} y1={0} y2={height - AXIS} />
            <text className="wp-chart__axis" x={x(tick)} y={height - 6} textAnchor="middle">
              {formatNumber(tick)}
            </text>
          </g>
        ))}
        {rows.map((row, place) => {
          const top = place * rowHeight + barTop;
          const realised = row.realised ?? 0;
          const expected = row.expected ?? realised;
          return (
            <g key={row.id}>
              <text className="wp-chart__label" x={isNarrow ? x(0) : 0} y={isNarrow ? top - 8 : top + 13}>
                {row.label}
              </text>
              {row.ceiling !== null && row.ceiling > expected && row.expected !== null ? (
                <rect
                  className="wp-chart__room"
                  x={x(expected)}
                  y={top}
                  width={x(row.ceiling) - x(expected)}
                  height={BAR}
                />
              ) : null}
              <rect className="wp-chart__realised" x={x(0)} y={top} width={x(realised) - x(0)} height={BAR} />
              <rect
                className="wp-chart__proposed"
                fill={`url(#${hatch})`}
                x={x(realised)}
                y={top}
                width={x(expected) - x(realised)}
                height={BAR}
              />
              {row.ceiling !== null ? (
                <line
                  className="wp-chart__ceiling"
                  x1={x(row.ceiling)}
                  x2={x(row.ceiling)}
                  y1={top - 4}
                  y2={top + BAR + 4}
                />
              ) : null}
              {row.floor !== null ? (
                <path className="wp-chart__floor" d={`M${x(row.floor)} ${top + BAR - 3}l6 9h-12z`} />
              ) : null}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
