import type { ClusterTotals } from "./clusterTotals";
import { isSingle, isTakenWhole, type Sample } from "./sample";

/**
 * By Taylor linearisation: numbers, one for each cluster, whose products with those of another ratio add up to the covariance.
 *
 * With z = (y − R·x) ÷ Σx of a cluster, Var(R) = Σ_h (1 − n_h ÷ N_h) · n_h ÷ (n_h − 1) · Σ (z − z̄_h)².
 * Source: Särndal, Swensson & Wretman 1992, 5.5 to 5.7; Lumley 2010, appendix C. Conditions: clusters drawn within strata independently,
 * as if with replacement or, with the correction, without; many clusters, since a ratio is linear only nearly. Later stages are
 * left out, which is right with replacement and nearly so while few clusters of many are drawn.
 */
export function taylorDeviations(sample: Sample, { y, x, sumY, sumX }: ClusterTotals): Float64Array {
  const ratio = sumY / sumX;
  const score = (cluster: number) => ((y[cluster] ?? 0) - ratio * (x[cluster] ?? 0)) / sumX;
  const deviations = new Float64Array(y.length);
  const single = sample.strata.filter(isSingle).length;
  const stretch = sample.policy === "average" ? sample.strata.length / (sample.strata.length - single) : 1;
  for (const stratum of sample.strata) {
    const n = stratum.clusters.length;
    if (isTakenWhole(stratum)) continue;
    if (isSingle(stratum) && sample.policy !== "adjust") continue;
    const mean = n === 1 ? 0 : stratum.clusters.reduce((sum, cluster) => sum + score(cluster), 0) / n;
    const scale = Math.sqrt(stretch * stratum.left * (n === 1 ? 1 : n / (n - 1)));
    for (const cluster of stratum.clusters) deviations[cluster] = scale * (score(cluster) - mean);
  }
  return deviations;
}
