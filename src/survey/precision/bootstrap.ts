import { chance } from "./chance";
import type { Replicate } from "./replicateDeviations";
import { isSingle, isTakenWhole, type Sample } from "./sample";

/**
 * The replicates of the bootstrap: in each stratum, n_h − 1 clusters drawn with replacement; one that is drawn m times weighs
 * 1 + √(1 − n_h ÷ N_h) · (m · n_h ÷ (n_h − 1) − 1) times as much. Var(θ) = Σ (θ_r − θ̄)² ÷ (R − 1).
 *
 * Source: Rao & Wu 1988; Rao, Wu & Yue 1992. Conditions: at least two clusters in a stratum; some hundreds of replicates. The
 * variance of a ratio agrees with Taylor's up to the chance of the draw, about 1 ÷ √(2R). Single clusters keep their weight.
 */
export function* bootstrap({ strata, places, policy }: Sample, replicates: number, seed: number): Generator<Replicate> {
  const draw = chance(seed);
  const used = strata.filter((stratum) => !isTakenWhole(stratum) && !isSingle(stratum));
  const stretch = policy === "average" ? strata.length / (strata.length - strata.filter(isSingle).length) : 1;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const factors = new Float64Array(places.size).fill(1);
    for (const { clusters, left } of used) {
      const n = clusters.length;
      const kept = Math.sqrt(left);
      for (const cluster of clusters) factors[cluster] = 1 - kept;
      for (let drawn = 1; drawn < n; drawn++) {
        const cluster = clusters[draw(n)] ?? 0;
        factors[cluster] = (factors[cluster] ?? 0) + (kept * n) / (n - 1);
      }
    }
    yield { factors, scale: stretch / (replicates - 1) };
  }
}
