/** What a stratum with a single cluster, whose variance nobody can see, adds to the variance: the names are those of R's `survey.lonely.psu`. */
export const singleClusterPolicies = ["fail", "remove", "certainty", "adjust", "average"] as const;
export type SingleClusterPolicy = (typeof singleClusterPolicies)[number];

/** How a sample was drawn (thiết kế mẫu), as far as its rows do not say. */
export interface SampleDesign {
  /**
   * For each stratum, how many clusters it has in the population: the finite-population correction (hệ số hiệu chỉnh tổng thể hữu
   * hạn) 1 − n ÷ N. Absent: clusters as if drawn with replacement, which is on the safe side.
   */
  readonly populationClusters?: Readonly<Record<string, number>> | undefined;
  /**
   * Strata with a single cluster: `fail` (unless said otherwise) refuses; `remove` and `certainty` add nothing, which understates;
   * `adjust` takes its distance from the mean of all; `average` gives it the average of the other strata.
   */
  readonly singleCluster?: SingleClusterPolicy | undefined;
  /** How the variance comes about: Taylor linearisation unless said otherwise. */
  readonly variance?: VarianceMethod | undefined;
}

export type VarianceMethod =
  | { readonly method: "taylor" }
  | { readonly method: "jackknife" }
  | { readonly method: "bootstrap"; readonly replicates: number; readonly seed: number };
