import fc from "fast-check";
import {
  type DirectKind,
  divide,
  exactText,
  explain,
  formatNumber,
  fromExactText,
  type LeafScore,
  type Measure,
  measure,
  multiply,
  parseCriteria,
  parseEvidence,
  parseReports,
  type Ratio,
  ratio,
  ruleKind,
  type Score,
  safeParseEvidence,
  scoreAll,
  scoreUnit,
  standardMeasures,
  standardRuleKinds,
  subtract,
  sum,
} from "par-index";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { fileWith, reportOf, scenariosWith } from "../arbitraries/criteria";
import { criteriaOf } from "./scored";

interface Own {
  readonly own: string;
}

/** A measure that the library does not bring: a unit's own index, less the mean of all units that report one. */
const aboveMean: Measure<{ readonly of: { readonly vi: string } }, Own, { readonly mean: Ratio }> = {
  measure: "aboveMean",
  scale: "percent",
  range: { least: "-100", most: "100", whole: false },
  params: { of: z.strictObject({ vi: z.string() }) },
  fields: ({ of }) => [{ key: "own", label: of, type: "percent" }],
  increasesWith: () => ["own"],
  gather: ({ cohort }) => ({ mean: divide(sum(cohort.map(({ own }) => fromExactText(own))), ratio(cohort.length)) }),
  read({ evidence, cohort: { mean } }) {
    const value = subtract(fromExactText(evidence.own), mean);
    return { value, steps: [{ by: "aboveMean", step: "difference", values: { difference: exactText(value) } }] };
  },
  words: {
    difference: {
      vi: ({ difference = "" }, _, say) => `Chênh lệch so với trung bình: ${say.number(difference)}`,
      en: ({ difference = "" }, _, say) => `Difference from the mean: ${say.number(difference)}`,
    },
  },
};

/** Chỉ số của đơn vị từ mức trung bình trở lên: 2 điểm; thấp hơn: 0 điểm. */
const leaf = {
  code: "1",
  title: { vi: "Chỉ số so với trung bình các đơn vị" },
  maxPoints: "2",
  method: "fromIndex",
  rule: {
    kind: "bands",
    reads: { measure: "aboveMean", of: { vi: "Chỉ số" } },
    better: "higher",
    bands: [
      { atLeast: "0", points: "2" },
      { lessThan: "0", points: "0" },
    ],
  },
  provenance: { points: { confidence: "invented" }, rule: { confidence: "invented" } },
};
const file = { ...fileWith([]), maxPoints: "2", children: [leaf] };

describe("a measure of one's own that compares a unit with the others", () => {
  const criteria = parseCriteria(file, { measures: [...standardMeasures, measure(aboveMean)] });
  const report = (id: string, own: string, group = "commune") =>
    parseEvidence(criteria, { ...reportOf({ id, group }), items: { "1": { own } } });
  const four = [report("a", "90"), report("b", "84"), report("c", "81"), report("d", "85")];

  test("is unknown to a set that was not given it", () => {
    expect(() => parseCriteria(file)).toThrow(/aboveMean/);
  });

  test("waits while a unit is scored alone, and waiting is not scored zero", () => {
    const score = scoreUnit(criteria, four[0] as (typeof four)[number]);
    expect(leafOf(score)).toMatchObject({ state: "waiting", points: "0", countedMax: "2", steps: [] });
    expect(score.waiting).toEqual(["1"]);
    expect(score.missing).toEqual([]);
    expect(score.root.incomplete).toBe(1);
  });

  test("is scored once all units are at hand; a unit at the mean of 85 has reached it", () => {
    expect(pointsOf(scoreAll(criteria, four))).toEqual({ a: "2", b: "0", c: "0", d: "2" });
    expect(leafOf(scoreAll(criteria, four)[3] as Score)).toMatchObject({
      state: "scored",
      steps: [{ by: "aboveMean", step: "difference", values: { difference: "0" } }, { by: "bands" }],
    });
  });

  test("changes the others when a late unit is added", () => {
    expect(pointsOf(scoreAll(criteria, [...four, report("e", "100")]))).toEqual({ a: "2", b: "0", c: "0", d: "0", e: "2" });
  });

  test("compares a unit with its own group, period and round only, and with units that report", () => {
    const absent = parseEvidence(criteria, reportOf({ id: "f" }));
    const all = scoreAll(criteria, [...four, report("e", "100", "department"), absent]);
    expect(pointsOf(all)).toEqual({ a: "2", b: "0", c: "0", d: "2", e: "2", f: "0" });
    expect(all[5]?.missing).toEqual(["1"]);
  });

  test("compares with rated units only; a unit that is not rated is held against them and itself", () => {
    const unit = { id: "g", name: "g", group: "commune" };
    const notRated = parseEvidence(criteria, {
      ...reportOf({ id: "g" }),
      unit: { ...unit, notRated: { vi: "Mới thành lập" } },
      items: { "1": { own: "100" } },
    });
    const all = scoreAll(criteria, [...four, notRated]);
    expect(pointsOf(all)).toEqual({ ...pointsOf(scoreAll(criteria, four)), g: "2" });
    expect(all.map((score) => leafOf(score)?.cohort?.length)).toEqual([4, 4, 4, 4, 5]);
    const marked = scoreAll(criteria, [notRated]);
    expect(marked.map(({ points }) => points)).toEqual(scoreAll(criteria, [report("g", "100")]).map(({ points }) => points));
  });

  test("names the units that were compared, in the order of their ids, each cohort once", () => {
    const [c, a] = scoreAll(criteria, [report("c", "81"), report("a", "90"), parseEvidence(criteria, reportOf({ id: "b" }))]).map(leafOf);
    expect(a?.cohort).toEqual(["a", "c"]);
    expect(c?.cohort).toBe(a?.cohort);
  });

  test("gathers each cohort once, however many units it has, and once more for every leaf", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 2 }),
        (units, leaves, groups) => {
          const gathered: number[] = [];
          const counting: typeof aboveMean = {
            ...aboveMean,
            gather({ cohort }) {
              gathered.push(cohort.length);
              return { mean: ratio(50) };
            },
          };
          const children = Array.from({ length: leaves }, (_, index) => ({
            ...leaf,
            code: `${index + 1}`,
            title: { vi: `Tiêu chí ${index}` },
          }));
          const set = parseCriteria(
            { ...fileWith([]), maxPoints: String(2 * leaves), children },
            { measures: [...standardMeasures, measure(counting)] },
          );
          const items = Object.fromEntries(children.map(({ code }) => [code, { own: "50" }]));
          const reports = ["commune", "department"]
            .slice(0, groups)
            .flatMap((group) => Array.from({ length: units }, (_, index) => ({ ...reportOf({ id: `${group}-${index}`, group }), items })));
          scoreAll(set, parseReports(set, reports));
          expect(gathered).toEqual(Array.from({ length: leaves * groups }, () => units));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("gives the same points in any order of units", () => {
    const percents = fc.array(fc.integer({ min: 2, max: 100 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(percents, (indices) => {
        const reports = indices.map((own, index) => report(`u${index}`, String(own)));
        expect(pointsOf(scoreAll(criteria, [...reports].reverse()))).toEqual(pointsOf(scoreAll(criteria, reports)));
      }),
      { numRuns: 100 },
    );
  });
});

/** A kind that the library does not bring: all the points, or half of them, for a task that may be done late. */
const doneOrLate: DirectKind<object, { readonly done: boolean; readonly late: boolean }> = {
  kind: "doneOrLate",
  reads: "evidence",
  params: {},
  fields: () => [
    { key: "done", label: { vi: "Đã hoàn thành" }, type: "yesNo" },
    { key: "late", label: { vi: "Hoàn thành muộn" }, type: "yesNo" },
  ],
  increasesWith: () => ["done"],
  decreasesWith: () => ["late"],
  best: (_, maxPoints) => maxPoints,
  faults: () => [],
  award({ evidence: { done, late }, maxPoints }) {
    const points = multiply(maxPoints, done ? ratio(1, late ? 2 : 1) : ratio(0));
    return { points, steps: [{ by: "doneOrLate", step: "judged", values: { points: exactText(points) } }] };
  },
  words: {
    judged: {
      vi: ({ points = "" }, _, say) => `Theo tiến độ: ${say.number(points)} điểm`,
      en: ({ points = "" }, _, say) => `By progress: ${say.number(points)} points`,
    },
  },
};

describe("a rule kind of one's own", () => {
  const rule = { kind: "doneOrLate" } as const;
  const criteria = parseCriteria(
    { ...file, maxPoints: "3", children: [{ ...leaf, maxPoints: "3", rule }] },
    { kinds: [...standardRuleKinds, ruleKind(doneOrLate)] },
  );

  test.each([
    [true, false, "3"],
    [true, true, "1.5"],
    [false, false, "0"],
  ])("done %s, late %s: %s points, explained in its own words", (done, late, points) => {
    const score = scoreUnit(criteria, parseEvidence(criteria, { ...reportOf({ id: "a" }), items: { "1": { done, late } } }));
    expect(score.points).toBe(points);
    expect(explain(criteria, score, "1", "vi").steps).toEqual([`Theo tiến độ: ${formatNumber(points, "vi")} điểm`]);
  });

  test("is asked for its figures like any other", () => {
    const reported = safeParseEvidence(criteria, { ...reportOf({ id: "a" }), items: { "1": { done: "có" } } });
    expect(reported.ok ? [] : reported.issues.map(({ code }) => code)).toEqual(["wrongType", "missingKey"]);
  });
});

describe("a set under a rule book of one's own", () => {
  test("is the set that it is under the library's", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 1 }), (scenario) => {
        const own = parseCriteria(scenario.file, {
          readings: scenario.readings,
          measures: [...standardMeasures, measure(aboveMean)],
        });
        const standard = criteriaOf(scenario);
        const [report] = scenario.reports;
        expect(scoreUnit(own, parseEvidence(own, report))).toStrictEqual(scoreUnit(standard, parseEvidence(standard, report)));
      }),
      { numRuns: 60 },
    );
  });
});

function leafOf(score: Score): LeafScore {
  return score.root.children[0] as LeafScore;
}

function pointsOf(scores: readonly Score[]): Readonly<Record<string, string>> {
  return Object.fromEntries(scores.map(({ unit, points }) => [unit.id, points]));
}
