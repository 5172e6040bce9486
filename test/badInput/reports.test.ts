import { formatIssue, parseCriteria, parseReports, safeParseEvidence, safeParseReports } from "par-index";
import { describe, expect, test } from "vitest";
import { everyField, reportWith } from "./everyField";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "./issues";
import { expectToPointAtIts } from "./places";
import vectors from "./reports.json";

describe.each(vectors)("$why", ({ report, found }) => {
  const text = JSON.stringify(report, null, 2);

  test("as a value and as text", () => {
    for (const input of [report, text]) {
      const outcome = safeParseEvidence(everyField, input);
      expect(outcome.ok).toBe(false);
      expect(issuesOf(outcome).map(told)).toEqual(found);
      issuesOf(outcome).forEach(expectToBeSaidWell);
    }
  });

  test("the text is pointed at where it is wrong", () => {
    for (const issue of issuesOf(safeParseEvidence(everyField, text))) expectToPointAtIts(issue, text);
  });

  test("the same among other reports, told by its place in the list", () => {
    const outcome = safeParseReports(everyField, { reports: [{ ...reportWith({}), round: "selfAssessed" }, report] });
    expect(outcome.ok).toBe(false);
    for (const { location } of issuesOf(outcome)) expect(location.path?.slice(0, 2)).toEqual(["reports", 1]);
  });
});

describe("the reports of a round", () => {
  test("a unit with two reports in one round is told once for each further one", () => {
    const reports = [reportWith({}), reportWith({}), reportWith({})];
    const outcome = safeParseReports(everyField, reports);
    expect(issuesOf(outcome).map(told)).toEqual(["1.unit.id: duplicateUnit", "2.unit.id: duplicateUnit"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => parseReports(everyField, reports), outcome);
  });

  test("in a text the second report of a unit is pointed at", () => {
    const text = JSON.stringify({ reports: [reportWith({}), reportWith({})] }, null, 2);
    const issues = issuesOf(safeParseReports(everyField, text));
    expect(issues.map(told)).toEqual(["reports.1.unit.id: duplicateUnit"]);
    for (const issue of issues) expectToPointAtIts(issue, text);
  });

  test("the same unit in another round or period is no duplicate", () => {
    const other = [{ ...reportWith({}), round: "selfAssessed" }, { ...reportWith({}), period: "2022" }, reportWith({})];
    expect(safeParseReports(everyField, other).ok).toBe(true);
  });

  test("a period that the set does not list is refused, since the unit would be ranked by itself", () => {
    const issues = issuesOf(safeParseReports(everyField, [reportWith({}), { ...reportWith({}), period: "2012" }]));
    expect(issues.map(({ code, location }) => [code, location.path])).toEqual([["periodNotListed", [1, "period"]]]);
  });

  test("the issues of all units are told at once", () => {
    const bad = (id: string) => ({ ...reportWith({ "1.2": { done: 2, due: 1 } }), unit: { id, name: id, group: "commune" } });
    const outcome = safeParseReports(everyField, [bad("a"), bad("b"), null, bad("c")]);
    expect(issuesOf(outcome).map(({ location }) => location.unit)).toEqual(["a", "b", undefined, "c"]);
  });

  test.each([
    ["reports that are no list", { reports: {} }, ["reports: wrongType"]],
    ["no reports", { reports: null }, ["reports: wrongType"]],
    [
      "an expected figure that is a phrase",
      { reports: [], expected: [{ unit: "a", code: "1", published: "abc" }] },
      ["expected.0.published: notDecimal"],
    ],
    [
      "an expected figure below 0",
      { reports: [], expected: [{ unit: "a", code: "1", published: "-1" }] },
      ["expected.0.published: negative"],
    ],
    [
      "an expected figure that may have lost digits",
      { reports: [], expected: [{ unit: "a", code: "1", published: 0.5 }] },
      ["expected.0.published: numberNotWhole"],
    ],
    [
      "an expected figure left blank",
      { reports: [], expected: [{ unit: "a", code: "1", published: null }] },
      ["expected.0.published: notDecimal"],
    ],
    [
      "expected figures beside reports with a mistake",
      { reports: [reportWith([])], expected: [{ unit: "a", code: "1", published: "abc" }] },
      ["expected.0.published: notDecimal", "reports.0.items: wrongType"],
    ],
    ["a misspelt key beside reports", { reports: [], expecte: [] }, ["unknownKey expecte"]],
  ])("%s", (_, file, found) => {
    const outcome = safeParseReports(everyField, file);
    expect(issuesOf(outcome).map(told)).toEqual(found);
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });

  test("a group may be named as JavaScript names its own things", () => {
    const report = { ...reportWith({}), unit: { id: "a", name: "A", group: "constructor" } };
    expect(safeParseEvidence(everyField, report).ok).toBe(true);
  });
});

describe("the group of a unit", () => {
  const unit = { id: "xa-a", name: "Xã A" };
  const [commune] = everyField.file.groups;
  const oneGroup = parseCriteria({ ...everyField.file, groups: [commune] });

  test("that the set does not have is told with those to choose from", () => {
    const [issue] = issuesOf(safeParseEvidence(everyField, { ...reportWith({}), unit: { ...unit, group: "Huyện" } }));
    expect(issue?.payload).toEqual({ group: "Huyện", groups: ["commune", "constructor"] });
    expect(issue && formatIssue(issue, "vi")).toBe(
      "xa-a · unit.group: không có nhóm đơn vị “Huyện”. Chọn một trong: “commune”, “constructor”.",
    );
  });

  test.each([
    ["is not stated", unit],
    ["is left blank", { ...unit, group: null }],
    ["is undefined", { ...unit, group: undefined }],
  ])("where it %s is the only one that the set has", (_, stated) => {
    const outcome = safeParseEvidence(oneGroup, { ...reportWith({}), unit: stated });
    expect(outcome.ok && outcome.value.unit).toStrictEqual({ ...unit, group: "commune" });
    expect(issuesOf(safeParseEvidence(everyField, { ...reportWith({}), unit: stated })).map(told)).toEqual(["unit: missingKey group"]);
  });
});

/** Every control character: the terminal obeys each but tabs and the ends of lines. */
const controls = [...Array.from({ length: 0x20 }, (_, code) => code), ...Array.from({ length: 0x21 }, (_, code) => 0x7f + code)].map(
  (code) => String.fromCharCode(code),
);
const escaped = (control: string) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`;

test("every control character but a tab and the end of a line is refused in a name", () => {
  const refused = controls.filter((control) => {
    const outcome = safeParseEvidence(everyField, { ...reportWith({}), unit: { id: "xa-a", name: `Xã${control} A`, group: "commune" } });
    if (!outcome.ok) expect(issuesOf(outcome).map(told)).toEqual(["unit.name: controlCharacters"]);
    return !outcome.ok;
  });
  expect(refused).toEqual(controls.filter((control) => !"\t\n\r".includes(control)));
});

describe("a message shows a control character as what it is", () => {
  test.each(controls.map((control) => ({ shown: escaped(control), control })))("$shown", ({ control, shown }) => {
    const report = { ...reportWith({ [`1.1${control}`]: {}, "1.1": { option: `${control}yes` } }), [`unit${control}`]: 1 };
    const outcome = safeParseEvidence(everyField, report);
    expect(issuesOf(outcome).map((issue) => formatIssue(issue, "vi"))).toEqual([
      expect.stringContaining(`“unit${shown}”`),
      expect.stringContaining(`“${shown}yes”`),
      expect.stringContaining(`“1.1${shown}”`),
    ]);
    for (const issue of issuesOf(outcome)) {
      for (const language of ["vi", "en"] as const) expect(formatIssue(issue, language)).not.toMatch(/\p{Cc}/u);
    }
  });

  test("also where it stands: in a file's name, a unit's id, the keys that lead there", () => {
    const location = { file: "a\u001b[2J.json", line: 1, column: 2, unit: "xa\u0007", path: ["items", "1\u009b1"] };
    expect(formatIssue({ code: "controlCharacters", severity: "error", payload: {}, location }, "en")).toMatch(
      /^a\\u001b\[2J\.json:1:2 · xa\\u0007 · items\.1\\u009b1: this holds control characters/,
    );
  });

  test("while the issue as data holds it unchanged", () => {
    const [issue] = issuesOf(safeParseEvidence(everyField, reportWith({ "9\u001b": {} })));
    expect(issue).toMatchObject({ code: "unknownCode", payload: { code: "9\u001b" } });
  });
});

test("what a report smuggles in does not reach the terminal with its message", () => {
  const unit = { id: "xa\u001b[2J", name: "Xã\u0007 A", group: "commune" };
  const outcome = safeParseEvidence(everyField, { ...reportWith({}), unit });
  expect(issuesOf(outcome).map(told)).toEqual(["unit.id: controlCharacters", "unit.name: controlCharacters"]);
  for (const issue of issuesOf(outcome)) {
    for (const language of ["vi", "en"] as const) expect(formatIssue(issue, language)).not.toMatch(/\p{Cc}/u);
  }
});
