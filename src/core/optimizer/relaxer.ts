import type { EngineAnswer, EngineTeam } from './engine';
import { firstBasis } from './first-basis';
import type { Milp } from './milp';
import { pick } from './places';
import { withRows, type FreePart, type SparseRow } from './programme';
import type { InverseRows } from './rounding-cuts';
import type { WarmAnswer, WarmRelaxation } from './warm-relaxation';

/**
 * The relaxations of one programme, level after level. Each starts where the last one ended, if the engines keep a programme
 * open; otherwise, and where that gives up, each starts from nothing. The answer has one value a column and a row of the part.
 * Close it after use.
 */
export class Relaxer {
  private open: { readonly starts: Int32Array; readonly warm: WarmRelaxation } | null = null;

  constructor(private readonly engines: Pick<EngineTeam, 'relaxation' | 'openRelaxation'>) {}

  /** Null: there is no engine for relaxations. `part` is the free part of the programme. */
  async solve(programme: Milp, part: FreePart, secondsLeft: () => number): Promise<EngineAnswer | null> {
    const { relaxation, openRelaxation } = this.engines;
    if (openRelaxation !== undefined) {
      const isOpen = this.open?.starts === programme.starts;
      const basis = isOpen ? undefined : firstBasis(programme, openRelaxation, secondsLeft());
      const warm = this.opened(programme, openRelaxation);
      const answer = warm.solve(programme, { timeLimitSeconds: secondsLeft(), basis });
      if (answer.status === 'optimal') return ofPart(answer, part);
      this.close();
    }
    return relaxation === null ? null : relaxation.solveRelaxation(part.milp, { timeLimitSeconds: secondsLeft() });
  }

  /** For columns of the part with a fraction in the last answer, see `Tableau`; null where the engine does not show it. */
  inverseRowsOf({ columns, rows }: FreePart): InverseRows {
    return (places) => {
      const sums = this.open?.warm.tableau?.inverseRows(places.map((place) => columns[place]!));
      return sums?.map((sum) => pick(sum, rows)) ?? null;
    };
  }

  /** The programme with these rows; an open one goes on from where it is. */
  withRows(programme: Milp, rows: readonly SparseRow[]): Milp {
    if (rows.length === 0) return programme;
    const more = withRows(programme, rows);
    if (this.open?.starts === programme.starts && this.open.warm.tableau !== undefined) {
      this.open.warm.tableau.addRows(rows);
      this.open = { ...this.open, starts: more.starts };
    }
    return more;
  }

  close(): void {
    this.open?.warm.close();
    this.open = null;
  }

  /** Only bounds and objective may change in an open programme; one with another matrix is opened anew. */
  private opened(programme: Milp, openRelaxation: NonNullable<EngineTeam['openRelaxation']>): WarmRelaxation {
    if (this.open?.starts !== programme.starts) {
      this.close();
      this.open = { starts: programme.starts, warm: openRelaxation(programme) };
    }
    return this.open.warm;
  }
}

function ofPart(
  { columnValues, reducedCosts, rowDuals }: Extract<WarmAnswer, { status: 'optimal' }>,
  { columns, rows }: FreePart,
): EngineAnswer {
  return {
    status: 'optimal',
    columnValues: pick(columnValues, columns),
    reducedCosts: pick(reducedCosts, columns),
    rowDuals: pick(rowDuals, rows),
  };
}
