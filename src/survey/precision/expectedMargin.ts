import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { issue } from "../../issue/issue";
import { type Result, result, unwrap } from "../../issue/result";
import { isCount } from "./sampledTotals";

export interface MarginOptions {
  readonly respondents: number;
  /** People asked in one cluster. */
  readonly clusterSize: number;
  /** How alike people of one cluster answer (hệ số tương quan nội cụm), 0 to 1. */
  readonly likeness: number;
  /** The rate that is expected; 0.5, the widest, unless said otherwise. */
  readonly rate?: number | undefined;
  readonly level?: number | undefined;
  /** With them the margin uses t, as the interval of the survey itself will; without, the normal distribution. */
  readonly degreesOfFreedom?: number | undefined;
}

/** How near a planned survey will come. */
export interface ExpectedMargin {
  readonly approximate: true;
  readonly designEffect: number;
  readonly effectiveSize: number;
  /** Half the width of the interval, as a part of 1. */
  readonly margin: number;
}

/**
 * The margin (sai số dự kiến) that a planned survey can expect: deff = 1 + (m − 1)·ρ, n_e = n ÷ deff, z·√(p(1 − p) ÷ n_e).
 *
 * Source: Kish 1965, 5.4. Conditions: clusters of one size, equal weights; ρ from an earlier survey, since a guess decides much.
 *
 * **Errors:** {@link ParError} with `notWhole`, `outOfRange`; {@link safeExpectedMargin} answers them instead.
 *
 * @example
 * ```ts
 * import { expectedMargin } from "par-index/survey";
 *
 * const { designEffect, margin } = expectedMargin({ respondents: 486, clusterSize: 27, likeness: 0.05, rate: 0.849 });
 * [designEffect.toPrecision(3), (100 * margin).toPrecision(3)]; // => ["2.30", "4.83"]
 * ```
 */
export function expectedMargin(options: MarginOptions): ExpectedMargin {
  return unwrap(safeExpectedMargin(options));
}

/** {@link expectedMargin} that answers a {@link Result} and never throws. */
export function safeExpectedMargin(options: MarginOptions): Result<ExpectedMargin> {
  const { respondents, clusterSize, likeness, rate = 0.5, level = 0.95, degreesOfFreedom } = options;
  const outside = (key: string, holds: boolean, bound: string) => (holds ? [] : [issue("outOfRange", { bound }, { path: [key] })]);
  const faults = [
    ...(isCount(respondents) ? [] : [issue("notWhole", { received: String(respondents) }, { path: ["respondents"] })]),
    ...outside("clusterSize", clusterSize >= 1 && Number.isFinite(clusterSize), "≥ 1"),
    ...outside("likeness", likeness >= 0 && likeness <= 1, "≥ 0, ≤ 1"),
    ...outside("rate", rate >= 0 && rate <= 1, "≥ 0, ≤ 1"),
    ...outside("level", level > 0 && level < 1, "> 0, < 1"),
    ...outside("degreesOfFreedom", degreesOfFreedom === undefined || degreesOfFreedom >= 1, "≥ 1"),
  ];
  return result(faults, () => {
    const designEffect = 1 + (clusterSize - 1) * likeness;
    const effectiveSize = respondents / designEffect;
    const tail = (1 + level) / 2;
    const reach = degreesOfFreedom === undefined ? normalQuantile(tail, 0, 1) : tQuantile(tail, degreesOfFreedom);
    return { approximate: true, designEffect, effectiveSize, margin: reach * Math.sqrt((rate * (1 - rate)) / effectiveSize) };
  });
}
