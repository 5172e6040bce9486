import { compare, type Ratio, ratio, subtract, zero } from "../../src/exact/ratio";

/** The exact value of a number: every double is a whole number times a power of two. */
export function exactly(number: number): Ratio {
  let [whole, scale] = [number, 1n];
  while (!Number.isInteger(whole)) [whole, scale] = [whole * 2, scale * 2n];
  return ratio(BigInt(whole), scale);
}

/** True when a number is as near to an exact value as its error says. */
export function isWithin(number: number, error: number, exact: Ratio): boolean {
  // Infinite, or no number: it says nothing.
  if (!(error < Number.POSITIVE_INFINITY)) return true;
  const difference = subtract(exactly(number), exact);
  return compare(compare(difference, zero) < 0 ? subtract(zero, difference) : difference, exactly(error)) <= 0;
}
