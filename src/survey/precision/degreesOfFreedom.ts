import type { ClusterTotals } from "./clusterTotals";
import type { Sample } from "./sample";

/** Clusters less strata, of those that hold anything of these ratios; R's `degf` of the domain. */
export function degreesOfFreedom({ strata }: Sample, ...measures: readonly ClusterTotals[]): number {
  const held = strata.map(({ clusters }) => clusters.filter((cluster) => measures.some(({ holds }) => holds[cluster] === 1)).length);
  return held.reduce((sum, clusters) => sum + Math.max(0, clusters - 1), 0);
}
