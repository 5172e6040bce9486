import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { issue } from "../../issue/issue";
import { type Result, result, unwrap } from "../../issue/result";
import { isCount } from "./sampledTotals";

export interface CochranOptions {
  /** Half the width of the interval, such as 0.05. */
  readonly error: number;
  /** 0.95 unless said otherwise. */
  readonly level?: number | undefined;
  /** The rate that is expected; 0.5, which asks for the most people, unless said otherwise. */
  readonly rate?: number | undefined;
  /** People there are; absent: so many that it does not matter. */
  readonly population?: number | undefined;
  /** What clustering multiplies the variance by; 1 unless said otherwise. */
  readonly designEffect?: number | undefined;
}

/**
 * How many to ask by Cochran's formula (công thức Cochran): n₀ = deff·z²·p(1 − p) ÷ e², then n₀ ÷ (1 + (n₀ − 1) ÷ N), rounded up.
 *
 * **Exactness:** a whole number from `number` arithmetic. Source: Cochran 1977, 4.4.
 *
 * **Errors:** {@link ParError} with `outOfRange`, `notWhole`; {@link safeCochran} answers them instead.
 *
 * @example
 * ```ts
 * import { cochran } from "par-index/survey";
 * cochran({ error: 0.05, population: 5000 }); // => 357
 * ```
 */
export function cochran(options: CochranOptions): number {
  return unwrap(safeCochran(options));
}

/** {@link cochran} that answers a {@link Result} and never throws. */
export function safeCochran(options: CochranOptions): Result<number> {
  const { error, level = 0.95, rate = 0.5, population, designEffect = 1 } = options;
  const parts = { error, level, rate };
  const faults = [
    ...Object.entries(parts).flatMap(([key, value]) =>
      value > 0 && value < 1 ? [] : [issue("outOfRange", { bound: "> 0, < 1" }, { path: [key] })],
    ),
    ...(designEffect > 0 && Number.isFinite(designEffect) ? [] : [issue("outOfRange", { bound: "> 0" }, { path: ["designEffect"] })]),
    ...(population === undefined || isCount(population)
      ? []
      : [issue("notWhole", { received: String(population) }, { path: ["population"] })]),
  ];
  return result(faults, () => {
    const unlimited = (designEffect * normalQuantile((1 + level) / 2, 0, 1) ** 2 * rate * (1 - rate)) / error ** 2;
    if (population === undefined) return Math.ceil(unlimited);
    return Math.min(population, Math.ceil(unlimited / (1 + (unlimited - 1) / population)));
  });
}
