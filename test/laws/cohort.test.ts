import fc from "fast-check";
import { explain, type LeafScore, parseCriteria, parseEvidence, parseReports, type Score, scoreAll, scoreUnit } from "par-index";
import { describe, expect, test } from "vitest";
import { type Leaf, measureOf, treeOf } from "../../src/criteria/criteriaSet";
import { needsCohort } from "../../src/rules/boundRule";
import { fileWith, reportOf, scenariosWith } from "../arbitraries/criteria";
import { scoredBody } from "../arbitraries/leaves";
import type { CriterionDocument, ReportDocument, Rule, WrittenItem } from "../oracle/documents";
import { criteriaOf, leavesOf } from "./scored";

describe("the order of units", () => {
  test("does not matter to their scores", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 4 }), (scenario) => {
        const criteria = criteriaOf(scenario);
        const reports = parseReports(criteria, scenario.reports);
        expect([...scoreAll(criteria, [...reports].reverse())].reverse()).toStrictEqual(scoreAll(criteria, reports));
      }),
      { numRuns: 100 },
    );
  });

  test("is the order of the scores, and a leaf that compares no units has the score that it has alone", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 4 }), (scenario) => {
        const criteria = criteriaOf(scenario);
        const reports = parseReports(criteria, scenario.reports);
        const alone = reports.map((report) => scoreUnit(criteria, report));
        const together = scoreAll(criteria, reports);
        expect(together.map(({ unit }) => unit)).toEqual(reports.map(({ unit }) => unit));
        const others = (score: Score) => {
          const { nodes } = treeOf(criteria, score.unit.group);
          return leavesOf(score).filter(({ code }) => !needsCohort(measureOf(nodes.get(code) as Leaf)));
        };
        expect(together.map(others)).toStrictEqual(alone.map(others));
      }),
      { numRuns: 100 },
    );
  });
});

describe("a leaf that compares units", () => {
  test("waits while its unit is scored alone, wherever figures are reported, and never among all units", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 3 }), (scenario) => {
        const criteria = criteriaOf(scenario);
        const reports = parseReports(criteria, scenario.reports);
        scoreAll(criteria, reports).forEach((score, index) => {
          const alone = scoreUnit(criteria, reports[index] as (typeof reports)[number]);
          const compared = leavesOf(score).filter(({ cohort, state }) => cohort !== undefined && state !== "monitored");
          expect(alone.waiting).toEqual(compared.map(({ code }) => code));
          expect(score.waiting).toEqual([]);
        });
      }),
      { numRuns: 100 },
    );
  });

  test("names just the units of its group, period and round that report figures for it, in order", () => {
    forEveryRound((reports) => {
      const scores = scoreAll(criteria, parseReports(criteria, reports));
      scores.forEach((score, index) => {
        for (const { code, cohort } of leavesOf(score)) {
          const own = reports[index] as ReportDocument;
          const members = reports.filter((other) => cohortKey(other) === cohortKey(own) && other.items[code] != null);
          const expected = code !== "4" && own.items[code] != null ? members.map(({ unit }) => unit.id).sort() : undefined;
          expect(cohort).toEqual(expected);
        }
      });
    });
  });
});

describe("a leaf that compares units, under a set that treats groups and rounds apart", () => {
  test("gathers the figures of each group by the settings that the group has", () => {
    const stricter = { ...towardsTheLeader, reads: { ...towardsTheLeader.reads, met: "80" } };
    const varied = { ...leaf("1", "10", scoredBody(towardsTheLeader, {})), byGroup: { department: { rule: stricter } } };
    const set = parseCriteria(fileWith([varied]));
    const report = (group: string, index: number, actual: number): ReportDocument => ({
      ...reportOf({ id: `${group}-${index}`, group }),
      items: { "1": { actual, target: 100 } },
    });
    const reports = ["commune", "department"].flatMap((group) => [150, 110, 100].map((actual, index) => report(group, index, actual)));
    expect(scoreAll(set, parseReports(set, reports)).map(({ points }) => points)).toEqual(["10", "6", "5", "10", "8.4", "8"]);
  });

  test("does not compare a unit to which points were given without figures", () => {
    const given = { givenPoints: "2", reason: "Kết quả do thành phố công bố lại" };
    const reports = [given, { percent: "90" }, { percent: "84" }].map((item, index) => ({
      ...reportOf({ id: `unit-${index}` }),
      round: "appraised",
      items: { "1": item },
    }));
    const leaves = scoreAll(criteria, parseReports(criteria, reports)).map((score) => leavesOf(score)[0]);
    expect(leaves.map((scored) => [scored?.state, scored?.points, scored?.cohort])).toEqual([
      ["scored", "2", undefined],
      ["scored", "2", ["unit-1", "unit-2"]],
      ["scored", "0", ["unit-1", "unit-2"]],
    ]);
  });
});

describe("a unit that is added", () => {
  test("changes only scores whose cohort it joins, and of those only leaves that it reports", () => {
    forEveryRound(([late, ...reports]) => {
      const before = scoreAll(criteria, parseReports(criteria, reports));
      const after = scoreAll(criteria, parseReports(criteria, [...reports, ...(late === undefined ? [] : [late])]));
      before.forEach((score, index) => {
        const again = after[index] as Score;
        if (late === undefined || cohortKey(score) !== cohortKey(late)) {
          expect(JSON.stringify(again)).toBe(JSON.stringify(score));
          return;
        }
        const joined = leavesOf(score)
          .filter(({ code, cohort }) => cohort !== undefined && late.items[code] != null)
          .map(({ code }) => code);
        expect(changedLeaves(score, again)).toEqual(joined);
      });
    });
  });
});

describe("a late unit's changed figure", () => {
  test("changes exactly the scores that depend on it", () => {
    fc.assert(
      fc.property(rounds, percents, percents, (drawn, first, second) => {
        fc.pre(first !== second);
        const [late, ...others] = drawn as [ReportDocument, ...ReportDocument[]];
        const withFigure = (percent: string): ReportDocument => ({ ...late, items: { ...late.items, "1": { percent } } });
        const before = scoreAll(criteria, parseReports(criteria, [withFigure(first), ...others]));
        const after = scoreAll(criteria, parseReports(criteria, [withFigure(second), ...others]));
        before.forEach((score, index) => {
          const depends = leavesOf(score)[0]?.cohort?.includes(late.unit.id) === true;
          expect(changedLeaves(score, after[index] as Score)).toEqual(depends ? ["1"] : []);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("of a unit that follows the leader changes nobody else's score; that of the leader, those who exceed their targets", () => {
    const report = (id: string, actual: number): ReportDocument => ({ ...reportOf({ id }), items: { "2": { actual, target: 100 } } });
    const pointsWith = (leader: number, follower: number) =>
      scoreAll(criteria, parseReports(criteria, [report("a", leader), report("b", follower), report("c", 125), report("d", 80)])).map(
        (score) => score.points,
      );
    expect(pointsWith(150, 120)).toEqual(["10", "7", "7.5", "4"]);
    expect(pointsWith(150, 110)).toEqual(["10", "6", "7.5", "4"]);
    expect(pointsWith(200, 120)).toEqual(["10", "6", "6.25", "4"]);
    expect(pointsWith(100, 100)).toEqual(["5", "5", "10", "4"]);
  });
});

describe("an explanation says among how many units a leaf was compared", () => {
  const scoresOf = (percents: readonly string[]) =>
    scoreAll(
      criteria,
      percents.map((percent, index) => parseEvidence(criteria, { ...reportOf({ id: `unit-${index}` }), items: { "1": { percent } } })),
    );
  const firstLine = (percents: readonly string[], language: "vi" | "en") =>
    explain(criteria, scoresOf(percents)[0] as Score, "1", language).steps[0];

  test("and that a unit which stands alone was compared with itself", () => {
    expect(firstLine(["90", "84", "81"], "vi")).toBe("So trong 3 đơn vị cùng nhóm có số liệu, kể cả đơn vị này");
    expect(firstLine(["90", "84", "81"], "en")).toBe("Compared among 3 units of the group that have figures, this one included");
    expect(firstLine(["90"], "vi")).toBe("Không có đơn vị nào khác cùng nhóm có số liệu: chỉ so với chính đơn vị này");
    expect(firstLine(["90"], "en")).toBe("No other unit of the group has figures: compared with itself only");
  });
});

const index = { vi: "Chỉ số CCHC", en: "PAR index" };
const cases = { vi: "vụ", en: "cases" };
const atTheMean: Rule = {
  kind: "bands",
  reads: { measure: "peerMean", of: index },
  better: "higher",
  bands: [
    { atLeast: "100", points: "2" },
    { lessThan: "100", points: "0" },
  ],
};
const towardsTheLeader = {
  kind: "proportional",
  reads: {
    measure: "peerLeader",
    actual: { vi: "Thực hiện" },
    target: { vi: "Chỉ tiêu" },
    quantity: "count",
    unit: cases,
    met: "50",
    below: "inProportion",
  },
  target: "100",
} satisfies Rule;
const alone: Rule = { kind: "given", by: { vi: "Hội đồng" } };

/** Two leaves that compare units, one that is only monitored and does, and one that does not. */
const criteria = parseCriteria({
  ...fileWith([
    leaf("1", "2", scoredBody(atTheMean, {})),
    leaf("2", "10", scoredBody(towardsTheLeader, {})),
    leaf("3", "0", {
      monitored: true,
      reads: { measure: "peerMean", of: index },
      provenance: { points: { confidence: "invented" } },
    }),
    leaf("4", "3", scoredBody(alone, {})),
  ]),
  periods: ["2020", "2021"],
});

function leaf(code: string, maxPoints: string, body: Omit<CriterionDocument, "code" | "title" | "maxPoints">): CriterionDocument {
  return { code, title: { vi: `Tiêu chí ${code}` }, maxPoints, ...body };
}

const percents = fc.integer({ min: 2, max: 100 }).map(String);
const blank = fc.constant<WrittenItem>(null);
const percentItem = fc.oneof(
  { weight: 4, arbitrary: percents.map((percent): WrittenItem => ({ percent })) },
  { weight: 1, arbitrary: blank },
);
const figure = fc.constantFrom(0, 50, 100, 120, 150);
const leaderItem = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(figure, fc.constantFrom(null, 0, 50, 100)).map(([actual, target]): WrittenItem => ({ actual, target })),
  },
  { weight: 1, arbitrary: blank },
);

/** What up to eight units report, in two groups, periods and rounds; their ids are in no order. */
const rounds: fc.Arbitrary<readonly ReportDocument[]> = fc
  .array(
    fc.record({
      group: fc.constantFrom("commune", "commune", "department"),
      period: fc.constantFrom("2021", "2021", "2020"),
      round: fc.constantFrom<ReportDocument["round"][]>("appraised", "appraised", "selfAssessed"),
      items: fc.record({
        "1": percentItem,
        "2": leaderItem,
        "3": percentItem,
        "4": fc.constantFrom<WrittenItem[]>({ points: "1.5" }, null),
      }),
    }),
    { minLength: 1, maxLength: 8, size: "max" },
  )
  .map((drawn) =>
    drawn.map(({ group, period, round, items }, number) => ({
      ...reportOf({ id: `unit-${(number * 5) % 8}`, group }),
      period,
      round,
      items,
    })),
  );

function forEveryRound(check: (reports: readonly ReportDocument[]) => void): void {
  fc.assert(fc.property(rounds, check), { numRuns: 200 });
}

interface Compared {
  readonly unit: { readonly group: string };
  readonly period: string;
  readonly round: string;
}

function cohortKey({ unit, period, round }: Compared): string {
  return [unit.group, period, round].join(" ");
}

/** The codes of leaves whose score is not the same to the byte. */
function changedLeaves(before: Score, after: Score): readonly string[] {
  const again = leavesOf(after);
  const same = (leaf: LeafScore, index: number) => JSON.stringify(leaf) === JSON.stringify(again[index]);
  return leavesOf(before).flatMap((leaf, index) => (same(leaf, index) ? [] : [leaf.code]));
}
