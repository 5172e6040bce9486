import { type Result, unwrap } from "../../issue/result";
import type { Estimates } from "./estimate";
import { estimateCombinations } from "./estimateCombinations";
import type { SampleDesign } from "./sampleDesign";
import type { SampledTotal } from "./sampledTotals";

/**
 * Several rates, means or ratios Σwy ÷ Σwx (ước lượng tỷ lệ) from one sample, each with its standard error, and the covariance of
 * every two: units, questions or years. A cluster counts for all when any of them has rows of it. Years that were drawn apart have
 * strata and clusters of other names, and then no covariance.
 *
 * **Exactness:** none; `number` throughout, equal to R's `survey` to nine digits and more.
 *
 * **Errors:** {@link ParError} with `notFinite`, `weightNotPositive`, `notWhole`, `clusterInTwoStrata`, `populationTooSmall`,
 * `singleClusterStratum`, `nothingToEstimate`; {@link safeEstimateRatios} answers them instead.
 *
 * @example
 * ```ts
 * import { estimateRatios } from "par-index/survey";
 *
 * const row = (cluster: string, y: number) => ({ stratum: "A", cluster, weight: 1, y, x: 1 });
 * const before = [row("1", 0), row("1", 1), row("2", 0), row("2", 1)];
 * const after = [row("1", 1), row("1", 1), row("2", 0), row("2", 1)];
 * estimateRatios({ before, after }).byName["after"]?.value; // => 0.75
 * ```
 */
export function estimateRatios(measures: Readonly<Record<string, readonly SampledTotal[]>>, design: SampleDesign = {}): Estimates {
  return unwrap(safeEstimateRatios(measures, design));
}

/** {@link estimateRatios} that answers a {@link Result} and never throws. */
export function safeEstimateRatios(
  measures: Readonly<Record<string, readonly SampledTotal[]>>,
  design: SampleDesign = {},
): Result<Estimates> {
  const itself = Object.keys(measures).map((name): [string, Record<string, number>] => [name, Object.fromEntries([[name, 1]])]);
  return estimateCombinations(measures, Object.fromEntries(itself), design);
}
