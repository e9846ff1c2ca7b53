import type { Pairs } from '../matching/pair-list';

/**
 * How far the sum of a row can go, given that a household gets one home and a unit takes no more households than it has
 * places. Pairs are sorted by household.
 */
export class RowReach {
  private readonly householdOf: Int32Array;
  private readonly unitOf: Int32Array;
  private readonly places: readonly number[];
  private readonly heaviest: Float64Array;

  constructor(pairs: Pairs) {
    this.householdOf = new Int32Array(pairs.length);
    this.unitOf = new Int32Array(pairs.length);
    const units = new Map<string, number>();
    const places: number[] = [];
    let [column, household, before] = [0, -1, ''];
    for (const pair of pairs) {
      if (column === 0 || pair.household.id !== before) household++;
      before = pair.household.id;
      this.householdOf[column] = household;
      let unit = units.get(pair.unit.id);
      if (unit === undefined) {
        unit = places.push(pair.unit.freePlaces) - 1;
        units.set(pair.unit.id, unit);
      }
      this.unitOf[column++] = unit;
    }
    this.places = places;
    this.heaviest = new Float64Array(places.length);
  }

  /** The most that the row can reach in a plan. Columns go up. */
  most(columns: Int32Array, weights: Int32Array): number {
    return Math.min(this.byHousehold(columns, weights), this.byUnit(columns, weights));
  }

  private byHousehold(columns: Int32Array, weights: Int32Array): number {
    let [total, heaviest, household] = [0, 0, -1];
    for (let term = 0; term < columns.length; term++) {
      const of = this.householdOf[columns[term]!]!;
      if (of !== household) {
        total += heaviest;
        [heaviest, household] = [0, of];
      }
      heaviest = Math.max(heaviest, weights[term]!);
    }
    return total + heaviest;
  }

  private byUnit(columns: Int32Array, weights: Int32Array): number {
    const { unitOf, places, heaviest } = this;
    const several = new Map<number, number[]>();
    const ofSeveral = (unit: number): number[] => {
      const known = several.get(unit) ?? [];
      if (known.length === 0) several.set(unit, known);
      return known;
    };
    for (let term = 0; term < columns.length; term++) {
      const unit = unitOf[columns[term]!]!;
      if (places[unit] === 1) heaviest[unit] = Math.max(heaviest[unit]!, weights[term]!);
      else ofSeveral(unit).push(Math.max(0, weights[term]!));
    }
    let total = 0;
    for (const column of columns) {
      const unit = unitOf[column]!;
      total += heaviest[unit]!;
      heaviest[unit] = 0;
    }
    for (const [unit, each] of several) {
      each.sort((a, b) => b - a);
      for (const weight of each.slice(0, places[unit])) total += weight;
    }
    return total;
  }
}
