import { greatestCommonDivisor, type Ratio } from "./ratio";
import type { RoundingMode } from "./rounding";

/**
 * Plain numbers that know how far they may be off (số có kiểm soát sai số), for columns of values that are computed by the
 * thousand: beside each number stands an *error*, such that `|exact value − number| ≤ error`.
 *
 * An error of 0 says that the number is exact, and it is then a whole number. An error that is infinite, or no number, says
 * nothing of the value. A comparison that the errors do not settle is answered by `NaN`; it is then made exactly, elsewhere.
 * `docs/concepts/filteredNumbers.md` proves every bound below.
 */

/** Up to here every whole number is a number of its own: 2⁵³. */
const wholeLimit = 2 ** 53;
/** The most by which one operation is off, as a part of its result: half the distance of neighbouring numbers. */
const roundoff = 2 ** -53;
/** Above all that is lost where results become too small for their digits. */
const smallest = 2 ** -1000;
/** Makes up for the rounding of the bounds themselves. */
const outward = 1 + 2 ** -50;

/** The error of a whole number that exact operations made: none, unless it left the range in which they are exact. */
export function wholeError(value: number): number {
  return Math.abs(value) <= wholeLimit ? 0 : Number.POSITIVE_INFINITY;
}

/** The error of `a + b`. */
export function sumError(a: number, aError: number, b: number, bError: number): number {
  const sum = a + b;
  const part = sum - a;
  const lost = Math.abs(a - (sum - part) + (b - part));
  return (aError + bError + lost) * outward;
}

/**
 * The error of a total of so many numbers, all from 0 up or all from 0 down, whose errors come to `errors`. They were added one by
 * one; each may have been a product with a whole number that is not below 0, as may its error.
 */
export function totalError(total: number, errors: number, count: number): number {
  const size = Math.abs(total);
  if (errors === 0 && size < wholeLimit) return 0;
  return (errors + count * roundoff * size + smallest) * (1 + count * 2 ** -50);
}

/** The error of `quotient = dividend ÷ divisor`, where those two are products of two exact whole numbers at most, each rounded. */
export function quotientError(quotient: number, dividend: number, divisor: number): number {
  const isWhole = Math.abs(dividend) < wholeLimit && divisor < wholeLimit && Math.floor(quotient) === quotient;
  return isWhole && quotient * divisor === dividend ? 0 : roundingError(quotient);
}

/** The most that four operations, one after the other, can be off. */
function roundingError(result: number): number {
  return 4 * roundoff * Math.abs(result) + smallest;
}

/** The error of `proportion = value × factor ÷ divisor`, where the last two are exact whole numbers, the factor not below 0, the divisor above. */
export function proportionError(proportion: number, value: number, valueError: number, factor: number, divisor: number): number {
  // Only an exact value is whole, without which nothing follows from whole numbers.
  if (valueError === 0) return quotientError(proportion, value * factor, divisor);
  return (roundingError(proportion) + (valueError * factor) / divisor + smallest) * outward;
}

/** The error of `product = value × factor`, where the factor is an exact whole number not below 0. */
export function productError(product: number, valueError: number, factor: number): number {
  if (valueError === 0) return Math.abs(product) < wholeLimit ? 0 : roundingError(product);
  return (roundingError(product) + valueError * factor + smallest) * outward;
}

/** The error of `value` held at `most`, which is exact: the limit itself is exact where the value surely exceeds it. */
export function heldError(value: number, error: number, most: number): number {
  return value - most > error * outward ? 0 : error;
}

/** The sign of `left − right`, each a product of two exact whole numbers, rounded; `NaN` where that may hide it. */
export function orderOfProducts(left: number, right: number): number {
  const difference = left - right;
  const size = Math.abs(left) + Math.abs(right);
  return size < wholeLimit || Math.abs(difference) > 4 * roundoff * size ? Math.sign(difference) : Number.NaN;
}

/** The sign of `a − b`; `NaN` where the errors leave it open. */
export function orderOf(a: number, aError: number, b: number, bError: number): number {
  const difference = a - b;
  const error = aError + bError;
  return error === 0 || Math.abs(difference) > error * outward ? Math.sign(difference) : Number.NaN;
}

/**
 * How many steps of `2 × half` a value is rounded to; `NaN` where its error leaves that open. `half` is exact and whole, so
 * that a tie is met exactly or not at all.
 */
export function roundToSteps(value: number, error: number, half: number, mode: RoundingMode): number {
  const size = Math.abs(value);
  if (!(size < wholeLimit && error < half)) return Number.NaN;
  const quotient = Math.floor(size / (2 * half));
  const whole = quotient * (2 * half) > size ? quotient - 1 : quotient;
  const rest = size - whole * (2 * half);
  const up = error === 0 ? exactlyUp(whole, rest, half, mode) : surelyUp(rest, error * outward, half, mode);
  return value < 0 ? 0 - (whole + up) : whole + up;
}

/** 1 where an exact rest is rounded up, else 0. */
function exactlyUp(whole: number, rest: number, half: number, mode: RoundingMode): number {
  switch (mode) {
    case "up":
      return rest > 0 ? 1 : 0;
    case "down":
      return 0;
    case "halfUp":
      return rest >= half ? 1 : 0;
    case "halfDown":
      return rest > half ? 1 : 0;
    case "halfEven":
      return rest > half || (rest === half && whole % 2 === 1) ? 1 : 0;
  }
}

/** The same of a rest that may be off, where that changes nothing; else `NaN`. */
function surelyUp(rest: number, error: number, half: number, mode: RoundingMode): number {
  if (mode === "up" || mode === "down") {
    const isInside = rest > error && 2 * half - rest > error;
    return isInside ? (mode === "up" ? 1 : 0) : Number.NaN;
  }
  return Math.abs(rest - half) > error ? (rest > half ? 1 : 0) : Number.NaN;
}

/** `value × scale` as a whole number; `NaN` where it is none, or too large to be exact. */
export function wholeNumber(value: Ratio, scale: bigint): number {
  const units = value.numerator * scale;
  return units % value.denominator === 0n ? safeNumber(units / value.denominator) : Number.NaN;
}

/** A constant as the quotient of two exact whole numbers in lowest terms; `NaN` for one that is too large. */
export function wholeQuotient(value: Ratio, scale: bigint): { readonly dividend: number; readonly divisor: number } {
  const units = value.numerator * scale;
  const common = greatestCommonDivisor(units < 0n ? -units : units, value.denominator);
  return { dividend: safeNumber(units / common), divisor: safeNumber(value.denominator / common) };
}

function safeNumber(units: bigint): number {
  const number = Number(units);
  return Math.abs(number) < wholeLimit ? number : Number.NaN;
}

/** `value × scale` as a number, as near as {@link nearestError} says. */
export function nearestNumber(value: Ratio, scale: bigint): number {
  const whole = wholeNumber(value, scale);
  if (!Number.isNaN(whole)) return whole;
  const units = value.numerator * scale;
  const shift = Math.max(0, 4 * (value.denominator.toString(16).length - units.toString(16).length) + 68);
  return Number((units << BigInt(shift)) / value.denominator) / 2 ** shift;
}

/** The error of `number = nearestNumber(value, scale)`. */
export function nearestError(number: number, value: Ratio, scale: bigint): number {
  return Object.is(wholeNumber(value, scale), number) ? 0 : roundingError(number);
}
