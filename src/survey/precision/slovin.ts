import { fromDecimal, isDecimal } from "../../exact/decimal";
import { add, divide, multiply, one, ratio } from "../../exact/ratio";
import { round } from "../../exact/rounding";
import { issue } from "../../issue/issue";
import { type Result, result, unwrap } from "../../issue/result";
import { isCount } from "./sampledTotals";

/**
 * How many to ask by Slovin's formula (công thức Slovin): N ÷ (1 + N·e²), rounded up, so that a rate comes within `error` of the
 * population's with about 95 % confidence. It is Cochran's with z = 2 and p = 0.5.
 *
 * **Exactness:** exact; the error is decimal text. Condition: people drawn one by one. For clusters multiply by the design effect.
 *
 * **Errors:** {@link ParError} with `notWhole`, `notDecimal`, `outOfRange`; {@link safeSlovin} answers them instead.
 *
 * @example
 * ```ts
 * import { slovin } from "par-index/survey";
 * slovin(5000, "0.05"); // => 371
 * ```
 */
export function slovin(population: number, error: string): number {
  return unwrap(safeSlovin(population, error));
}

/** {@link slovin} that answers a {@link Result} and never throws. */
export function safeSlovin(population: number, error: string): Result<number> {
  const faults = [
    ...(isCount(population) ? [] : [issue("notWhole", { received: String(population) }, { path: ["population"] })]),
    ...(isDecimal(error) ? [] : [issue("notDecimal", { received: error, example: "0.05" }, { path: ["error"] })]),
  ];
  if (faults.length > 0) return { ok: false, issues: faults };
  const e = fromDecimal(error);
  const within = e.numerator > 0n && e.numerator < e.denominator;
  return result(within ? [] : [issue("outOfRange", { bound: "> 0, < 1" }, { path: ["error"] })], () => {
    const all = ratio(population);
    return Number(round(divide(all, add(one, multiply(all, multiply(e, e)))), { places: 0, mode: "up" }));
  });
}
