import fc from "fast-check";
import {
  applyQuota,
  classify,
  explainGrade,
  parseEvidence,
  parseReports,
  rank,
  resolveRounds,
  type Score,
  scoreAll,
  summarize,
} from "par-index";
import { loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";
import { type Scenario, scenariosWith } from "../arbitraries/criteria";
import { criteriaOf } from "./scored";

const reason = { vi: "Đơn vị đặc thù, không xếp loại", en: "A special unit" };

/** A round of units, and which of them are not rated. */
const rounds = fc.tuple(scenariosWith({ units: 5 }), fc.subarray(["unit-1", "unit-2", "unit-3", "unit-4", "unit-5"]));

function marked({ reports }: Scenario, notRated: readonly string[]): readonly object[] {
  return reports.map((report) => (notRated.includes(report.unit.id) ? { ...report, unit: { ...report.unit, notRated: reason } } : report));
}

function forEveryRound(
  check: (round: {
    readonly criteria: ReturnType<typeof criteriaOf>;
    readonly scores: readonly Score[];
    readonly rated: readonly Score[];
    readonly notRated: readonly string[];
  }) => void,
): void {
  fc.assert(
    fc.property(rounds, ([scenario, notRated]) => {
      const criteria = criteriaOf(scenario);
      const scores = scoreAll(criteria, parseReports(criteria, marked(scenario, notRated)));
      const without = scenario.reports.filter(({ unit }) => !notRated.includes(unit.id));
      check({ criteria, scores, rated: scoreAll(criteria, parseReports(criteria, without)), notRated });
    }),
    { numRuns: 100 },
  );
}

describe("marking a unit as not rated", () => {
  test("gives the others the scores that they have without it, also where units are compared", () => {
    forEveryRound(({ scores, rated, notRated }) => {
      expect(scores.filter(({ unit }) => !notRated.includes(unit.id))).toStrictEqual(rated);
    });
  });

  test("gives it the score that it would have beside the rated ones", () => {
    fc.assert(
      fc.property(rounds, ([scenario, notRated]) => {
        const criteria = criteriaOf(scenario);
        const scores = scoreAll(criteria, parseReports(criteria, marked(scenario, notRated)));
        for (const id of notRated) {
          const beside = scenario.reports.filter(({ unit }) => unit.id === id || !notRated.includes(unit.id));
          const own = scoreAll(criteria, parseReports(criteria, beside)).find(({ unit }) => unit.id === id);
          expect(scores.find(({ unit }) => unit.id === id)).toStrictEqual({ ...own, unit: { ...own?.unit, notRated: reason } });
        }
      }),
      { numRuns: 100 },
    );
  });

  test("gives the others the ranks that they have without it, and lists it without a rank", () => {
    forEveryRound(({ criteria, scores, rated, notRated }) => {
      const places = rank(criteria, scores).groups.flatMap((group) => group.places);
      expect(places.filter(({ unit }) => !notRated.includes(unit.id))).toStrictEqual(
        rank(criteria, rated).groups.flatMap((group) => group.places),
      );
      const unranked = places.filter(({ unit }) => notRated.includes(unit.id));
      expect(unranked.map(({ unit }) => unit.id).sort()).toEqual([...notRated].sort());
      for (const place of unranked) expect(place).toMatchObject({ rank: null, exact: null, tiedWith: [], reason: "notRated" });
    });
  });

  test("gives the group the mean that it has without it, and names it as left out", () => {
    forEveryRound(({ criteria, scores, rated, notRated }) => {
      const withoutThem = new Map(summarize(criteria, rated).map((summary) => [summary.group, summary]));
      for (const { leftOut, ...summary } of summarize(criteria, scores)) {
        const { leftOut: missing = [], ...others } = withoutThem.get(summary.group) ?? {};
        const expected = "units" in others ? others : { units: 0, mean: null, above: [], at: [], below: [] };
        expect(summary).toMatchObject(expected);
        expect(leftOut.filter((id) => !notRated.includes(id))).toEqual(missing);
        expect(scores.filter(({ unit }) => notRated.includes(unit.id) && (summary.group ?? unit.group) === unit.group)).toSatisfy(
          (them: readonly Score[]) => them.every(({ unit }) => leftOut.includes(unit.id)),
        );
      }
    });
  });
});

test("a unit that is not rated stays so when its evidence or its score is stored and read back", () => {
  fc.assert(
    fc.property(scenariosWith({ units: 1 }), (scenario) => {
      const criteria = criteriaOf(scenario);
      const evidence = parseEvidence(criteria, marked(scenario, ["unit-1"])[0]);
      expect(evidence.unit.notRated).toEqual(reason);
      const again = parseEvidence(criteria, JSON.stringify(evidence));
      expect(again).toStrictEqual(evidence);
      const [score] = scoreAll(criteria, [again]);
      expect(rank(criteria, [JSON.parse(JSON.stringify(score))]).groups[0]?.places).toMatchObject([{ rank: null, reason: "notRated" }]);
    }),
    { numRuns: 50 },
  );
});

describe("where rounds of assessment are held", () => {
  const criteria = loadCriteria("example/rounds");
  const reportOf = (round: string, more: object = {}) => ({
    unit: { id: "a", name: "Sở A", ...more },
    period: criteria.file.periods[0],
    round,
    items: { "1": round === "selfAssessed" ? { done: 20, due: 20 } : { accepted: true } },
  });

  test.each([
    ["only the unit says so of itself: it is rated", { notRated: reason }, {}, undefined],
    ["the appraiser says so: it is not rated", {}, { notRated: reason }, reason],
  ])("the last of them decides; %s", (_, unit, appraiser, expected) => {
    const reports = parseReports(criteria, [reportOf("selfAssessed", unit), reportOf("appraised", appraiser)]);
    for (const order of [reports, [...reports].reverse()]) {
      expect(resolveRounds(criteria, order).counted.map((counted) => counted.unit.notRated)).toEqual([expected]);
    }
  });
});

test("a unit that is not rated has no grade, is in no quota, and its explanation says why", () => {
  const criteria = loadCriteria("example/grading");
  const reports = ["a", "b", "c", "d", "e", "f"].map((id) => ({
    unit: { id, name: id, group: "department", ...(id === "f" ? { notRated: reason } : {}) },
    period: "2021",
    round: "appraised",
    items: { "1.1": { done: 100, due: 100 }, "1.2": { late: 0 }, "2": { percent: "95" } },
    facts: { aboveRequirement: { done: 40, due: 100 } },
  }));
  const graded = (of: readonly object[]) => {
    const classified = classify(criteria, scoreAll(criteria, parseReports(criteria, of)));
    return { classified, quotas: applyQuota(criteria, classified).quotas };
  };
  const { classified, quotas } = graded(reports);
  expect(quotas).toEqual(graded(reports.slice(0, -1)).quotas);
  const last = classified.at(-1);
  expect(last).toMatchObject({ grade: null, reason: "notRated", stages: [{ stage: "rated", why: [{ step: "notRated", reason }] }] });
  expect(last && explainGrade(criteria, last, "vi").steps).toContain("Đơn vị không xếp loại: Đơn vị đặc thù, không xếp loại");
});
