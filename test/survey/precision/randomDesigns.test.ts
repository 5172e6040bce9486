import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { confidenceInterval } from "../../../src/survey/precision/confidenceInterval";
import { contrast } from "../../../src/survey/precision/contrast";
import { designEffect } from "../../../src/survey/precision/designEffect";
import { estimateRatios } from "../../../src/survey/precision/estimateRatios";
import { inseparable } from "../../../src/survey/precision/inseparable";
import { postStratify } from "../../../src/survey/precision/postStratify";
import { rake } from "../../../src/survey/precision/rake";
import type { SampleDesign, SingleClusterPolicy } from "../../../src/survey/precision/sampleDesign";
import { near } from "./near";

/** What R's `survey` made of seeded random designs; `test/oracle/survey.R` writes it. */
const written = JSON.parse(readFileSync(new URL("./randomDesigns.json", import.meta.url), "utf8")) as {
  readonly cases: readonly { readonly rows: People; readonly answers: readonly Answers[] }[];
  readonly separations: readonly { readonly rows: Omit<People, "unit" | "sex">; readonly toldApart: readonly string[] }[];
  readonly jk1: { readonly rows: People; readonly jackknife: EstimatesOfR };
};

interface People {
  readonly stratum: readonly string[];
  readonly cluster: readonly string[];
  readonly weight: readonly number[];
  readonly y: readonly number[];
  readonly satisfied: readonly number[];
  readonly answered: readonly number[];
  readonly unit: readonly string[];
  readonly sex: readonly string[];
  readonly population?: readonly number[];
}

type EstimatesOfR = Readonly<Record<"rate" | "pooled" | "domain" | "difference", { readonly value: number; readonly se: number }>>;
type IntervalsOfR = Readonly<Record<"wald" | "logit" | "clopperPearson", readonly [number, number]>> & {
  readonly degreesOfFreedom: number;
};

interface Answers {
  readonly policy: SingleClusterPolicy;
  readonly taylor: EstimatesOfR;
  readonly jackknife: EstimatesOfR;
  readonly intervals?: Readonly<Record<"rate" | "domain", IntervalsOfR>>;
  readonly designEffect?: { readonly withReplacement: number; readonly withoutReplacement: number };
  readonly margins?: Readonly<Record<"sex" | "unit", Readonly<Record<string, number>>>>;
  readonly raked?: readonly number[];
  readonly postStratified?: readonly number[];
}

function measures(people: People) {
  const rows = (y: (index: number) => number, x: (index: number) => number) =>
    people.cluster.map((cluster, index) => ({
      stratum: people.stratum[index] ?? "",
      cluster,
      weight: people.weight[index] ?? 0,
      y: y(index),
      x: x(index),
    }));
  const within = (unit: string) => (index: number) => (people.unit[index] === unit ? 1 : 0);
  const satisfied = (index: number) => people.y[index] ?? 0;
  const domain = (unit: string) => rows((index) => within(unit)(index) * satisfied(index), within(unit));
  return {
    rate: rows(satisfied, () => 1),
    pooled: rows(
      (index) => people.satisfied[index] ?? 0,
      (index) => people.answered[index] ?? 0,
    ),
    domain: domain("U1"),
    other: domain("U2"),
  };
}

function designOf({ stratum, population }: People, singleCluster: SingleClusterPolicy): SampleDesign {
  const counts = population && Object.fromEntries(stratum.map((name, index) => [name, population[index] ?? 0]));
  return { singleCluster, populationClusters: counts };
}

function compare(people: People, design: SampleDesign, expected: EstimatesOfR): void {
  const estimates = estimateRatios(measures(people), design);
  for (const name of ["rate", "pooled", "domain"] as const) {
    near(estimates.byName[name]?.value, expected[name].value);
    near(estimates.byName[name]?.standardError, expected[name].se);
  }
  const difference = contrast(estimates, { domain: 1, other: -1 });
  near(difference.value, expected.difference.value);
  near(difference.standardError, expected.difference.se);
}

describe.each(written.cases.map((one, index) => ({ ...one, name: `design ${index + 1}` })))("$name of R", ({ rows: people, answers }) => {
  test.each(answers)("Taylor, strata with one cluster: $policy", ({ policy, taylor }) => {
    compare(people, designOf(people, policy), taylor);
  });

  test.each(answers)("jackknife, strata with one cluster: $policy", ({ policy, jackknife }) => {
    compare(people, { ...designOf(people, policy), variance: { method: "jackknife" } }, jackknife);
  });

  test.each(answers.filter(({ intervals }) => intervals !== undefined))("intervals", ({ policy, intervals }) => {
    const { byName } = estimateRatios(measures(people), designOf(people, policy));
    for (const name of ["rate", "domain"] as const) {
      const estimate = byName[name];
      const expected = intervals?.[name];
      if (estimate === undefined || expected === undefined) throw new Error(name);
      expect(estimate.degreesOfFreedom).toBe(expected.degreesOfFreedom);
      if (estimate.degreesOfFreedom < 1 || estimate.value === 1) continue;
      for (const method of ["wald", "logit", "clopperPearson"] as const) {
        const { low, high } = confidenceInterval(estimate, { method });
        near(low, expected[method][0]);
        near(high, expected[method][1]);
      }
    }
  });

  test.each(answers.filter(({ raked }) => raked !== undefined))("design effect, raking, post-stratification", (expected) => {
    const rate = estimateRatios(measures(people), designOf(people, expected.policy)).byName.rate;
    if (rate === undefined || expected.margins === undefined) throw new Error("rate");
    near(designEffect(rate), expected.designEffect?.withReplacement);
    near(designEffect(rate, "withoutReplacement"), expected.designEffect?.withoutReplacement);
    const persons = people.weight.map((weight, index) => ({
      weight,
      group: people.sex[index] ?? "",
      categories: { sex: people.sex[index] ?? "", unit: people.unit[index] ?? "" },
    }));
    rake(persons, expected.margins, { tolerance: 1e-13 }).weights.map((weight, index) => near(weight, expected.raked?.[index]));
    postStratify(persons, expected.margins.sex).weights.map((weight, index) => near(weight, expected.postStratified?.[index]));
  });
});

test("with one stratum the jackknife is JK1", () => {
  const people = { ...written.jk1.rows, stratum: written.jk1.rows.stratum.map(() => "all") };
  compare(people, { variance: { method: "jackknife" } }, written.jk1.jackknife);
});

test.each(written.separations)("Holm's correction tells the same pairs apart", ({ rows, toldApart }) => {
  const units = [...new Set(rows.stratum)];
  const of = (unit: string) =>
    rows.stratum.flatMap((stratum, index) =>
      stratum === unit ? [{ stratum, cluster: rows.cluster[index] ?? "", weight: 1, y: rows.y[index] ?? 0, x: 1 }] : [],
    );
  const { pairs } = inseparable(estimateRatios(Object.fromEntries(units.map((unit) => [unit, of(unit)]))));
  const found = pairs.filter((pair) => pair.toldApart).map(({ a, b }) => [a, b].sort().join(" "));
  expect(found.sort()).toEqual([...toldApart].sort());
});
