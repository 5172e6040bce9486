import type { ClusterTotals } from "./clusterTotals";

/** Weights of the clusters as if another sample had been drawn: what each weight is multiplied by, and how much the replicate counts. */
export interface Replicate {
  readonly factors: Float64Array;
  readonly scale: number;
}

/**
 * By replicates: numbers, one for each replicate, whose products with those of another ratio add up to the covariance. As in R's
 * `survey`, distances are taken from the mean of all replicates. `undefined` for a ratio that some replicate has nothing of.
 */
export function replicateDeviations(
  replicates: Iterable<Replicate>,
  measures: readonly ClusterTotals[],
): readonly (Float64Array | undefined)[] {
  const ratios: number[][] = measures.map(() => []);
  const scales: number[] = [];
  for (const { factors, scale } of replicates) {
    scales.push(Math.sqrt(scale));
    measures.forEach((measure, index) => {
      ratios[index]?.push(replicateRatio(measure, factors));
    });
  }
  return ratios.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Number.isFinite(mean) ? Float64Array.from(values, (value, index) => (scales[index] ?? 0) * (value - mean)) : undefined;
  });
}

function replicateRatio({ y, x }: ClusterTotals, factors: Float64Array): number {
  let [above, below] = [0, 0];
  for (let cluster = 0; cluster < factors.length; cluster++) {
    const factor = factors[cluster] ?? 0;
    above += factor * (y[cluster] ?? 0);
    below += factor * (x[cluster] ?? 0);
  }
  return above / below;
}
