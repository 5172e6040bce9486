import { classify, formatIssue, parseCriteria, parseReports, resolveRounds, safeResolveRounds, scoreRounds } from "par-index";
import { describe, expect, test } from "vitest";
import { event, given, gradedFile, gradesWith, onTime, reportWith } from "./files";

const provenance = { confidence: "invented" };
const grades = gradesWith({ atLeast: "90", conditions: [{ kind: "fact", fact: "onTime", atLeast: "95" }] }, { lessThan: "90" });
const file = gradedFile([given("1", "100")], {
  grades,
  facts: [onTime],
  events: [event("corruption", { forces: "grade2" })],
  unrecorded: "undecided",
});
const criteria = parseCriteria({
  ...file,
  policies: {
    ...file.policies,
    rounds: {
      list: [
        { id: "selfAssessed", title: { vi: "Tự đánh giá" }, by: "unit" },
        { id: "appraised", title: { vi: "Thẩm định" }, by: "appraiser" },
        { id: "reappraised", title: { vi: "Thẩm định lần 2" }, by: "appraiser" },
      ],
      counts: ["reappraised", "appraised"],
      provenance,
    },
  },
});

/** Reports of one unit, one for each round, and what is said in each for its grade. */
function reportsOf(rounds: Readonly<Record<string, object>>) {
  const points = Object.entries(rounds).map(([round, records]) => ({
    ...reportWith("a", {}, records),
    round,
    items: { "1": round === "selfAssessed" ? { points: "95" } : { accepted: true } },
  }));
  return parseReports(criteria, points);
}

const facts = (done: number) => ({ facts: { onTime: { done, due: 20 } } });
const events = (happened: boolean) => ({ events: { corruption: { happened } } });
const countedOf = (rounds: Readonly<Record<string, object>>) => resolveRounds(criteria, reportsOf(rounds)).counted[0];

describe("a fact through the rounds", () => {
  test("counts as the first counting round says that speaks of it", () => {
    expect(countedOf({ selfAssessed: facts(20), appraised: facts(18), reappraised: facts(19) })?.facts).toEqual({
      onTime: { done: 19, due: 20 },
    });
    expect(countedOf({ selfAssessed: facts(20), appraised: facts(18), reappraised: {} })?.facts).toEqual({ onTime: { done: 18, due: 20 } });
  });

  test("is missing where no counting round speaks of it, whatever the unit says itself", () => {
    expect(countedOf({ selfAssessed: facts(20), appraised: {} })?.facts).toBeUndefined();
    const remark = { facts: { onTime: { note: "Chờ báo cáo của Văn phòng" } } };
    expect(countedOf({ selfAssessed: facts(20), appraised: remark })?.facts).toBeUndefined();
  });

  test("stands after each round as it was said last", () => {
    const { rounds } = resolveRounds(criteria, reportsOf({ selfAssessed: facts(20), appraised: {}, reappraised: facts(19) }));
    expect(rounds.map((report) => report.facts?.onTime?.done)).toEqual([20, 20, 19]);
  });
});

describe("an event through the rounds", () => {
  test("counts as the first counting round records it", () => {
    expect(countedOf({ selfAssessed: events(true), appraised: events(false) })?.events).toEqual({ corruption: { happened: false } });
    expect(countedOf({ selfAssessed: events(false), appraised: events(true), reappraised: {} })?.events).toEqual({
      corruption: { happened: true },
    });
  });

  test("is not undone by the silence of those who appraise", () => {
    expect(countedOf({ selfAssessed: events(true), appraised: {} })?.events).toEqual({ corruption: { happened: true } });
  });
});

test("the counted score carries both, and is what is graded", () => {
  const reports = reportsOf({ selfAssessed: { ...facts(20), ...events(false) }, appraised: facts(18) });
  const [graded] = classify(criteria, scoreRounds(criteria, reports).counted);
  expect({ grade: graded?.grade, round: graded?.round }).toEqual({ grade: "grade2", round: "counted" });
  const [self] = classify(criteria, scoreRounds(criteria, reports).rounds);
  expect({ grade: self?.grade, round: self?.round }).toEqual({ grade: "grade1", round: "selfAssessed" });
});

test("two agencies that record one fact in one round are told, and nothing is chosen between them", () => {
  const appraisers = [
    { id: "homeAffairs", title: { vi: "Sở Nội vụ" } },
    { id: "finance", title: { vi: "Sở Tài chính" } },
  ];
  const two = parseCriteria({ ...criteria.file, appraisers });
  const [self, first] = ["selfAssessed", "appraised"].map((round) => ({ ...reportWith("a", {}, facts(20)), round, items: {} }));
  const reports = parseReports(two, [self, { ...first, appraiser: "homeAffairs" }, { ...first, appraiser: "finance", ...facts(18) }]);
  const outcome = safeResolveRounds(two, reports);
  expect(outcome.ok ? [] : outcome.issues.map((issue) => formatIssue(issue, "vi"))).toEqual([
    "a · facts.onTime: ở vòng thẩm định (appraised) có 2 kết quả thẩm định, của “finance”, “homeAffairs”. Giữ lại một.",
  ]);
});
