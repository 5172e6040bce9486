import { parseReports, safeParseEvidence, safeParseReports } from "par-index";
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
    const outcome = safeParseReports(everyField, [reportWith({}), reportWith({}), reportWith({})]);
    expect(issuesOf(outcome).map(told)).toEqual(["duplicateUnit", "duplicateUnit"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => parseReports(everyField, [reportWith({}), reportWith({}), reportWith({})]), outcome);
  });

  test("the same unit in another round or period is no duplicate", () => {
    const other = [{ ...reportWith({}), round: "selfAssessed" }, { ...reportWith({}), period: "2022" }, reportWith({})];
    expect(safeParseReports(everyField, other).ok).toBe(true);
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
      "an expected figure that is a number",
      { reports: [], expected: [{ unit: "a", code: "1", published: 5 }] },
      ["expected.0.published: wrongType"],
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
