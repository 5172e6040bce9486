import { type Ratio, ratio } from "./ratio";

/** What a decimal may look like in a file: digits, perhaps a minus sign and a point. No exponent, no grouping, no `NaN`. */
const decimalShape = /^-?\d+(\.\d+)?$/;

/** The most digits a figure may have. A limit of the file format, far above any real figure; it stops mistakes and abuse. */
export const mostDigits = 30;

/** True for text such as `"95.5"`, `"-3"`, `"0.25"`, of at most {@link mostDigits} digits. */
export function isDecimal(text: string): boolean {
  return decimalShape.test(text) && text.replace(/\D/g, "").length <= mostDigits;
}

/** The exact value of decimal text; throws a `RangeError` for anything else, so check with {@link isDecimal} first. */
export function fromDecimal(text: string): Ratio {
  if (!decimalShape.test(text)) throw new RangeError(`not a decimal: ${text}`);
  const point = text.indexOf(".");
  return point < 0 ? ratio(BigInt(text)) : ratio(BigInt(text.replace(".", "")), 10n ** BigInt(text.length - point - 1));
}

/**
 * Exact text of a value: a decimal when it has one (`"0.955"`), otherwise the fraction in lowest terms (`"1762280/99653"`).
 * The same value always gives the same text, so it can be compared, stored and hashed.
 *
 * @example
 * ```ts
 * import { exactText, ratio } from "par-index";
 * exactText(ratio(1910, 2000)); // => "0.955"
 * exactText(ratio(1, 3)); // => "1/3"
 * ```
 */
export function exactText(value: Ratio): string {
  if (value.denominator === 1n) return value.numerator.toString();
  const places = decimalPlaces(value.denominator);
  if (places === undefined) return `${value.numerator}/${value.denominator}`;
  return withPoint((value.numerator * 10n ** BigInt(places)) / value.denominator, places);
}

/** A whole number of units of the last place, written with that many decimals: `(9544, 2)` is `"95.44"`. */
export function withPoint(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const sign = units < 0n ? "-" : "";
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** True for text that {@link fromExactText} can read: a decimal, or a fraction. */
export function isExactText(text: string): boolean {
  return /^-?\d+(\.\d+|\/0*[1-9]\d*)?$/.test(text);
}

/**
 * The value of text that {@link exactText} wrote.
 *
 * @example
 * ```ts
 * import { exactText, fromExactText } from "par-index";
 * exactText(fromExactText("2/6")); // => "1/3"
 * ```
 */
export function fromExactText(text: string): Ratio {
  const slash = text.indexOf("/");
  return slash < 0 ? fromDecimal(text) : ratio(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)));
}

/**
 * How many decimals a fraction in lowest terms with this denominator needs, the last of which is then never a zero;
 * `undefined` when its decimals never end. Plain numbers take over where they are exact, for speed.
 */
function decimalPlaces(denominator: bigint): number | undefined {
  if (denominator <= BigInt(Number.MAX_SAFE_INTEGER)) return placesOf(Number(denominator));
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function placesOf(denominator: number): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2 === 0) {
    rest /= 2;
    twos += 1;
  }
  while (rest % 5 === 0) {
    rest /= 5;
    fives += 1;
  }
  return rest === 1 ? Math.max(twos, fives) : undefined;
}
