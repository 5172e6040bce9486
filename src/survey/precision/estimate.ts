/**
 * A quantity that a sample gives with an error: a plain `number`, never exact points. The brand `approximate` keeps it out of a
 * score by type; what enters a score comes from `satisfaction`, in exact arithmetic.
 */
export interface Uncertain {
  readonly approximate: true;
  readonly value: number;
  /** Standard error (sai số chuẩn) under the design. */
  readonly standardError: number;
  /** Clusters less strata (bậc tự do), of those that hold anything of what is estimated. */
  readonly degreesOfFreedom: number;
}

/** A rate, mean or ratio Σwy ÷ Σwx that was estimated from a sample (ước lượng). */
export interface Estimate extends Uncertain {
  /** Rows that count (x is not 0), each as often as its `count` says: people, where rows are people. */
  readonly respondents: number;
  /** Σw over them: the people they stand for. */
  readonly population: number;
  /**
   * The variance that as many people drawn one by one, with replacement, would give; of use where rows are people. `null` for a mean
   * of several questions, whose rows do not say who answered which.
   */
  readonly simpleVariance: number | null;
}

/** Several estimates from one sample, with the covariance (hiệp phương sai) that comparing them needs. */
export interface Estimates {
  readonly approximate: true;
  readonly byName: Readonly<Record<string, Estimate>>;
  /** Covariance of every two by their names; of one with itself, its variance. */
  readonly covariance: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Degrees of freedom of every two together: clusters less strata, of those that hold anything of either. */
  readonly degreesOfFreedom: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
