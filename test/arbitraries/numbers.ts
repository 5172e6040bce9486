import fc from "fast-check";
import { type Fraction, lowestTerms, print, readDecimal, times } from "../oracle/fraction";

/** Whole numbers of any size an officer may report, the smallest and the largest likely. */
export const counts: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 1_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: Number.MAX_SAFE_INTEGER - 100, max: Number.MAX_SAFE_INTEGER }) },
);

/** Decimal text from zero, with so many places at most: `decimals(100, 2)` gives "0", "95", "33.33", "100.00". */
export function decimals(max: number, mostPlaces: number, min = 0): fc.Arbitrary<string> {
  return fc
    .integer({ min: 0, max: mostPlaces })
    .chain((places) =>
      fc.integer({ min: min * 10 ** places, max: max * 10 ** places }).map((digits) => decimalText(BigInt(digits), places)),
    );
}

/** `digits × 10^-places`, with all its places written. */
export function decimalText(digits: bigint, places: number): string {
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** Maxima as instruments print them, among others with up to four decimals. */
export const positivePoints: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("0.25", "0.5", "1", "1.00", "1.25", "1.5", "2", "2.50", "3", "10", "20") },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 200_000 }).chain((digits) => places.map((after) => decimalText(BigInt(digits), after))),
  },
);

const places = fc.integer({ min: 0, max: 4 });

/** Percentages as thresholds have them: round ones, awkward ones, any with two decimals. */
export const percentages: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("5", "20", "30", "50", "60", "80", "95", "100", "12.5", "33.33", "66.67", "99.99", "0.01", "95.0"),
  decimals(100, 2),
);

export const positivePercentages: fc.Arbitrary<string> = percentages.filter((text) => /[1-9]/.test(text));

/** Two whole numbers whose quotient is exactly this fraction, as large as they may be, or one step beside it. */
export function countsInRatio(quotient: Fraction): fc.Arbitrary<readonly [part: number, whole: number]> {
  const { top, bottom } = lowestTerms(quotient);
  const most = BigInt(Number.MAX_SAFE_INTEGER) / (top + bottom);
  const times = fc.oneof(fc.bigInt({ min: 1n, max: most < 20n ? most : 20n }), fc.bigInt({ min: 1n, max: most }));
  return fc
    .tuple(times, fc.constantFrom(0n, 0n, 0n, 1n, -1n))
    .map(([multiple, beside]) => [clamp(top * multiple + beside), Number(bottom * multiple)] as const);
}

/** Two amounts of money whose quotient is exactly this fraction, which must have an ending decimal, or one step beside it. */
export function amountsInRatio(quotient: Fraction): fc.Arbitrary<readonly [part: string, whole: string]> {
  return fc
    .tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 0, max: 2 }), fc.constantFrom("0", "0", "0.0000000001"))
    .map(([digits, after, beside]) => {
      const whole = decimalText(BigInt(digits), after);
      const part = times(readDecimal(whole), quotient);
      const step = readDecimal(beside);
      return [print({ top: part.top * step.bottom + step.top * part.bottom, bottom: part.bottom * step.bottom }), whole] as const;
    });
}

/** Amounts of money, with up to two decimals. */
export const amounts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("0", "0.5", "1000", "1250.75"),
  decimals(1_000_000, 2),
  fc.bigInt({ min: 0n, max: 10n ** 20n }).map((digits) => decimalText(digits, 2)),
);

function clamp(value: bigint): number {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  return Number(value < 0n ? 0n : value > most ? most : value);
}
