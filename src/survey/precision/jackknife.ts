import type { Replicate } from "./replicateDeviations";
import { isSingle, isTakenWhole, type Sample } from "./sample";

/**
 * The replicates of the jackknife: each cluster left out once, the others of its stratum weighing n_h ÷ (n_h − 1) instead.
 *
 * Var(θ) = Σ_h (1 − n_h ÷ N_h) · (n_h − 1) ÷ n_h · Σ (θ_hj − θ̄)²: JKn, and with one stratum JK1. Source: Wolter 2007, 4.5; centred
 * on the mean of all replicates as in R's `survey`. Conditions: smooth statistics such as ratios, not medians. Single clusters as in
 * R: left out of the replicates by `remove` and `certainty`; `average` stretches the rest; `adjust` leaves the stratum out once.
 */
export function* jackknife({ strata, places, policy }: Sample): Generator<Replicate> {
  const size = places.size;
  const used = strata.filter((stratum) => !isTakenWhole(stratum) && !isSingle(stratum));
  const replicates = used.reduce((sum, { clusters }) => sum + clusters.length, 0);
  const stretch = policy === "average" ? size / replicates : 1;
  for (const { clusters, left } of used) {
    const n = clusters.length;
    for (const out of clusters) {
      const factors = new Float64Array(size).fill(1);
      for (const cluster of clusters) factors[cluster] = cluster === out ? 0 : n / (n - 1);
      yield { factors, scale: (stretch * left * (n - 1)) / n };
    }
  }
  if (policy !== "adjust") return;
  const others = strata.length - 1;
  for (const { clusters } of strata.filter(isSingle)) {
    const factors = new Float64Array(size).fill(strata.length / others);
    for (const cluster of clusters) factors[cluster] = 0;
    yield { factors, scale: others / strata.length };
  }
}
