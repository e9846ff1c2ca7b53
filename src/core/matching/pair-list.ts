import type { Pairing } from '../rules/rule';
import type { Household, Unit } from './problem';
import type { ProblemIndex } from './problem-index';
import type { IsoDate } from '../time/calendar';

/** Pairs in an order. */
export interface Pairs extends Iterable<Pairing> {
  readonly length: number;
  /** Undefined: there are not so many. */
  at(place: number): Pairing | undefined;
}

/** A unit, and the first day on which somebody could live there. */
export interface Place {
  readonly unit: Unit;
  readonly start: IsoDate;
}

/** Pairs by two numbers each, made into an object when one is looked at: a country has millions of them. */
export class PairList implements Pairs {
  private households: Household[] = [];
  private householdOf = new Int32Array(64);
  private placeOf = new Int32Array(64);
  private count = 0;

  constructor(
    private readonly index: ProblemIndex,
    private readonly places: readonly Place[],
  ) {}

  get length(): number {
    return this.count;
  }

  at(place: number): Pairing | undefined {
    if (!(place < this.count)) return undefined;
    const { unit, start } = this.places[this.placeOf[place]!]!;
    return { index: this.index, household: this.households[this.householdOf[place]!]!, unit, start };
  }

  *[Symbol.iterator](): IterableIterator<Pairing> {
    for (let place = 0; place < this.count; place++) yield this.at(place)!;
  }

  /** Adds the pair of a household and the place of this number. Pairs of one household come one after another. */
  add(household: Household, place: number): void {
    if (this.households.at(-1) !== household) this.households.push(household);
    if (this.count === this.householdOf.length) {
      this.householdOf = larger(this.householdOf);
      this.placeOf = larger(this.placeOf);
    }
    this.householdOf[this.count] = this.households.length - 1;
    this.placeOf[this.count++] = place;
  }
}

function larger(full: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * full.length);
  grown.set(full);
  return grown;
}
