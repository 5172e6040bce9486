import { fromDecimal, isDecimal } from "../exact/decimal";
import { compare, type Ratio, ratio, subtract } from "../exact/ratio";

/** A printed number: its digits with a point, its value, and the half unit of its last decimal that rounding may have added or taken. */
export interface PrintedNumber {
  readonly text: string;
  readonly value: Ratio;
  readonly half: Ratio;
}

/** The number in a cell, at least `places` decimals of which are known; `undefined` when the cell is empty or holds no number. */
export function readNumber(cell: string | undefined, places = 0): PrintedNumber | undefined {
  const text = (cell ?? "").trim().replace(/^\+/, "").replace(/^[−–]/, "-").replace(",", ".");
  if (!isDecimal(text)) return undefined;
  const decimals = Math.max(text.split(".")[1]?.length ?? 0, places);
  return { text, value: fromDecimal(text), half: ratio(1n, 2n * 10n ** BigInt(decimals)) };
}

/** The whole number in a cell; `undefined` when the cell is empty or holds anything else. */
export function readWhole(cell: string | undefined): number | undefined {
  const { value } = readNumber(cell) ?? {};
  return value?.denominator === 1n ? Number(value.numerator) : undefined;
}

export function isEmpty(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === "";
}

/** True when two values are no further apart than is allowed. */
export function isWithin(allowance: Ratio, a: Ratio, b: Ratio): boolean {
  return compare(distance(a, b), allowance) <= 0;
}

export function distance(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) < 0 ? subtract(b, a) : subtract(a, b);
}
