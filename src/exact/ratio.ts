/**
 * An exact fraction in lowest terms, with a denominator above zero.
 *
 * Points such as 20 × 528684 ÷ 597918 have no finite decimal form, and their sums are compared with thresholds and with each
 * other, so no digit may be lost on the way. Digits are dropped in one place only: `rounding.ts`.
 */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The exact fraction `numerator ÷ denominator`, in lowest terms. Throws a `RangeError` when the denominator is zero: callers ask first.
 *
 * @example
 * ```ts
 * import { exactText, ratio } from "par-index";
 * exactText(ratio(955, 1000)); // => "0.955"
 * ```
 */
export function ratio(numerator: bigint | number, denominator: bigint | number = 1n): Ratio {
  return lowestTerms(BigInt(numerator), BigInt(denominator));
}

export const zero: Ratio = ratio(0);
export const one: Ratio = ratio(1);
export const hundred: Ratio = ratio(100);

/**
 * The exact sum of two ratios.
 *
 * @example
 * ```ts
 * import { add, exactText, ratio } from "par-index";
 * exactText(add(ratio(1, 3), ratio(2, 3))); // => "1"
 * ```
 */
export function add(a: Ratio, b: Ratio): Ratio {
  return a.denominator === b.denominator
    ? lowestTerms(a.numerator + b.numerator, a.denominator)
    : lowestTerms(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/**
 * The exact difference `a − b`.
 *
 * @example
 * ```ts
 * import { exactText, ratio, subtract } from "par-index";
 * exactText(subtract(ratio(1), ratio(1, 3))); // => "2/3"
 * ```
 */
export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

/**
 * The exact product of two ratios.
 *
 * @example
 * ```ts
 * import { exactText, multiply, ratio } from "par-index";
 * exactText(multiply(ratio(20), ratio(528684, 597918))); // => "1762280/99653"
 * ```
 */
export function multiply(a: Ratio, b: Ratio): Ratio {
  return lowestTerms(a.numerator * b.numerator, a.denominator * b.denominator);
}

/**
 * The exact quotient `a ÷ b`. Throws a `RangeError` when `b` is zero: callers ask first.
 *
 * @example
 * ```ts
 * import { divide, exactText, ratio } from "par-index";
 * exactText(divide(ratio(17), ratio(20))); // => "0.85"
 * ```
 */
export function divide(a: Ratio, b: Ratio): Ratio {
  return lowestTerms(a.numerator * b.denominator, a.denominator * b.numerator);
}

/**
 * The exact sum of any number of ratios; zero for none. Brought to lowest terms once, at the end, which is most of the time saved.
 *
 * @example
 * ```ts
 * import { exactText, ratio, sum } from "par-index";
 * exactText(sum([ratio(1, 3), ratio(1, 3), ratio(1, 3)])); // => "1"
 * ```
 */
export function sum(terms: Iterable<Ratio>): Ratio {
  let [numerator, denominator] = [0n, 1n];
  for (const term of terms) {
    if (denominator % term.denominator === 0n) {
      numerator += term.numerator * (denominator / term.denominator);
    } else {
      numerator = numerator * term.denominator + term.numerator * denominator;
      denominator *= term.denominator;
    }
  }
  return lowestTerms(numerator, denominator);
}

/**
 * Below zero when `a < b`, zero when equal, above zero when `a > b`; by cross-multiplying, so never by a rounded value.
 *
 * @example
 * ```ts
 * import { compare, ratio } from "par-index";
 * compare(ratio(19, 20), ratio(95, 100)); // => 0
 * ```
 */
export function compare(a: Ratio, b: Ratio): number {
  if (a === b) return 0;
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function smaller(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

export function isZero(a: Ratio): boolean {
  return a.numerator === 0n;
}

function lowestTerms(numerator: bigint, denominator: bigint): Ratio {
  if (denominator === 0n) throw new RangeError("a ratio has no value when its denominator is zero");
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator);
  const signed = denominator < 0n ? -divisor : divisor;
  return signed === 1n ? { numerator, denominator } : { numerator: numerator / signed, denominator: denominator / signed };
}

const largestNumber = BigInt(Number.MAX_SAFE_INTEGER);

/** Of two numbers that are not negative, by Euclid's algorithm, in plain numbers as soon as both are small enough to be exact there, for speed. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > largestNumber) [x, y] = [y, x % y];
  if (y === 0n) return x;
  let [small, rest] = [Number(y), Number(x % y)];
  while (rest !== 0) [small, rest] = [rest, small % rest];
  return BigInt(small);
}
