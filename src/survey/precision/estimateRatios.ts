import { type Issue, issue } from "../../issue/issue";
import { type Result, result, unwrap } from "../../issue/result";
import { bootstrap } from "./bootstrap";
import { type ClusterTotals, clusterTotals } from "./clusterTotals";
import { degreesOfFreedom } from "./degreesOfFreedom";
import type { Estimate, Estimates } from "./estimate";
import { jackknife } from "./jackknife";
import { replicateDeviations } from "./replicateDeviations";
import { readSample, type Sample } from "./sample";
import type { SampleDesign, VarianceMethod } from "./sampleDesign";
import { type SampledTotal, totalFaults } from "./sampledTotals";
import { taylorDeviations } from "./taylorDeviations";

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
  const named = Object.entries(measures);
  const { sample, issues } = readSample(Object.values(measures), design);
  const variance = design.variance ?? { method: "taylor" };
  const faults = [...named.flatMap(([name, rows]) => totalFaults(name, rows)), ...issues, ...varianceFaults(variance, sample)];
  if (faults.length > 0) return { ok: false, issues: faults };
  const totals = named.map(([, rows]) => clusterTotals(sample, rows));
  const deviations = deviationsBy(variance, sample, totals);
  const empty = named.flatMap(([name], index) => {
    const sound = Number.isFinite((totals[index]?.sumY ?? 0) / (totals[index]?.sumX ?? 0)) && deviations[index] !== undefined;
    return sound ? [] : [issue("nothingToEstimate", { measure: name })];
  });
  return result(empty, () => {
    const names = named.map(([name]) => name);
    const covariance = table(names, (a, b) => product(deviations[a], deviations[b]));
    const freedom = table(names, (a, b) => degreesOfFreedom(sample, ...totals.filter((_, index) => index === a || index === b)));
    const byName = totals.map((total, index): [string, Estimate] => {
      const name = names[index] ?? "";
      const { respondents, population, simpleVariance } = total;
      return [
        name,
        {
          approximate: true,
          value: total.sumY / total.sumX,
          standardError: Math.sqrt(covariance[name]?.[name] ?? Number.NaN),
          degreesOfFreedom: freedom[name]?.[name] ?? 0,
          respondents,
          population,
          simpleVariance,
        },
      ];
    });
    return { approximate: true, byName: Object.fromEntries(byName), covariance, degreesOfFreedom: freedom };
  });
}

function deviationsBy(variance: VarianceMethod, sample: Sample, totals: readonly ClusterTotals[]): readonly (Float64Array | undefined)[] {
  if (variance.method === "taylor") return totals.map((total) => taylorDeviations(sample, total));
  const replicates = variance.method === "jackknife" ? jackknife(sample) : bootstrap(sample, variance.replicates, variance.seed);
  return replicateDeviations(replicates, totals);
}

function varianceFaults(variance: VarianceMethod, { policy }: Sample): Issue[] {
  if (variance.method !== "bootstrap") return [];
  const { replicates, seed } = variance;
  const location = (key: string) => ({ path: ["variance", key] });
  return [
    ...(Number.isSafeInteger(replicates) && replicates >= 2 ? [] : [issue("outOfRange", { bound: "≥ 2" }, location("replicates"))]),
    ...(Number.isSafeInteger(seed) ? [] : [issue("notWhole", { received: String(seed) }, location("seed"))]),
    ...(policy === "adjust"
      ? [issue("notAllowed", { received: policy, allowed: ["fail", "remove", "certainty", "average"] }, { path: ["singleCluster"] })]
      : []),
  ];
}

function product(a: Float64Array | undefined, b: Float64Array | undefined): number {
  let sum = 0;
  for (let place = 0; place < (a?.length ?? 0); place++) sum += (a?.[place] ?? 0) * (b?.[place] ?? 0);
  return sum;
}

/** A symmetric table by names. */
function table(names: readonly string[], cell: (a: number, b: number) => number): Record<string, Record<string, number>> {
  const cells = names.map((_, a) => names.slice(0, a + 1).map((_, b) => cell(a, b)));
  return Object.fromEntries(
    names.map((name, a) => [name, Object.fromEntries(names.map((other, b) => [other, cells[Math.max(a, b)]?.[Math.min(a, b)] ?? 0]))]),
  );
}
