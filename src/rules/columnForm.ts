import { heldError, quotientError, wholeQuotient } from "../exact/filtered";
import type { Ratio } from "../exact/ratio";

/**
 * How a kind or a measure reads columns (dạng cột) beside how it awards one leaf: the same awards, many at a time, in plain
 * numbers that know how far they may be off. What a column form cannot settle it leaves open, and that row of that leaf is
 * awarded exactly; so a kind or measure without a column form is slower and nothing else.
 */

/** The figures of a leaf, a column for each of its fields and a row for each unit. */
export interface FigureColumns {
  /**
   * Counts as they are, days by their numbers, options by their places, yes and no as 1 and 0, decimals as whole numbers of
   * their last place; `NaN` where a figure is not reported.
   */
  readonly figures: Readonly<Record<string, Float64Array>>;
  /** How many decimals that last place is: 2 where 12.5 stands as 1250. All decimals of a leaf share it. */
  readonly places: number;
}

/** What becomes of a row. */
export const outcomes = { earned: 0, nothingDue: 1, notDone: 2, unsettled: 3 } as const;

/**
 * Rows of a leaf, from one to before another, in columns of every row. Not all of them report figures: what is found of one
 * that does not is not looked at.
 */
export interface LeafRows {
  readonly from: number;
  readonly to: number;
  /** Each `earned` at first. */
  readonly outcome: Uint8Array;
  /** What a measure reads: the quotient of two exact whole numbers, the second above zero. */
  readonly dividend: Float64Array;
  readonly divisor: Float64Array;
  /** Points in whole units of `1 ÷ scale` of a point, and how far they may be off. */
  readonly points: Float64Array;
  readonly error: Float64Array;
}

/** The column form of a measure. */
export interface MeasureColumns<C = unknown> {
  /** For a measure that compares units: what those rows, all with figures, come to. */
  gather?(members: Int32Array): C;
  read(rows: LeafRows, gathered: C): void;
}

/** The column of a figure. */
export function figureColumn({ figures }: FigureColumns, key: string): Float64Array {
  const column = figures[key];
  if (column === undefined) throw new TypeError(`no column of ${key}`);
  return column;
}

/** The whole number that stands for 1 in columns of decimals. */
export function onePlace({ places }: FigureColumns): number {
  return 10 ** places;
}

/** Notes the value of a row; it is left open where the numbers left the range in which they are exact. */
export function setValue({ outcome, dividend, divisor }: LeafRows, row: number, above: number, below: number): void {
  dividend[row] = above;
  divisor[row] = below;
  if (!(Math.abs(above) <= Number.MAX_SAFE_INTEGER && below <= Number.MAX_SAFE_INTEGER)) outcome[row] = outcomes.unsettled;
}

/** Awards points in proportion to the value, so many for each 1 of it, none below zero and `most` at most. */
export function earnInProportion(each: Ratio, scale: bigint, most: number): (rows: LeafRows) => void {
  const constant = wholeQuotient(each, scale);
  return ({ from, to, dividend, divisor, points, error }) => {
    for (let row = from; row < to; row += 1) {
      const above = (dividend[row] as number) * constant.dividend;
      const below = (divisor[row] as number) * constant.divisor;
      const earned = above / below;
      const earnedError = quotientError(earned, above, below);
      points[row] = Math.min(most, Math.max(0, earned));
      error[row] = earned <= 0 ? 0 : heldError(earned, earnedError, most);
    }
  };
}
