import type { Estimate } from "./estimate";

/**
 * The design effect (hiệu ứng thiết kế): how many times the variance of a simple random sample of as many people the design has; `null`
 * where the estimate has no variance of a simple sample.
 *
 * deff = Var_design ÷ Var_simple (Kish 1965, 8.2). A simple sample `withReplacement`, unless said otherwise: R's `deff = "replace"`;
 * `withoutReplacement` multiplies Var_simple by 1 − n ÷ Σw, R's `deff = TRUE`, where weights add up to people. Condition: rows of
 * the estimate were people, not totals of clusters.
 *
 * @example
 * ```ts
 * import { designEffect, estimateRatio } from "par-index/survey";
 *
 * const row = (cluster: string, y: number, count: number) => ({ stratum: "A", cluster, weight: 10, y, x: 1, count });
 * const rate = estimateRatio([row("1", 1, 30), row("1", 0, 10), row("2", 1, 20), row("2", 0, 20)]);
 * designEffect(rate)?.toPrecision(4); // => "5.267"
 * ```
 */
export function designEffect(estimate: Estimate, simple: "withReplacement" | "withoutReplacement" = "withReplacement"): number | null {
  if (estimate.simpleVariance === null) return null;
  const left = simple === "withReplacement" ? 1 : (estimate.population - estimate.respondents) / estimate.population;
  return estimate.standardError ** 2 / (estimate.simpleVariance * left);
}
