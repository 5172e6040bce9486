import { describe, expect, test } from "vitest";
import { formatIssue } from "../../../src/issue/formatIssue";
import type { Result } from "../../../src/issue/result";
import { safeConfidenceInterval } from "../../../src/survey/precision/confidenceInterval";
import { safeContrast } from "../../../src/survey/precision/contrast";
import { estimateRatio, safeEstimateRatio } from "../../../src/survey/precision/estimateRatio";
import { estimateRatios } from "../../../src/survey/precision/estimateRatios";
import { safeInseparable } from "../../../src/survey/precision/inseparable";
import { safeKish } from "../../../src/survey/precision/kish";
import { safePostStratify } from "../../../src/survey/precision/postStratify";
import { safeRake } from "../../../src/survey/precision/rake";
import type { SampledTotal } from "../../../src/survey/precision/sampledTotals";

const row = (stratum: string, cluster: string, more: Partial<SampledTotal> = {}): SampledTotal => ({
  stratum,
  cluster,
  weight: 1,
  y: 1,
  x: 1,
  ...more,
});
const sound = [row("A", "1"), row("A", "1", { y: 0 }), row("A", "2"), row("A", "3", { y: 0 })];

/** Codes and places of what was found; every sentence is whole in both languages. */
function found(outcome: Result<unknown>): string[] {
  if (outcome.ok) return [];
  for (const one of outcome.issues) {
    for (const language of ["vi", "en"] as const) expect(formatIssue(one, language)).not.toMatch(/undefined|\[object|NaN NaN/);
  }
  return outcome.issues.map(({ code, location }) => [code, ...(location.path ?? [])].join(" "));
}

describe("rows", () => {
  test.each([0, -2])("a weight of %d", (weight) => {
    expect(found(safeEstimateRatio([...sound, row("A", "2", { weight })]))).toEqual(["weightNotPositive rows 4 weight"]);
  });

  test("figures that are not finite, and counts that are not whole, all at once", () => {
    const broken = [
      row("A", "1", { weight: Number.NaN }),
      row("A", "2", { y: Number.POSITIVE_INFINITY, count: 0 }),
      row("A", "2", { count: 1.5 }),
    ];
    expect(found(safeEstimateRatio(broken))).toEqual([
      "notFinite rows 0 weight",
      "notFinite rows 1 y",
      "notWhole rows 1 count",
      "notWhole rows 2 count",
    ]);
  });

  test("a cluster in two strata, told once", () => {
    expect(found(safeEstimateRatio([...sound, row("B", "1"), row("B", "1"), row("B", "4"), row("B", "5")]))).toEqual([
      "clusterInTwoStrata",
    ]);
  });

  test("nobody who answered", () => {
    expect(found(safeEstimateRatio([]))).toEqual(["nothingToEstimate"]);
    expect(found(safeEstimateRatio(sound.map((one) => ({ ...one, y: 0, x: 0 }))))).toEqual(["nothingToEstimate"]);
  });

  test("all who answered in one cluster: the jackknife cannot leave it out, Taylor can tell", () => {
    const domain = sound.map((one) => (one.cluster === "1" ? one : { ...one, y: 0, x: 0 }));
    expect(found(safeEstimateRatio(domain, { variance: { method: "jackknife" } }))).toEqual(["nothingToEstimate"]);
    expect(estimateRatio(domain)).toMatchObject({ value: 0.5, degreesOfFreedom: 0 });
  });
});

describe("the design", () => {
  const lonely = [...sound, row("B", "4")];

  test("a stratum with one cluster, unless a policy is chosen or it has no other", () => {
    expect(found(safeEstimateRatio(lonely))).toEqual(["singleClusterStratum"]);
    for (const singleCluster of ["remove", "certainty", "adjust", "average"] as const) {
      expect(found(safeEstimateRatio(lonely, { singleCluster }))).toEqual([]);
    }
    expect(found(safeEstimateRatio(lonely, { populationClusters: { A: 9, B: 1 } }))).toEqual([]);
  });

  test("a policy that has no other stratum to go by", () => {
    expect(found(safeEstimateRatio([row("A", "1"), row("B", "2")], { singleCluster: "average" }))).toEqual([
      "singleClusterStratum",
      "singleClusterStratum",
    ]);
    expect(found(safeEstimateRatio([row("A", "1")], { singleCluster: "adjust" }))).toEqual(["singleClusterStratum"]);
  });

  test.each([2, 3.5, Number.NaN])("a population of %d clusters, of which three were drawn", (A) => {
    expect(found(safeEstimateRatio(sound, { populationClusters: { A } }))).toEqual(["populationTooSmall"]);
  });

  test("a stratum without a population, where others have one", () => {
    expect(found(safeEstimateRatio(sound, { populationClusters: { constructor: 5 } as never }))).toEqual(["populationTooSmall"]);
  });

  test("a bootstrap of one replicate, with a seed that is not whole, under a policy that it does not know", () => {
    const variance = { method: "bootstrap", replicates: 1, seed: 0.5 } as const;
    expect(found(safeEstimateRatio(sound, { variance, singleCluster: "adjust" }))).toEqual([
      "outOfRange variance replicates",
      "notWhole variance seed",
      "notAllowed singleCluster",
    ]);
  });
});

describe("intervals", () => {
  const all = estimateRatio(sound.map((one) => ({ ...one, y: 1 })));

  test("everybody is satisfied: logit has no answer, Wilson and Clopper–Pearson have", () => {
    expect(found(safeConfidenceInterval(all, { method: "logit" }))).toEqual(["intervalUndefined"]);
    for (const method of ["wilson", "clopperPearson"] as const) {
      const interval = safeConfidenceInterval(all, { method });
      if (!interval.ok) throw new Error(method);
      expect(interval.value.low).toBeGreaterThan(0);
      expect(interval.value.low).toBeLessThan(0.75);
      expect(interval.value.high).toBeCloseTo(1, 12);
    }
  });

  test("nobody is: the mirror image", () => {
    const none = safeConfidenceInterval({ ...all, value: 0 });
    const every = safeConfidenceInterval(all);
    if (!none.ok || !every.ok) throw new Error("interval");
    expect(none.value.low).toBe(0);
    expect(none.value.high).toBeCloseTo(1 - every.value.low, 12);
  });

  test("a mean score is no rate; no degrees of freedom; no variance; respondents not known", () => {
    expect(found(safeConfidenceInterval({ ...all, value: 4.2 }))).toEqual(["intervalUndefined"]);
    expect(found(safeConfidenceInterval({ ...all, degreesOfFreedom: 0 }, { method: "wald" }))).toEqual(["intervalUndefined"]);
    expect(found(safeConfidenceInterval({ ...all, value: 0.5, standardError: 0 }))).toEqual(["intervalUndefined"]);
    expect(found(safeConfidenceInterval({ approximate: true, value: 0.5, standardError: 0.1, degreesOfFreedom: 3 }))).toEqual([
      "missingKey",
    ]);
  });

  test.each([0, 1, 95])("a level of %d", (level) => {
    expect(found(safeConfidenceInterval(all, { level }))).toEqual(["outOfRange level"]);
    expect(found(safeInseparable(estimateRatios({ all: sound }), level))).toEqual(["outOfRange level"]);
  });
});

describe("weights", () => {
  const people = [
    { weight: 1, categories: { sex: "F", age: "a" } },
    { weight: 1, categories: { sex: "M", age: "b" } },
  ];

  test("a total without people, people without a total, margins of two populations", () => {
    expect(found(safeRake(people, { sex: { F: 1, M: 1, other: 1 } }))).toEqual(["marginWithoutPeople"]);
    expect(found(safeRake(people, { sex: { F: 1 } }))).toEqual(["marginWithoutTotal"]);
    expect(found(safeRake(people, { sex: { F: 1, M: 1 }, age: { a: 1, b: 2 } }))).toEqual(["marginsDisagree"]);
    expect(found(safeRake(people, {}))).toEqual(["tooFew margins"]);
    expect(found(safePostStratify([{ weight: 0, group: "a" }], { a: 5 }))).toEqual(["weightNotPositive 0 weight"]);
  });

  test("margins that no weights can give", () => {
    expect(found(safeRake(people, { sex: { F: 1, M: 3 }, age: { a: 3, b: 1 } }, { rounds: 50 }))).toEqual(["rakingUnfinished"]);
  });

  test("a contrast of what was not estimated", () => {
    expect(found(safeContrast(estimateRatios({ all: sound }), { all: 1, toString: Number.NaN }))).toEqual([
      "unknownKey",
      "notFinite toString",
    ]);
  });

  test("no weights, or one of zero", () => {
    expect(found(safeKish([]))).toEqual(["tooFew"]);
    expect(found(safeKish([1, 0]))).toEqual(["weightNotPositive 1"]);
  });
});
