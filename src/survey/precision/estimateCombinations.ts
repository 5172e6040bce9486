import { type Issue, issue } from "../../issue/issue";
import { type Result, result } from "../../issue/result";
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

/** For each name, the measures that are added up to it, each times a coefficient. */
export type Combinations = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One measure of a combination, as it is estimated. */
interface Term {
  readonly by: number;
  readonly totals: ClusterTotals;
  /** Numbers whose products with those of another measure add up to the covariance. */
  readonly deviations: Float64Array;
}

/**
 * Sums of ratios Σwy ÷ Σwx from one sample, each times a coefficient, with the covariance of every two. All rows tell which
 * clusters were drawn, those of measures that no combination names too.
 */
export function estimateCombinations(
  measures: Readonly<Record<string, readonly SampledTotal[]>>,
  combinations: Combinations,
  design: SampleDesign,
): Result<Estimates> {
  const { sample, issues } = readSample(Object.values(measures), design);
  const variance = design.variance ?? { method: "taylor" };
  const faults = [
    ...Object.entries(measures).flatMap(([name, rows]) => totalFaults(name, rows)),
    ...issues,
    ...varianceFaults(variance, sample),
  ];
  if (faults.length > 0) return { ok: false, issues: faults };
  const used = [...new Set(Object.values(combinations).flatMap((terms) => Object.keys(terms)))];
  const totals = used.map((name) => clusterTotals(sample, measures[name] ?? []));
  const deviations = deviationsBy(variance, sample, totals);
  const empty = used.flatMap((name, index) => {
    const sound = Number.isFinite(ratioOf(totals[index])) && deviations[index] !== undefined;
    return sound ? [] : [issue("nothingToEstimate", { measure: name })];
  });
  return result(empty, () => {
    const place = new Map(used.map((name, index) => [name, index]));
    const names = Object.keys(combinations);
    const combined = Object.values(combinations).map((terms) =>
      Object.entries(terms).map(([name, by]): Term => {
        const index = place.get(name) ?? 0;
        return { by, totals: totals[index] as ClusterTotals, deviations: deviations[index] as Float64Array };
      }),
    );
    const summed = combined.map(addedUp);
    const covariance = table(names, (a, b) => product(summed[a], summed[b]));
    const held = (index: number) => (combined[index] ?? []).map((term) => term.totals);
    const freedom = table(names, (a, b) => degreesOfFreedom(sample, ...new Set([...held(a), ...held(b)])));
    const byName = names.map((name, index): [string, Estimate] => [
      name,
      {
        ...sizeOf(combined[index] ?? []),
        standardError: Math.sqrt(covariance[name]?.[name] ?? Number.NaN),
        degreesOfFreedom: freedom[name]?.[name] ?? 0,
      },
    ]);
    return { approximate: true, byName: Object.fromEntries(byName), covariance, degreesOfFreedom: freedom };
  });
}

function ratioOf(totals: ClusterTotals | undefined): number {
  return totals === undefined ? Number.NaN : totals.sumY / totals.sumX;
}

function addedUp(terms: readonly Term[]): Float64Array {
  const sum = new Float64Array(terms[0]?.deviations.length ?? 0);
  for (const { by, deviations } of terms) {
    for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] ?? 0) + by * (deviations[index] ?? 0);
  }
  return sum;
}

/** What a combination comes to, and how many people stand behind the measure that most answered. */
function sizeOf(terms: readonly Term[]): Omit<Estimate, "standardError" | "degreesOfFreedom"> {
  const [first] = terms;
  const alone = terms.length === 1 && first !== undefined ? first.by ** 2 * first.totals.simpleVariance : null;
  return {
    approximate: true,
    value: terms.reduce((sum, { by, totals }) => sum + by * ratioOf(totals), 0),
    respondents: Math.max(0, ...terms.map(({ totals }) => totals.respondents)),
    population: Math.max(0, ...terms.map(({ totals }) => totals.population)),
    simpleVariance: alone,
  };
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
