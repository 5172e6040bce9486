import { type Issue, issue } from "../../issue/issue";

/** What one person, or one cluster in total, adds to a ratio Σwy ÷ Σwx. */
export interface SampledTotal {
  /** Stratum (tầng) of the first stage, such as a district. */
  readonly stratum: string;
  /** Cluster drawn first within the stratum (đơn vị chọn mẫu bậc một), such as a commune; its name is used in one stratum only. */
  readonly cluster: string;
  /** How many people the row stands for (trọng số), above 0. */
  readonly weight: number;
  readonly y: number;
  /** 1 for a mean or rate. Whoever is outside the domain stays, with x and y of 0: the variance needs to know the clusters. */
  readonly x: number;
  /** So many rows that are like this one; 1 when absent. */
  readonly count?: number | undefined;
}

/** What is wrong with rows that are read under a name: each figure by itself. */
export function totalFaults(name: string, rows: readonly SampledTotal[]): Issue[] {
  return rows.flatMap((row, index) => {
    const figures = (["weight", "y", "x"] as const).filter((key) => !Number.isFinite(row[key]));
    const path = (key: string) => ({ path: [name, index, key] });
    return [
      ...figures.map((key) => issue("notFinite", { received: String(row[key]) }, path(key))),
      ...(row.weight <= 0 ? [issue("weightNotPositive", { received: String(row.weight) }, path("weight"))] : []),
      ...(isCount(row.count ?? 1) ? [] : [issue("notWhole", { received: String(row.count) }, path("count"))]),
    ];
  });
}

export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
