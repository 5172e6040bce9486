import { type Result, unwrap } from "../../issue/result";
import type { Estimate } from "./estimate";
import { safeEstimateRatios } from "./estimateRatios";
import type { SampleDesign } from "./sampleDesign";
import type { SampledTotal } from "./sampledTotals";

/**
 * A rate, mean or ratio Σwy ÷ Σwx (ước lượng tỷ lệ) with its standard error (sai số chuẩn) under the design: stratified, clustered,
 * weighted. For a domain, rows outside it stay, with x and y of 0.
 *
 * **Exactness:** none; a `number`, equal to R's `survey` to nine digits and more.
 *
 * **Errors:** {@link ParError} as {@link estimateRatios}; {@link safeEstimateRatio} answers them instead.
 *
 * @example
 * ```ts
 * import { estimateRatio } from "par-index/survey";
 *
 * const row = (cluster: string, y: number, count: number) => ({ stratum: "A", cluster, weight: 10, y, x: 1, count });
 * const rate = estimateRatio([row("1", 1, 30), row("1", 0, 10), row("2", 1, 20), row("2", 0, 20)]);
 * rate.value; // => 0.625
 * rate.standardError; // => 0.125
 * rate.degreesOfFreedom; // => 1
 * ```
 */
export function estimateRatio(rows: readonly SampledTotal[], design: SampleDesign = {}): Estimate {
  return unwrap(safeEstimateRatio(rows, design));
}

/** {@link estimateRatio} that answers a {@link Result} and never throws. */
export function safeEstimateRatio(rows: readonly SampledTotal[], design: SampleDesign = {}): Result<Estimate> {
  const all = safeEstimateRatios({ rows }, design);
  return all.ok ? { ok: true, value: all.value.byName.rows as Estimate, warnings: all.warnings } : all;
}
