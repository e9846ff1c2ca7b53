import { exactProgramme, type ExactColumn, type ExactProgramme, type ExactRow } from './exact-programme';
import type { PartProof, ReceiptFile, ReceiptMultipliers } from './receipt-file';

/** One thing that makes a receipt unusable: where, what stands there, what should. */
export interface ReceiptFault {
  readonly path: string;
  readonly value: unknown;
  readonly expected: string;
}

/**
 * The programme of a receipt, part by part; or everything that is wrong with its references.
 * Expects the shapes of `ReceiptFile`; what the numbers mean is checked here.
 */
export function readReceipt(file: ReceiptFile): { parts: readonly ExactProgramme[] } | { faults: ReceiptFault[] } {
  const faults = [...columnFaults(file), ...rowFaults(file), ...levelFaults(file)];
  return faults.length > 0 ? { faults } : { parts: partsOf(file) };
}

/** The programme of each part, from a receipt whose references are right. */
export function partsOf(file: Omit<ReceiptFile, 'levels'>): readonly ExactProgramme[] {
  const count = file.columns.reduce((most, { part }) => Math.max(most, part + 1), 0);
  const columns = Array.from({ length: count }, () => new Map<number, ExactColumn>());
  const rows = Array.from({ length: count }, () => new Map<number, ExactRow>());
  file.columns.forEach(({ part, lower = 0, upper = 1 }, column) =>
    columns[part]!.set(column, { lower: BigInt(lower), upper: BigInt(upper) }),
  );
  [...file.rows.keys()].forEach((row) => rows[partOfRow(file, row)]?.set(row, exactRow(file, row)));
  return columns.map((each, part) => exactProgramme(each, rows[part]!));
}

/** The number of the row that keeps a level (0 = first). */
export function rowOfLevel({ rows }: Pick<ReceiptFile, 'rows'>, level: number): number {
  return rows.length + level;
}

/** How many rows a proof learns. */
export function learntOf({ rounds = [] }: PartProof): number {
  return rounds.reduce((sum, { learnt }) => sum + learnt.length, 0);
}

function partOfRow({ rows, columns }: Pick<ReceiptFile, 'rows' | 'columns'>, row: number): number {
  return columns[rows[row]!.columns[0] ?? -1]?.part ?? -1;
}

function exactRow({ rows }: Pick<ReceiptFile, 'rows'>, place: number): ExactRow {
  const { lower, upper, columns, weights } = rows[place]!;
  return {
    lower: lower === undefined ? null : BigInt(lower),
    upper: upper === undefined ? null : BigInt(upper),
    terms: new Map(columns.map((column, term) => [column, BigInt(weights?.[term] ?? 1)])),
  };
}

function columnFaults({ columns, rows }: ReceiptFile): ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  const seen = new Set<string>();
  const parts = new Set(columns.map(({ part }) => part));
  columns.forEach(({ pair, shortageOf, part, lower = 0, upper = 1 }, place) => {
    const report = (key: string, value: unknown, expected: string) =>
      faults.push({ path: `columns/${place}${key}`, value, expected });
    if ((pair === undefined) === (shortageOf === undefined)) report('', null, 'óf pair óf shortageOf');
    if (lower > upper || lower < 0) report('/lower', lower, `een geheel getal van 0 tot en met ${upper}`);
    if (part >= parts.size) report('/part', part, 'delen die vanaf 0 doorlopen genummerd zijn');
    const name = JSON.stringify(pair ?? shortageOf);
    if (seen.has(name)) report('', name, 'een kolom die nog niet voorkomt');
    seen.add(name);
    if (pair !== undefined && (lower > 1 || upper > 1)) report('/upper', upper, '0 of 1 voor een paar');
    if (shortageOf === undefined) return;
    const row = rows[shortageOf];
    const term = row?.columns.indexOf(place) ?? -1;
    const isSoft = row?.lower !== undefined && row.upper === undefined && term >= 0 && (row.weights?.[term] ?? 1) === 1;
    if (!isSoft) report('/shortageOf', shortageOf, 'een rij met alleen een ondergrens, waarin deze kolom 1 keer telt');
    if (rows.some((each, at) => at !== shortageOf && each.columns.includes(place))) {
      report('/shortageOf', shortageOf, 'de enige rij waarin deze kolom telt');
    }
  });
  return faults;
}

function rowFaults(file: ReceiptFile): ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  const names = new Set<string>();
  file.rows.forEach(({ ruleId, key, lower, upper, columns, weights }, place) => {
    const report = (at: string, value: unknown, expected: string) =>
      faults.push({ path: `rows/${place}${at}`, value, expected });
    const name = JSON.stringify([ruleId, key]);
    if (names.has(name)) report('/key', key, 'een rij die nog niet voorkomt');
    names.add(name);
    if (lower !== undefined && upper !== undefined && lower > upper) report('/lower', lower, `hoogstens ${upper}`);
    if (weights !== undefined && weights.length !== columns.length) {
      report('/weights', weights.length, `${columns.length} gewichten, één per kolom`);
    }
    weights?.forEach((weight, term) => weight === 0 && report(`/weights/${term}`, 0, 'een geheel getal, niet 0'));
    if (new Set(columns).size !== columns.length) report('/columns', null, 'elke kolom één keer');
    columns.forEach((column, term) => {
      const found = file.columns[column];
      if (found === undefined) report(`/columns/${term}`, column, 'het nummer van een kolom');
      else if (found.part !== partOfRow(file, place))
        report(`/columns/${term}`, column, 'een kolom van hetzelfde deel');
    });
  });
  return faults;
}

function levelFaults(file: ReceiptFile): ReceiptFault[] {
  const { levels, columns } = file;
  const parts = new Set(columns.map(({ part }) => part)).size;
  const faults: ReceiptFault[] = [];
  const partOfLearnt = new Map<number, number>();
  let nextRow = rowOfLevel(file, levels.length);
  levels.forEach(({ level, worth, proofs, epsilon }, place) => {
    const report = (at: string, value: unknown, expected: string) =>
      faults.push({ path: `levels/${place}/${at}`, value, expected });
    if (level !== place + 1) report('level', level, `${place + 1}`);
    if (proofs.length !== parts) report('proofs', proofs.length, `${parts} bewijzen, één per deel`);
    if (epsilon > 0 && parts > 1) report('epsilon', epsilon, '0, omdat de ronde uit meer dan één deel bestaat');
    if (new Set(worth.map(([column]) => column)).size !== worth.length) report('worth', null, 'elke kolom één keer');
    worth.forEach(([column], at) => {
      if (columns[column] === undefined) report(`worth/${at}/0`, column, 'het nummer van een kolom');
    });
    proofs.forEach((proof, part) => {
      const { nodes, witness, rounds = [] } = proof;
      const own = (column: number) => columns[column]?.part === part;
      witness?.forEach((column, at) => {
        if (!own(column) || columns[column]!.pair === undefined)
          report(`proofs/${part}/witness/${at}`, column, 'het nummer van een paar in dit deel');
      });
      if (leavesMissing(nodes) !== 0) {
        report(`proofs/${part}/nodes`, nodes.length, 'een boom waarin elke splitsing twee takken heeft');
      }
      const mayUse = (row: number) =>
        row < rowOfLevel(file, place) ? isOfPart(file, row, part) : (partOfLearnt.get(row) ?? -1) === part;
      const judge = (path: string, { scale, rows }: ReceiptMultipliers) => {
        if (BigInt(scale) < 1n) report(`${path}/scale`, scale, 'een geheel getal vanaf 1');
        if (new Set(rows.map(([row]) => row)).size !== rows.length) report(`${path}/rows`, null, 'elke rij één keer');
        rows.forEach(([row], term) => {
          if (!mayUse(row))
            report(`${path}/rows/${term}/0`, row, 'een rij van dit deel, van een niveau erboven, of die al geleerd is');
        });
      };
      rounds.forEach(({ multipliers, learnt }, round) => {
        const path = `proofs/${part}/rounds/${round}`;
        judge(`${path}/multipliers`, multipliers);
        learnt.forEach((row, at) => {
          judge(`${path}/learnt/${at}`, row);
          row.fromUpper?.forEach((column, term) => {
            if (!own(column)) report(`${path}/learnt/${at}/fromUpper/${term}`, column, 'een kolom van dit deel');
          });
        });
        for (let at = 0; at < learnt.length; at++) partOfLearnt.set(nextRow++, part);
      });
      nodes.forEach(({ multipliers, split }, at) => {
        const path = `proofs/${part}/nodes/${at}`;
        if (split !== undefined && !own(split[0])) report(`${path}/split/0`, split[0], 'een kolom van dit deel');
        multipliers.forEach((each, m) => judge(`${path}/multipliers/${m}`, each));
      });
    });
  });
  return faults;
}

function leavesMissing(nodes: ReceiptFile['levels'][number]['proofs'][number]['nodes']): number {
  let open = 1;
  for (const { split } of nodes) {
    if (open === 0) return -1;
    open += split === undefined ? -1 : 1;
  }
  return open;
}

function isOfPart(file: ReceiptFile, row: number, part: number): boolean {
  return row >= file.rows.length || partOfRow(file, row) === part;
}
