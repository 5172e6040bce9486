import type { Sample } from "./sample";
import type { SampledTotal } from "./sampledTotals";

/** Σwy and Σwx by cluster and over all, with what a simple random sample of as many people would have told. */
export interface ClusterTotals {
  readonly y: Float64Array;
  readonly x: Float64Array;
  readonly sumY: number;
  readonly sumX: number;
  /** 1 for clusters that hold anything of it. */
  readonly holds: Uint8Array;
  readonly respondents: number;
  readonly population: number;
  readonly simpleVariance: number;
}

export function clusterTotals(sample: Sample, rows: readonly SampledTotal[]): ClusterTotals {
  const size = sample.places.size;
  const [y, x, holds] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
  let [sumY, sumX, respondents, population] = [0, 0, 0, 0];
  for (const row of rows) {
    const place = sample.places.get(row.cluster) ?? 0;
    const people = row.count ?? 1;
    const weight = row.weight * people;
    y[place] = (y[place] ?? 0) + weight * row.y;
    x[place] = (x[place] ?? 0) + weight * row.x;
    sumY += weight * row.y;
    sumX += weight * row.x;
    if (row.x === 0) continue;
    holds[place] = 1;
    respondents += people;
    population += weight;
  }
  const value = sumY / sumX;
  let squares = 0;
  for (const row of rows) if (row.x !== 0) squares += row.weight * (row.count ?? 1) * (row.y - value * row.x) ** 2;
  const simpleVariance = (squares * population) / ((respondents - 1) * sumX ** 2);
  return { y, x, sumY, sumX, holds, respondents, population, simpleVariance };
}
