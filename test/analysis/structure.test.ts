import fc from "fast-check";
import { add, compare, divide, fromExactText, parseCriteria, parseReports, ratio, type Score, scoreAll, sum } from "par-index";
import {
  convergence,
  correlations,
  effectiveWeights,
  redundantLeaves,
  safeConvergence,
  safeRedundantLeaves,
  safeStrengths,
  strengths,
  uninformativeLeaves,
} from "par-index/analysis";
import { describe, expect, test } from "vitest";
import { fileWith, reportOf, type Scenario, scenariosWith } from "../arbitraries/criteria";
import { scoredBody } from "../arbitraries/leaves";
import { criteriaOf, leavesOf } from "../laws/scored";
import type { Rule } from "../oracle/documents";
import oracle from "./structure.json";

/** R's numbers have fifteen digits. */
const near = (value: number | null | undefined, expected: number) =>
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));

/** A set of two leaves that take a percentage as it is, and units with these. */
const percentage: Rule = { kind: "proportional", reads: { measure: "percentage", of: { vi: "Chỉ số" } }, target: "100" };
const twoColumns = parseCriteria(
  fileWith(["1", "2"].map((code) => ({ code, title: { vi: `Tiêu chí ${code}` }, maxPoints: "10", ...scoredBody(percentage, {}) }))),
);
function scoresWith(x: readonly string[], y: readonly string[]): readonly Score[] {
  const reports = x.map((percent, unit) => ({
    ...reportOf({ id: `unit-${unit}` }),
    items: { "1": { percent }, "2": { percent: y[unit] ?? "50" } },
  }));
  return scoreAll(twoColumns, parseReports(twoColumns, reports));
}

describe.each(oracle.columns.map((columns) => ({ units: columns.x.length, ...columns })))("of $units units", ({ x, y, ...expected }) => {
  test("correlations are those of R", () => {
    const [found] = correlations(twoColumns, scoresWith(x, y));
    near(found?.pearson, expected.pearson);
    near(found?.spearman, expected.spearman);
  });

  test("spread and line over two years are those of R", () => {
    const year = (period: string, values: readonly string[]) => values.map((value, unit) => ({ unit: `unit-${unit}`, period, value }));
    const { sigma, beta } = convergence([...year("2020", x), ...year("2021", y)]);
    near(sigma[0]?.standardDeviation, expected.standardDeviation);
    near(sigma[0]?.variation, expected.variation);
    near(beta?.slope, expected.slope);
    near(beta?.intercept, expected.intercept);
    near(beta?.standardError, expected.standardError);
    near(beta?.rSquared, expected.rSquared);
  });
});

describe("what cannot be computed is told, and is no number", () => {
  test("a column in which all are alike", () => {
    const scores = scoresWith(["80", "80", "80"], ["70", "75", "80"]);
    const [found] = correlations(twoColumns, scores);
    expect(found).toMatchObject({ pearson: null, spearman: null, why: "constant" });
    expect(found?.sentence.vi).toBe("1 Tiêu chí 1 và 2 Tiêu chí 2: không tính được, vì mọi đơn vị như nhau.");
    expect(effectiveWeights(twoColumns, scores).map(({ share, mainEffect }) => [share, mainEffect])).toEqual([
      ["0", null],
      ["100", { approximate: true, value: 1 }],
    ]);
    expect(redundantLeaves(twoColumns, scores, 0.01)).toEqual([]);
  });

  test("totals that are all alike", () => {
    const weights = effectiveWeights(twoColumns, scoresWith(["80", "70", "75"], ["70", "80", "75"]));
    expect(weights.map(({ share, mainEffect, why }) => [share, mainEffect, why])).toEqual([
      [null, null, "constant"],
      [null, null, "constant"],
    ]);
  });

  test("fewer than three units", () => {
    expect(correlations(twoColumns, scoresWith(["80", "90"], ["70", "75"]))).toMatchObject([{ units: 2, pearson: null, why: "tooFew" }]);
  });

  test("years in which a value is 0, all begin alike, or too few units stay", () => {
    const values = (first: readonly string[], last: readonly string[]) =>
      convergence([
        ...first.map((value, unit) => ({ unit: `${unit}`, period: "2020", value })),
        ...last.map((value, unit) => ({ unit: `${unit}`, period: "2021", value })),
      ]);
    expect(values(["0", "50", "60"], ["50", "60", "70"])).toMatchObject({ beta: null, why: "notPositive" });
    expect(values(["50", "50", "50"], ["50", "60", "70"])).toMatchObject({ beta: null, why: "constant", narrows: false });
    expect(values(["50", "60", "70"], ["50", "60"])).toMatchObject({ beta: null, why: "tooFew", units: ["0", "1"], leftOut: ["2"] });
    expect(values(["50"], ["60"])).toMatchObject({ sigma: [], narrows: null, beta: null, why: "tooFew" });
  });
});

describe("what is wrong is told", () => {
  test("a level outside its bounds", () => {
    for (const level of [0, -0.5, 1.01, Number.NaN]) {
      expect(safeRedundantLeaves(twoColumns, [], level)).toMatchObject({
        ok: false,
        issues: [{ code: "outOfRange", location: { path: ["level"] } }],
      });
    }
  });

  test("an unknown unit", () => {
    const outcome = safeStrengths(twoColumns, scoresWith(["80"], ["90"]), "nobody");
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: "unknownUnit", payload: { unit: "nobody", units: ["unit-0"] } }] });
  });

  test("one year, a value twice, what is no number", () => {
    const value = { unit: "a", period: "2020", value: "50" };
    const codes = (values: readonly (typeof value)[]) => {
      const outcome = safeConvergence(values);
      return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
    };
    expect(codes([value])).toEqual(["tooFew"]);
    expect(codes([value, { ...value, period: "2021" }, value])).toEqual(["unitRepeated"]);
    expect(codes([value, { ...value, period: "2021", value: "n/a" }])).toEqual(["notDecimal"]);
  });
});

/** A random set and the reports of five units of one group. */
const scenarios = scenariosWith({ units: 5, ofOneGroup: true });

function scored(scenario: Scenario) {
  const criteria = criteriaOf(scenario);
  return { criteria, file: scenario.file, scores: scoreAll(criteria, parseReports(criteria, scenario.reports)) };
}

describe("laws", () => {
  test("shares of the variance add up to 100, exactly, where nothing is brought up", () => {
    const law = fc.property(scenarios, (scenario) => {
      const { criteria, file, scores } = scored(scenario);
      const shares = effectiveWeights(criteria, scores).map(({ share }) => share);
      fc.pre(file.rescaleTo === undefined && shares.length > 0 && shares.every((share) => share !== null));
      expect(compare(sum(shares.map((share) => fromExactText(share ?? "0"))), ratio(100))).toBe(0);
    });
    fc.assert(law, { numRuns: 100 });
  });

  test("over the units of a group, leads and lags at a node add up to 0, exactly", () => {
    const law = fc.property(scenarios, (scenario) => {
      const { criteria, scores } = scored(scenario);
      const rated = scores.filter(({ unit }) => unit.notRated === undefined);
      const rows = rated.flatMap(({ unit }) => strengths(criteria, scores, unit.id));
      for (const key of new Set(rows.map(({ level, code }) => `${level} ${code}`))) {
        const at = rows.filter(({ level, code }) => `${level} ${code}` === key);
        expect(compare(sum(at.map(({ difference }) => fromExactText(difference))), ratio(0))).toBe(0);
        const mean = divide(sum(at.map(({ index }) => fromExactText(index))), ratio(at.length));
        for (const row of at)
          expect(compare(add(fromExactText(row.mean), fromExactText(row.difference)), fromExactText(row.index))).toBe(0);
        expect(at.every((row) => compare(fromExactText(row.mean), mean) === 0)).toBe(true);
      }
    });
    fc.assert(law, { numRuns: 60 });
  });

  test("a leaf without information is one at which the units that it counts for have all the same", () => {
    const law = fc.property(scenarios, (scenario) => {
      const { criteria, scores } = scored(scenario);
      const named = uninformativeLeaves(criteria, scores).map(({ code }) => code);
      const rated = scores.filter(({ unit }) => unit.notRated === undefined);
      for (const { code, state } of leavesOf(scores[0] as Score)) {
        const own = rated.flatMap((score) => leavesOf(score).filter((leaf) => leaf.code === code));
        const counted = own.filter(
          (leaf) => !["missing", "waiting", "notSelfScored", "monitored"].includes(leaf.state) && leaf.countedMax !== "0",
        );
        const shares = counted.map(({ points, countedMax }) => divide(fromExactText(points), fromExactText(countedMax)));
        const alike = shares.length > 1 && shares.every((share) => compare(share, shares[0] ?? share) === 0);
        expect(named.includes(code), `${code} ${state}`).toBe(alike);
      }
    });
    fc.assert(law, { numRuns: 60 });
  });

  test("no approximate number is none, and the order of units does not matter", () => {
    const law = fc.property(scenarios, (scenario) => {
      const { criteria, scores } = scored(scenario);
      const rows = [...correlations(criteria, scores), ...correlations(criteria, scores, { of: "leaves" })];
      for (const { pearson, spearman, why } of rows) {
        expect(pearson === null).toBe(why !== null);
        for (const value of [pearson, spearman]) if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }
      expect(correlations(criteria, [...scores].reverse())).toEqual(correlations(criteria, scores));
    });
    fc.assert(law, { numRuns: 60 });
  });
});
