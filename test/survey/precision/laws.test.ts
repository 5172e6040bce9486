import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ratio } from "../../../src/exact/ratio";
import { safeConfidenceInterval } from "../../../src/survey/precision/confidenceInterval";
import { contrast } from "../../../src/survey/precision/contrast";
import { estimateRatio } from "../../../src/survey/precision/estimateRatio";
import { estimateRatios } from "../../../src/survey/precision/estimateRatios";
import { inseparable } from "../../../src/survey/precision/inseparable";
import { kish } from "../../../src/survey/precision/kish";
import { rake } from "../../../src/survey/precision/rake";
import type { SampledTotal } from "../../../src/survey/precision/sampledTotals";
import { near } from "./near";

/** Two to four strata of two to four clusters, each with some people who are satisfied or not. */
const people: fc.Arbitrary<readonly SampledTotal[]> = fc
  .array(
    fc.array(
      fc.array(
        fc.record({ y: fc.integer({ min: 0, max: 1 }), weight: fc.integer({ min: 1, max: 50 }), count: fc.integer({ min: 1, max: 9 }) }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      { minLength: 2, maxLength: 4 },
    ),
    { minLength: 2, maxLength: 4 },
  )
  .map((strata) =>
    strata.flatMap((clusters, h) =>
      clusters.flatMap((persons, j) => persons.map((person) => ({ stratum: `H${h}`, cluster: `H${h}-${j}`, x: 1, ...person }))),
    ),
  );

describe("laws of estimates", () => {
  test("a row that counts so many times is so many rows", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const oneByOne = rows.flatMap(({ count = 1, ...row }) => Array.from({ length: count }, () => row));
        const [together, apart] = [estimateRatio(rows), estimateRatio(oneByOne)];
        near(together.value, apart.value);
        near(together.standardError, apart.standardError);
        near(together.simpleVariance, apart.simpleVariance);
        expect(together.respondents).toBe(apart.respondents);
      }),
    );
  });

  test("totals of clusters give what their people give", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const totals = [...new Set(rows.map(({ cluster }) => cluster))].map((cluster) => {
          const of = rows.filter((row) => row.cluster === cluster);
          const sum = (key: "y" | "x") => of.reduce((total, row) => total + row.weight * (row.count ?? 1) * row[key], 0);
          return { stratum: of[0]?.stratum ?? "", cluster, weight: 1, y: sum("y"), x: sum("x") };
        });
        const [byPeople, byTotals] = [estimateRatio(rows), estimateRatio(totals)];
        near(byTotals.value, byPeople.value);
        near(byTotals.standardError, byPeople.standardError);
      }),
    );
  });

  test("neither the order of rows nor the unit of weights matters", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 2, max: 1000 }), (rows, by) => {
        const [one, other] = [estimateRatio(rows), estimateRatio(rows.toReversed().map((row) => ({ ...row, weight: row.weight * by })))];
        near(other.value, one.value);
        near(other.standardError, one.standardError);
      }),
    );
  });

  test("a finite population never widens, and one taken whole has no error", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 20 }), (rows, more) => {
        const drawn = (stratum: string) => new Set(rows.filter((row) => row.stratum === stratum).map(({ cluster }) => cluster)).size;
        const populationClusters = Object.fromEntries(rows.map(({ stratum }) => [stratum, drawn(stratum) + more]));
        const corrected = estimateRatio(rows, { populationClusters }).standardError;
        expect(corrected).toBeLessThanOrEqual(estimateRatio(rows).standardError);
        if (more === 0) expect(corrected).toBe(0);
      }),
    );
  });

  test("the satisfied and the others are one number apart: same error, covariance of minus the variance, no error in the sum", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const estimates = estimateRatios({ yes: rows, no: rows.map((row) => ({ ...row, y: 1 - row.y })) });
        const whole = contrast(estimates, { yes: 1, no: 1 });
        near(whole.value, 1);
        expect(whole.standardError).toBeLessThan(1e-7);
        near(estimates.byName.yes?.standardError, estimates.byName.no?.standardError);
      }),
    );
  });

  test("years drawn apart: the variances add up", () => {
    fc.assert(
      fc.property(people, people, (before, later) => {
        const after = later.map((row) => ({ ...row, stratum: `2024 ${row.stratum}`, cluster: `2024 ${row.cluster}` }));
        const change = contrast(estimateRatios({ before, after }), { after: 1, before: -1 });
        near(change.standardError ** 2, estimateRatio(before).standardError ** 2 + estimateRatio(after).standardError ** 2);
      }),
    );
  });

  test("for totals of equal clusters the jackknife is Taylor", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const level = [...new Map(rows.map((row) => [row.cluster, { ...row, weight: 1, count: 1 }])).values()];
        const [byTaylor, byJackknife] = [estimateRatio(level), estimateRatio(level, { variance: { method: "jackknife" } })];
        near(byJackknife.standardError, byTaylor.standardError);
      }),
    );
  });

  test("an interval holds its estimate, and a higher level holds a lower one", () => {
    fc.assert(
      fc.property(people, fc.constantFrom("wald", "logit", "wilson", "clopperPearson"), (rows, method) => {
        const estimate = estimateRatio(rows);
        const [wide, narrow] = [safeConfidenceInterval(estimate, { method, level: 0.99 }), safeConfidenceInterval(estimate, { method })];
        expect(wide.ok).toBe(narrow.ok);
        if (!wide.ok || !narrow.ok) return;
        const bounds = [wide.value.low, narrow.value.low, estimate.value, narrow.value.high, wide.value.high];
        bounds.slice(1).forEach((bound, index) => {
          expect(bound).toBeGreaterThanOrEqual((bounds[index] ?? 0) - 1e-12);
        });
      }),
    );
  });
});

describe("the bootstrap", () => {
  const rows: readonly SampledTotal[] = Array.from({ length: 8 }, (_, h) =>
    Array.from({ length: 6 }, (_, j) => ({ stratum: `H${h}`, cluster: `H${h}-${j}`, weight: 1 + h, y: (h * 7 + j * 5) % 11, x: 10 })),
  ).flat();
  const bootstrap = (seed: number, populationClusters?: Record<string, number>) =>
    estimateRatio(rows, { variance: { method: "bootstrap", replicates: 4000, seed }, populationClusters }).standardError;

  test("gives the same for the same seed, and not for another", () => {
    expect(bootstrap(7)).toBe(bootstrap(7));
    expect(bootstrap(7)).not.toBe(bootstrap(8));
  });

  test.each([undefined, Object.fromEntries(rows.map(({ stratum }) => [stratum, 10]))])(
    "comes to Taylor's error within chance",
    (counts) => {
      const taylor = estimateRatio(rows, { populationClusters: counts }).standardError;
      // 4,000 replicates: the standard error of a standard error is about 1.1 %.
      for (const seed of [1, 2, 3]) expect(Math.abs(bootstrap(seed, counts) / taylor - 1)).toBeLessThan(0.045);
    },
  );
});

describe("laws of weights and groups", () => {
  test("raked weights give every margin", () => {
    const person = fc.record({
      weight: fc.integer({ min: 1, max: 40 }),
      sex: fc.constantFrom("F", "M"),
      age: fc.constantFrom("18–34", "35–54", "55+"),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 30 }), (drawn) => {
        // One of each kind, so that there is someone for every total.
        const everyone = [...drawn, ...["F", "M"].flatMap((sex) => ["18–34", "35–54", "55+"].map((age) => ({ weight: 1, sex, age })))];
        const margins = { sex: { F: 510, M: 490 }, age: { "18–34": 300, "35–54": 450, "55+": 250 } };
        const { weights } = rake(
          everyone.map(({ weight, sex, age }) => ({ weight, categories: { sex, age } })),
          margins,
        );
        const sum = (of: (one: { sex: string; age: string }) => boolean) =>
          everyone.reduce((total, one, index) => total + (of(one) ? (weights[index] ?? 0) : 0), 0);
        for (const [sex, total] of Object.entries(margins.sex))
          near(
            sum((one) => one.sex === sex),
            total,
          );
        for (const [age, total] of Object.entries(margins.age))
          near(
            sum((one) => one.age === age),
            total,
          );
      }),
    );
  });

  test("weights never tell more than equal ones", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }), (weights) => {
        const { effectiveSize, designEffect } = kish(weights);
        expect(effectiveSize).toBeLessThanOrEqual(weights.length * (1 + 1e-12));
        near(effectiveSize * designEffect, weights.length);
      }),
    );
  });

  test("two units share a group exactly when they are not told apart, and no group lies in another", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 7 }),
        (units) => {
          const measures = Object.fromEntries(
            units.map((shares, unit) => [
              `u${unit}`,
              shares.map((y, j) => ({ stratum: `u${unit}`, cluster: `u${unit}-${j}`, weight: 1, y, x: 100 })),
            ]),
          );
          const { groups, pairs } = inseparable(estimateRatios(measures));
          for (const { a, b, toldApart } of pairs) expect(groups.some((group) => group.includes(a) && group.includes(b))).toBe(!toldApart);
          for (const unit of Object.keys(measures)) expect(groups.some((group) => group.includes(unit))).toBe(true);
          const within = groups.flatMap((group) =>
            groups.filter((other) => other !== group && group.every((unit) => other.includes(unit))),
          );
          expect(within).toEqual([]);
        },
      ),
    );
  });
});

test("an estimate is no exact number, by type", () => {
  const estimate = estimateRatio([
    { stratum: "A", cluster: "1", weight: 1, y: 1, x: 1 },
    { stratum: "A", cluster: "2", weight: 1, y: 0, x: 1 },
  ]);
  // @ts-expect-error: points are exact
  const points: Ratio = estimate;
  expect(points).toHaveProperty("approximate", true);
});
