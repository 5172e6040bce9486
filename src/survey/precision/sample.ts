import { type Issue, issue } from "../../issue/issue";
import type { SampleDesign, SingleClusterPolicy } from "./sampleDesign";
import type { SampledTotal } from "./sampledTotals";

/** A stratum with the places of its clusters in the list of all. */
export interface Stratum {
  readonly name: string;
  readonly clusters: readonly number[];
  /** 1 − n ÷ N, the part of the variance that the finite population leaves; 1 without a count. */
  readonly left: number;
}

/** The clusters that were drawn, by stratum. */
export interface Sample {
  readonly strata: readonly Stratum[];
  readonly places: ReadonlyMap<string, number>;
  readonly policy: SingleClusterPolicy;
}

/** Below this, a stratum was taken whole and has no sampling error; R's `survey` draws the line at the same place. */
const takenWhole = 1e-7;

/** True where a stratum's variance cannot be seen: one cluster, and the stratum has others. */
export function isSingle({ clusters, left }: Stratum): boolean {
  return clusters.length === 1 && left >= takenWhole;
}

export function isTakenWhole({ left }: Stratum): boolean {
  return left < takenWhole;
}

/** The sample that all rows together come from, and what is wrong with it. */
export function readSample(lists: readonly (readonly SampledTotal[])[], design: SampleDesign): { sample: Sample; issues: Issue[] } {
  const places = new Map<string, number>();
  const stratumOf = new Map<string, string>();
  const clustersOf = new Map<string, number[]>();
  const torn = new Map<string, Issue>();
  for (const rows of lists) {
    for (const { stratum, cluster } of rows) {
      const known = stratumOf.get(cluster);
      if (known === stratum) continue;
      if (known !== undefined) {
        torn.set(cluster, issue("clusterInTwoStrata", { cluster, stratum, other: known }));
        continue;
      }
      stratumOf.set(cluster, stratum);
      const clusters = clustersOf.get(stratum) ?? [];
      clusters.push(places.size);
      clustersOf.set(stratum, clusters);
      places.set(cluster, places.size);
    }
  }
  const population = (name: string) =>
    design.populationClusters !== undefined && Object.hasOwn(design.populationClusters, name) ? design.populationClusters[name] : undefined;
  const strata = [...clustersOf].map(([name, clusters]): Stratum => {
    const all = population(name);
    return { name, clusters, left: all === undefined ? 1 : (all - clusters.length) / all };
  });
  const policy = design.singleCluster ?? "fail";
  const counts = design.populationClusters === undefined ? [] : strata.flatMap((stratum) => countFaults(stratum, population(stratum.name)));
  const sample = { strata, places, policy };
  return { sample, issues: [...torn.values(), ...counts, ...(counts.length === 0 ? singleFaults(sample) : [])] };
}

function countFaults({ name, clusters }: Stratum, population: number | undefined): Issue[] {
  const enough = population !== undefined && Number.isSafeInteger(population) && population >= clusters.length;
  const received = population === undefined ? "?" : String(population);
  return enough ? [] : [issue("populationTooSmall", { stratum: name, received, sampled: String(clusters.length) })];
}

/** Single clusters that the policy refuses, or that leave it nothing to go by. */
function singleFaults({ strata, policy }: Sample): Issue[] {
  const single = strata.filter(isSingle);
  const others = policy === "adjust" ? strata.length > 1 : policy === "fail" ? false : single.length < strata.length;
  return others ? [] : single.map(({ name }) => issue("singleClusterStratum", { stratum: name }));
}
