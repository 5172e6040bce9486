import { checkExpected, formatIssue, type Issue, parseReports, safeParseReports } from "par-index";
import { describe, expect, test } from "vitest";
import { everyField, reportWith } from "./everyField";
import { expectToBeSaidWell, told } from "./issues";

const report = reportWith({ "1.2": { done: 191, due: 200 }, "2.3": { points: "0,5" }, "2.2": { percent: 95 } });

/** What is found when a file states these figures beside its reports. */
function foundWhen(...expected: readonly object[]): readonly Issue[] {
  const outcome = safeParseReports(everyField, { reports: [report], expected });
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
    expect(foundWhen(stated("3", 0), stated("2.3", "0,50"), stated("1.2", "0,96"))).toEqual([]);
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
    expect(foundWhen(stated("1.1", "0")).map(told)).toEqual(["1.1: expectedDiffers"]);
    expect(foundWhen(stated("total", "0")).map(told)).toEqual(["total: expectedDiffers"]);
  });

  test.each([
    ["an unknown unit", { unit: "xa-z", code: "1.2", published: "1" }, "unknownUnit", { unit: "xa-z", units: ["xa-a"] }],
    ["an unknown code", stated("9.9", "1"), "unknownCode", { code: "9.9" }],
    ["a code named like a thing of JavaScript", stated("constructor", "1"), "unknownCode", { code: "constructor" }],
    ["another round", stated("1.2", "0.96", { round: "selfAssessed" }), "unknownUnit", { unit: "xa-a" }],
    ["another period", stated("1.2", "0.96", { period: "2020" }), "unknownUnit", { unit: "xa-a" }],
  ])("of %s", (_, one, code, payload) => {
    const issues = foundWhen(one);
    expect(issues).toMatchObject([{ code, severity: "error", payload }]);
    issues.forEach(expectToBeSaidWell);
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
