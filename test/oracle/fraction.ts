import type { Mode } from "./documents";

/** A fraction that is never brought to lowest terms until it is printed. The part below the line is above zero. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const nothing: Fraction = { top: 0n, bottom: 1n };

export function whole(value: number | bigint): Fraction {
  return { top: BigInt(value), bottom: 1n };
}

/** A decimal as officers and files write it, with a point or a comma. */
export function readDecimal(text: string): Fraction {
  const [units = "", decimals = ""] = text.trim().replace(",", ".").split(".");
  return { top: BigInt(units + decimals), bottom: 10n ** BigInt(decimals.length) };
}

/** The value that {@link print} wrote. */
export function readPrinted(text: string): Fraction {
  const [top = "", bottom] = text.split("/");
  return bottom === undefined ? readDecimal(top) : { top: BigInt(top), bottom: BigInt(bottom) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

export function dividedBy(a: Fraction, b: Fraction): Fraction {
  if (b.top === 0n) throw new RangeError("divided by zero");
  const sign = b.top < 0n ? -1n : 1n;
  return { top: sign * a.top * b.bottom, bottom: sign * a.bottom * b.top };
}

export function total(terms: readonly Fraction[]): Fraction {
  return terms.reduce(plus, nothing);
}

export function isNothing(value: Fraction): boolean {
  return value.top === 0n;
}

export function isBelow(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom < b.top * a.bottom;
}

export function equals(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom === b.top * a.bottom;
}

export function lesser(a: Fraction, b: Fraction): Fraction {
  return isBelow(a, b) ? a : b;
}

export function greater(a: Fraction, b: Fraction): Fraction {
  return isBelow(a, b) ? b : a;
}

export function lowestTerms({ top, bottom }: Fraction): Fraction {
  let [divisor, rest] = [top < 0n ? -top : top, bottom];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  return { top: top / divisor, bottom: bottom / divisor };
}

/** The decimal that the fraction is, without idle zeros; the fraction in lowest terms where its decimals never end. */
export function print(value: Fraction): string {
  const { top, bottom } = lowestTerms(value);
  const enough = bottom.toString(2).length;
  if (10n ** BigInt(enough) % bottom !== 0n) return `${top}/${bottom}`;
  let places = 0;
  while (10n ** BigInt(places) % bottom !== 0n) places += 1;
  return withPoint((top * 10n ** BigInt(places)) / bottom, places);
}

/** Keeps so many decimals. What is dropped counts for a step up as the mode says; a minus sign plays no part in it. */
export function roundTo(value: Fraction, places: number, mode: Mode): string {
  const size = value.top < 0n ? -value.top : value.top;
  const kept = (size * 10n ** BigInt(places)) / value.bottom;
  const dropped = (size * 10n ** BigInt(places)) % value.bottom;
  const digits = kept + (stepsUp(kept, dropped, value.bottom, mode) ? 1n : 0n);
  return withPoint(value.top < 0n ? -digits : digits, places);
}

function stepsUp(kept: bigint, dropped: bigint, of: bigint, mode: Mode): boolean {
  const tie = dropped * 2n === of;
  const overHalf = dropped * 2n > of;
  switch (mode) {
    case "halfUp":
      return overHalf || tie;
    case "halfDown":
      return overHalf;
    case "halfEven":
      return overHalf || (tie && kept % 2n === 1n);
    case "up":
      return dropped > 0n;
    case "down":
      return false;
  }
}

function withPoint(digits: bigint, places: number): string {
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}
