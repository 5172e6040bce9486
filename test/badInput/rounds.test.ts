import {
  compareRounds,
  type Evidence,
  formatIssue,
  type Issue,
  parseCriteria,
  parseReports,
  resolveRounds,
  type Score,
  safeCompareRounds,
  safeParseReports,
  safeResolveRounds,
  safeScoreAll,
  safeScoreRounds,
  safeScoreUnit,
  safeSelfScoreGap,
  scoreAll,
  scoreRounds,
  scoreUnit,
  selfScoreGap,
} from "par-index";
import { describe, expect, test } from "vitest";
import { everyRound, reportOf } from "./everyRound";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "./issues";
import { expectToPointAtIts } from "./places";
import vectors from "./rounds.json";

const inVietnamese = (issues: readonly Issue[]) => issues.map((issue) => formatIssue(issue, "vi"));
const inEnglish = (issues: readonly Issue[]) => issues.map((issue) => formatIssue(issue, "en"));
const read = (...reports: readonly object[]) => parseReports(everyRound, reports.map(reportOf));
const foundIn = (...reports: readonly object[]) => issuesOf(safeResolveRounds(everyRound, read(...reports)));

describe.each(vectors.filter((vector) => "read" in vector))("$why", ({ reports, read: found }) => {
  const listed = reports.map(reportOf);
  const text = JSON.stringify({ reports: listed }, null, 2);

  test("is told when it is read, as a value and as text", () => {
    for (const input of [{ reports: listed }, text]) {
      const outcome = safeParseReports(everyRound, input);
      expect(outcome.ok).toBe(false);
      expect(issuesOf(outcome).map(told)).toEqual(found);
      issuesOf(outcome).forEach(expectToBeSaidWell);
      expectTwinToThrow(() => parseReports(everyRound, input), outcome);
    }
  });

  test("the text is pointed at where it is wrong", () => {
    const issues = issuesOf(safeParseReports(everyRound, text));
    for (const issue of issues) {
      expectToPointAtIts(issue, text);
      expect(issue.location.unit).toMatch(/^(so-a|huyen-b)$/);
    }
  });

  test("and by whatever scores it unread", () => {
    const raw = listed as unknown as readonly Evidence[];
    for (const outcome of [safeResolveRounds(everyRound, raw), safeScoreRounds(everyRound, raw), safeScoreAll(everyRound, raw)]) {
      expect(outcome.ok).toBe(false);
      issuesOf(outcome).forEach(expectToBeSaidWell);
    }
  });
});

describe.each(vectors.filter((vector) => "resolved" in vector))("$why", ({ reports, resolved: found }) => {
  const evidence = parseReports(everyRound, reports.map(reportOf));

  test("is told when the rounds are put together", () => {
    const outcome = safeResolveRounds(everyRound, evidence);
    expect(outcome.ok).toBe(false);
    expect(issuesOf(outcome).map(told)).toEqual(found);
    for (const issue of issuesOf(outcome)) {
      expectToBeSaidWell(issue);
      expect(issue.location.unit).toMatch(/^(so-a|huyen-b)$/);
    }
    expectTwinToThrow(() => resolveRounds(everyRound, evidence), outcome);
    expectTwinToThrow(() => scoreRounds(everyRound, evidence), outcome);
  });

  test("the same whatever the order of the reports", () => {
    const turned = safeResolveRounds(everyRound, [...evidence].reverse());
    expect(issuesOf(turned).map(told).sort()).toEqual(found === undefined ? [] : [...found].sort());
  });
});

describe("in words that an officer reads", () => {
  test("a changed figure names the round and what stood before", () => {
    const issues = foundIn(
      { round: "selfAssessed", items: { "1.1": { done: 18, due: 20 }, "1.2": { percent: "95,50" } } },
      { round: "appraised", items: { "1.1": { done: 17, due: 20 }, "1.2": { percent: "90" } } },
    );
    expect(inVietnamese(issues)).toEqual([
      "so-a · 1.1 Hồ sơ đúng hạn: vòng thẩm định (appraised) sửa số liệu đã có (done: 18, due: 20) mà chưa nêu lý do. Bổ sung lý do (reason), hoặc chấp nhận (accepted) nếu giữ nguyên.",
      "so-a · 1.2 Mức độ hài lòng: vòng thẩm định (appraised) sửa số liệu đã có (percent: 95,5) mà chưa nêu lý do. Bổ sung lý do (reason), hoặc chấp nhận (accepted) nếu giữ nguyên.",
    ]);
    expect(inEnglish(issues)[1]).toContain("(percent: 95.5)");
  });

  test("an appraisal by two names both, or that one names nobody", () => {
    const issues = foundIn(
      { round: "selfAssessed", items: {} },
      { round: "appraised", appraiser: "noiVu", items: { "3": { points: "4" } } },
      { round: "appraised", items: { "3": { points: "5" } } },
    );
    expect(inVietnamese(issues)).toEqual([
      "so-a · 3 Đánh giá của lãnh đạo: ở vòng thẩm định (appraised) có 2 kết quả thẩm định, của “noiVu”, một báo cáo không ghi cơ quan. Giữ lại một.",
    ]);
    expect(issues.map(({ payload }) => payload)).toEqual([{ round: "appraised", appraisers: ["noiVu", null] }]);
  });

  test("a code of another group names the groups that have it", () => {
    const outcome = safeParseReports(everyRound, [reportOf({ round: "selfAssessed", items: { "2.2": { actual: "1", plan: "1" } } })]);
    expect(inVietnamese(issuesOf(outcome))).toEqual([
      "so-a · 2.2 Thu ngân sách: tiêu chí này chỉ dành cho nhóm “district”, không dành cho nhóm “department” của đơn vị. Kiểm tra lại nhóm của đơn vị, hoặc xóa mục này.",
    ]);
  });
});

describe("the same figure written differently is no change, and needs no reason", () => {
  test.each([
    ["a percentage with a comma and a zero", { "1.2": { percent: "95,50" } }, { "1.2": { percent: "95.5" } }],
    ["a percentage as a whole number", { "1.2": { percent: "95,0" } }, { "1.2": { percent: 95 } }],
    ["counts as text", { "1.1": { done: 18, due: 20 } }, { "1.1": { due: "20", done: "18" } }],
    [
      "days as offices write them",
      { "2.1": { dueOn: "15/12/2021", doneOn: "5/1/2022" } },
      { "2.1": { doneOn: "2022-01-05", dueOn: "2021-12-15" } },
    ],
  ])("%s", (_, reported, appraised) => {
    expect(foundIn({ round: "selfAssessed", items: reported }, { round: "appraised", items: appraised })).toEqual([]);
  });
});

describe("nothing that was said is lost", () => {
  const unit = { id: "huyen-b", name: "Huyện B", group: "district" };
  const report = { number: "1/BC", title: "Báo cáo" };
  const sheet = { number: "2/PTĐ", title: "Phiếu thẩm định" };
  const { rounds, counted } = resolveRounds(
    everyRound,
    read(
      { unit, round: "selfAssessed", items: { "1.1": { done: 18, due: 20, documents: [report] }, "2.2": { actual: "9,5", plan: 10 } } },
      { unit, round: "appraised", appraiser: "noiVu", items: { "1.1": { accepted: true, documents: [sheet] } } },
      { unit, round: "appraised", appraiser: "taiChinh", items: { "2.2": { asks: "Số quyết toán?" } } },
      { unit, round: "explained", items: { "2.2": { actual: "9", plan: 10, reason: "Theo quyết toán" } } },
    ),
  );

  test("appraisals of several agencies stand in one round, each with the documents of both sides", () => {
    expect(rounds.map(({ round, items }) => [round, items])).toEqual([
      ["selfAssessed", { "1.1": { done: 18, due: 20, documents: [report] }, "2.2": { actual: "9.5", plan: "10" } }],
      [
        "appraised",
        { "1.1": { done: 18, due: 20, documents: [report, sheet] }, "2.2": { actual: "9.5", plan: "10", asks: "Số quyết toán?" } },
      ],
      [
        "explained",
        { "1.1": { done: 18, due: 20, documents: [report, sheet] }, "2.2": { actual: "9", plan: "10", reason: "Theo quyết toán" } },
      ],
    ]);
  });

  test("what counts says of which round it is; what was only asked about does not count yet", () => {
    expect(counted.map(({ origins }) => origins)).toEqual([{ "1.1": "appraised", "2.2": "explained" }]);
  });
});

test("a leaf of which the unit only noted something is not scored by it in its own round, and is missing in the appraisal", () => {
  const reports = read(
    { round: "selfAssessed", items: { "3": { note: "Đề nghị lãnh đạo xem xét" } } },
    { round: "appraised", items: { "5": { count: 0 } } },
  );
  const { rounds } = scoreRounds(everyRound, reports);
  expect(rounds.map(({ missing }) => missing.includes("3"))).toEqual([false, true]);
});

describe("what is no report of a round", () => {
  const self = { round: "selfAssessed", items: { "1.1": { done: 18, due: 20 } } };
  const accepting = read(self, { round: "appraised", items: { "1.1": { accepted: true } } });

  test("a round that accepts another cannot be scored alone: where, and what to do", () => {
    const outcome = safeScoreAll(everyRound, accepting);
    expect(inVietnamese(issuesOf(outcome))).toEqual([
      "so-a · 1.1 Hồ sơ đúng hạn · accepted: vòng thẩm định (appraised) chấp nhận số liệu của vòng trước, nên không chấm riêng được. Cần chấm các vòng cùng nhau (scoreRounds).",
    ]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => scoreAll(everyRound, accepting), outcome);
    const [, appraised] = accepting as readonly [Evidence, Evidence];
    expectTwinToThrow(() => scoreUnit(everyRound, appraised), safeScoreUnit(everyRound, appraised));
    expect(issuesOf(safeScoreUnit(everyRound, appraised)).map(told)).toEqual(["1.1 accepted: roundNotResolved"]);
  });

  test("two agencies' sheets are not two scores of a unit", () => {
    const sheets = read(
      { round: "appraised", appraiser: "noiVu", items: { "3": { points: "4" } } },
      { round: "appraised", appraiser: "taiChinh", items: { "5": { count: 1 } } },
    );
    expect(issuesOf(safeScoreAll(everyRound, sheets)).map(told)).toEqual(["duplicateUnit"]);
  });

  test("what counts is not put together again", () => {
    const { counted } = resolveRounds(everyRound, accepting);
    const again = safeResolveRounds(everyRound, counted);
    expect(issuesOf(again).map(told)).toEqual(["roundNotHeld"]);
    issuesOf(again).forEach(expectToBeSaidWell);
  });

  test("a set that holds no rounds cannot say what they come to", () => {
    const { rounds: _, ...policies } = everyRound.file.policies;
    const silent = parseCriteria({ ...everyRound.file, policies });
    const outcome = safeResolveRounds(silent, parseReports(silent, [reportOf(self)]));
    expect(issuesOf(outcome).map(told)).toEqual(["policies.rounds: roundsNotStated"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });

  test.each([
    ["null", null],
    ["a number", 5],
    ["one report", { ...reportOf(self) }],
    ["text", "[]"],
  ])("%s in place of the reports", (_, value) => {
    const reports = value as unknown as readonly Evidence[];
    for (const outcome of [
      safeResolveRounds(everyRound, reports),
      safeScoreRounds(everyRound, reports),
      safeScoreAll(everyRound, reports),
    ]) {
      expect(issuesOf(outcome).map(told)).toEqual(["wrongType"]);
      issuesOf(outcome).forEach(expectToBeSaidWell);
    }
    expectTwinToThrow(() => resolveRounds(everyRound, reports), safeResolveRounds(everyRound, reports));
  });
});

describe("scores that cannot stand side by side", () => {
  const self = (more: object) => ({ round: "selfAssessed", items: { "1.1": { done: 18, due: 20 } }, ...more });
  const district = { id: "so-a", name: "Sở A", group: "district" };
  const [department, asDistrict, later] = scoreAll(
    everyRound,
    read(self({}), self({ unit: district, round: "appraised" }), self({ period: "2022" })),
  ) as readonly [Score, Score, Score];

  test.each([
    ["of one unit in two groups", [department, asDistrict], ["otherUnit"]],
    ["of two periods", [department, later], ["otherUnit"]],
    ["two of one round", [department, { ...department }], ["duplicateUnit"]],
    ["none", [], ["tooFew"]],
  ])("%s", (_, scores, found) => {
    const outcome = safeCompareRounds(everyRound, scores);
    expect(issuesOf(outcome).map(told)).toEqual(found);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => compareRounds(everyRound, scores), outcome);
  });

  test("whatever is no score is told by its place, or by its unit", () => {
    const { root, ...beheaded } = department;
    const values = [null, 5, [], {}, { ...department, unit: null }, { ...department, round: "final" }];
    const outcome = safeCompareRounds(everyRound, [department, ...(values as never[])]);
    expect(issuesOf(outcome).map(told)).toEqual([1, 2, 3, 4, 5, 6].map((index) => `${index}: notAScore`));
    issuesOf(outcome).forEach(expectToBeSaidWell);
    const changed = { ...department, root: { ...root, points: "9½" } };
    for (const score of [beheaded, changed] as never[]) {
      expect(
        issuesOf(safeSelfScoreGap(everyRound, { rounds: [score], counted: [] })).map(({ code, location }) => [code, location]),
      ).toEqual([["notAScore", { unit: "so-a" }]]);
    }
  });

  test("nor is a value that holds no scores", () => {
    for (const value of [null, 5, [], {}, { rounds: [] }, { rounds: {}, counted: [] }] as never[]) {
      const outcome = safeSelfScoreGap(everyRound, value);
      expect(issuesOf(outcome).map(told)).toEqual(["wrongType"]);
      expectTwinToThrow(() => selfScoreGap(everyRound, value), outcome);
    }
  });
});
