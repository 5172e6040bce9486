import { Decimal } from "decimal.js";
import { withPoint } from "./decimal";
import type { Ratio } from "./ratio";

/** How an instrument drops digits. `halfUp` sends a tie away from zero (95.435 → 95.44), `down` cuts. */
export type RoundingMode = "halfUp" | "halfEven" | "halfDown" | "up" | "down";

export interface Rounding {
  /** Decimals kept. */
  readonly places: number;
  readonly mode: RoundingMode;
}

/** Our own constructor of decimal.js, every setting fixed: what a host program does with `Decimal.set` cannot reach it. */
const OwnDecimal = Decimal.clone({ defaults: true, toExpNeg: -9e15, toExpPos: 9e15 });

const decimalModes: Readonly<Record<RoundingMode, Decimal.Rounding>> = {
  halfUp: Decimal.ROUND_HALF_UP,
  halfEven: Decimal.ROUND_HALF_EVEN,
  halfDown: Decimal.ROUND_HALF_DOWN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
};

/**
 * The published digits of an exact value, as text with exactly `places` decimals. The only function that drops digits.
 *
 * The whole part of `value × 10^places` is followed by a digit that says whether the rest is below, at or above one
 * half; rounding that short decimal gives what rounding all the digits of the exact value would.
 *
 * @example
 * ```ts
 * import { ratio, round } from "par-index";
 * round(ratio(95435, 1000), { places: 2, mode: "halfUp" }); // => "95.44"
 * ```
 */
export function round(value: Ratio, { places, mode }: Rounding): string {
  const negative = value.numerator < 0n;
  const scaled = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(places);
  const whole = scaled / value.denominator;
  const twiceTheRest = 2n * (scaled % value.denominator);
  if (twiceTheRest === 0n) return withPoint(negative ? -whole : whole, places);
  const rest = twiceTheRest < value.denominator ? "25" : twiceTheRest === value.denominator ? "5" : "75";
  const rounded = BigInt(new OwnDecimal(`${whole}.${rest}`).toDecimalPlaces(0, decimalModes[mode]).toFixed());
  return withPoint(negative ? -rounded : rounded, places);
}

/** The digits that a spreadsheet keeps of a number. */
const spreadsheetDigits = 15;

/** The decimal that a spreadsheet shows of a number that it holds in binary: `0.3` for `0.30000000000000004`. */
export function shownDecimal(value: number): string {
  return new OwnDecimal(value).toSignificantDigits(spreadsheetDigits).toFixed();
}
