import { checkExpected, formatIssue, type Issue, parseReports, safeParseReports } from "par-index";
import { describe, expect, test } from "vitest";
import { everyField, reportWith } from "./everyField";
import { expectToBeSaidWell, told } from "./issues";

const report = reportWith({
  "1.1": { option: "yes" },
  "1.2": { done: 191, due: 200 },
  "1.3": { notDone: true },
  "2.2": { percent: 95 },
  "2.3": { points: "0,5" },
});

/** What is found when a file states these figures beside its reports. */
function foundWhen(...expected: readonly object[]): readonly Issue[] {
  return foundIn([report], expected);
}

function foundIn(reports: readonly object[], expected: readonly object[]): readonly Issue[] {
  const outcome = safeParseReports(everyField, { reports, expected });
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => formatIssue(issue, "en")).join("\n"));
  return checkExpected(everyField, outcome.value.reports, outcome.value.expected);
}

const stated = (code: string, published: unknown, more: object = {}) => ({ unit: "xa-a", code, published, ...more });

describe("a published figure is met", () => {
  test.each([
    ["written with a point", "0.96"],
    ["written with a decimal comma", "0,96"],
    ["with more zeros", "0,9600"],
  ])("%s", (_, published) => {
    expect(foundWhen(stated("1.2", published))).toEqual([]);
  });

  test("that is a whole number of JSON", () => {
    expect(foundWhen(stated("1.1", 1), stated("2.3", "0,50"), stated("1.2", "0,96"))).toEqual([]);
  });

  test.each([0, "0", "0,00"])("by a zero that was earned, written %j", (published) => {
    expect(foundWhen(stated("1.3", published))).toEqual([]);
  });

  test("by the one report of its period and round", () => {
    expect(foundWhen(stated("2.3", "0,5", { period: "2021", round: "appraised" }))).toEqual([]);
  });
});

describe("a published figure that is not met", () => {
  test("is told with both numbers, at its unit and criterion", () => {
    const [issue, ...others] = foundWhen(stated("1.2", "0,95"));
    expect(others).toEqual([]);
    expect(issue && formatIssue(issue, "vi")).toBe(
      "xa-a · 1.2 Hồ sơ đúng hạn: kết quả nêu trong tệp là 0,95, tính lại được 0,96. Kiểm tra số liệu hoặc cách hiểu áp dụng.",
    );
  });

  test("of a leaf without figures: what is missing is not zero", () => {
    expect(foundWhen(stated("1.4", "0")).map(told)).toEqual(["1.4: expectedDiffers"]);
    expect(foundWhen(stated("total", "0")).map(told)).toEqual(["total: expectedDiffers"]);
  });

  test.each([
    ["a leaf without figures", {}, "1.2"],
    ["a leaf whose figures are left blank", { "1.2": { done: null, due: null } }, "1.2"],
    ["a leaf that has nothing but a note", { "1.2": { note: "Đang tổng hợp" } }, "1.2"],
    ["a leaf that is only monitored", {}, "3"],
    ["a leaf that is only monitored, with its figure", { "3": { count: 0 } }, "3"],
    ["a branch without figures below it", { "1.2": { done: 1, due: 2 } }, "2"],
    ["a whole set without figures", { "3": { count: 5 } }, "total"],
  ])("of %s is not met by 0, and is told without a number", (_, items, code) => {
    for (const published of ["0", "0,00", 0]) {
      const issues = foundIn([reportWith(items)], [stated(code, published)]);
      expect(issues.map(told)).toEqual([`${code}: expectedDiffers`]);
      expect(issues).toMatchObject([{ payload: { computed: "–" } }]);
      issues.forEach(expectToBeSaidWell);
    }
  });

  const units = ["xa-a, 2021, appraised"];
  test.each([
    ["an unknown unit", { unit: "xa-z", code: "1.2", published: "1" }, "unknownUnit", { unit: "xa-z", units }],
    ["an unknown code", stated("9.9", "1"), "unknownCode", { code: "9.9" }],
    ["a code named like a thing of JavaScript", stated("constructor", "1"), "unknownCode", { code: "constructor" }],
    ["another round", stated("1.2", "0.96", { round: "selfAssessed" }), "unknownUnit", { unit: "xa-a, selfAssessed", units }],
    ["another period", stated("1.2", "0.96", { period: "2020" }), "unknownUnit", { unit: "xa-a, 2020", units }],
    [
      "the right period and another round",
      stated("1.2", "0.96", { period: "2021", round: "selfAssessed" }),
      "unknownUnit",
      { unit: "xa-a, 2021, selfAssessed", units },
    ],
  ])("of %s", (_, one, code, payload) => {
    const issues = foundWhen(one);
    expect(issues.map((issue) => [issue.code, issue.severity, issue.payload])).toEqual([[code, "error", payload]]);
    issues.forEach(expectToBeSaidWell);
  });

  test("of a round that is not there is told with the reports that are", () => {
    const other = { ...report, period: "2022", round: "selfAssessed" };
    const [issue] = foundIn([report, other], [stated("1.2", "0.96", { period: "2022", round: "appraised" })]);
    expect(issue && (["vi", "en"] as const).map((language) => formatIssue(issue, language))).toEqual([
      "không có báo cáo của đơn vị “xa-a, 2022, appraised”. Các đơn vị có báo cáo: “xa-a, 2021, appraised”, “xa-a, 2022, selfAssessed”. Sửa mã đơn vị, kỳ hoặc vòng.",
      'there is no report of the unit "xa-a, 2022, appraised". Units with reports: "xa-a, 2021, appraised", "xa-a, 2022, selfAssessed". Correct the id, the period or the round.',
    ]);
  });

  test("hides none of the others", () => {
    const found = foundWhen(stated("9.9", "1"), stated("1.2", "0,9"), { unit: "xa-z", code: "1.2", published: "1" }, stated("2.3", "0,5"));
    expect(found.map(({ code }) => code)).toEqual(["unknownCode", "expectedDiffers", "unknownUnit"]);
  });
});

test("of two reports of one unit in two rounds both must meet a figure that names no round", () => {
  const both = [report, { ...reportWith({ "1.2": { done: 1, due: 2 } }), round: "selfAssessed" }];
  const evidence = parseReports(everyField, both);
  expect(checkExpected(everyField, evidence, [{ unit: "xa-a", code: "1.2", published: "0.96" }]).map(told)).toEqual([
    "1.2: expectedDiffers",
  ]);
  expect(checkExpected(everyField, evidence, [{ unit: "xa-a", code: "1.2", published: "0.96", round: "appraised" }])).toEqual([]);
});
