import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatIssue, parseUnits } from "par-index";
import {
  loadCriteria,
  loadQuestionnaire,
  loadReports,
  loadUnits,
  safeLoadCriteria,
  safeLoadQuestionnaire,
  safeLoadReports,
  safeLoadUnits,
} from "par-index/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import ids from "./editionIds.json";
import { everyField, everyFieldText, reportWith } from "./everyField";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "./issues";
import { registerText } from "./register";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "par-index-files-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe("the id of an edition", () => {
  test.each(ids)("$why", ({ id, found }) => {
    const outcome = safeLoadCriteria(id);
    expect(issuesOf(outcome).map(({ code }) => code)).toEqual([found]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => loadCriteria(id), outcome);
  });

  test("that nearly names one is answered with it", () => {
    const [issue] = issuesOf(safeLoadCriteria("example/tiny2"));
    expect(issue && formatIssue(issue, "vi")).toContain("“example/tiny”");
  });
});

/** Files that are no UTF-8 text, and why each cannot be read. */
const unreadable: readonly (readonly [string, () => string, string])[] = [
  ["that is not there", () => join(folder, "none.json"), "notFound"],
  ["below a file", () => join(fileWith("file.json", "{}"), "inner.json"), "notFound"],
  ["that is a folder", () => folderNamed("folder.json"), "isFolder"],
  ["in UTF-16, as Excel and Notepad save it", () => fileWith("utf16.json", utf16(everyFieldText)), "notUtf8"],
  ["in Windows-1258", () => fileWith("windows1258.json", Buffer.from('{"title":"X\xe3"}', "latin1")), "notUtf8"],
  ["that is a workbook", () => fileWith("workbook.json", Buffer.from("PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xfe", "latin1")), "notUtf8"],
  ["with a NUL in its name", () => `${folder}/a\0.json`, "other"],
];

function folderNamed(name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function utf16(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, "utf16le");
}

describe.each(unreadable)("a file %s", (_, make, reason) => {
  test("is told as a criteria file", () => {
    const file = make();
    const outcome = safeLoadCriteria(file);
    expect(issuesOf(outcome)).toMatchObject([{ code: "fileUnreadable", payload: { reason }, location: { file } }]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => loadCriteria(file), outcome);
  });

  test("is told as a file of reports", () => {
    const file = make();
    const outcome = safeLoadReports(everyField, [file]);
    expect(issuesOf(outcome)).toMatchObject([{ code: "fileUnreadable", payload: { reason }, location: { file } }]);
    expectTwinToThrow(() => loadReports(everyField, [file]), outcome);
  });
});

describe("a register of units", () => {
  test.each([
    ["named by a path that does not exist", () => join(folder, "none.json"), "fileUnreadable"],
    ["named by the id of a criteria set", () => "example/tiny", "editionHoldsOther"],
    ["named by the id of a structure", () => "reconstructed/vn/moha/par-index-province/2017-2948-qd-bnv", "structureOnly"],
    ["named by an id that is not there", () => "reconstructed/vn/phu-tho/units/2019", "unknownEdition"],
    ["named by no id", () => "../units", "badEditionId"],
    ["in a file that is a criteria set", () => fileWith("set.json", everyFieldText), "notAllowed"],
  ])("%s is refused", (_, make, code) => {
    const outcome = safeLoadUnits(make());
    expect(issuesOf(outcome).map((issue) => issue.code)).toContain(code);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => loadUnits(make()), outcome);
  });

  test("is told by file, line and unit", () => {
    const file = fileWith("units.json", registerText.replace('"mergedInto": "so-a"', '"mergedInto": "so-ab"'));
    expect(issuesOf(safeLoadUnits(file))).toMatchObject([{ code: "unitNotInRegister", location: { file, line: 29, unit: "so-c" } }]);
  });

  test("that holds is loaded, and is what its text says", () => {
    expect(loadUnits(fileWith("units.json", registerText))).toEqual(parseUnits(registerText));
  });
});

describe("a questionnaire", () => {
  test.each([
    ["named by a path that does not exist", () => join(folder, "none.json"), "fileUnreadable"],
    ["named by the id of a criteria set", () => "example/tiny", "editionHoldsOther"],
    ["named by the short name of a register of units", () => "phu-tho-units", "editionHoldsOther"],
    ["named by the id of a structure", () => "reconstructed/vn/moha/par-index-province/2017-2948-qd-bnv", "structureOnly"],
    ["named by an id that is not there", () => "reconstructed/vn/moha/sipas/2019", "unknownEdition"],
    ["named by no id", () => "../survey", "badEditionId"],
    ["in a file that is a criteria set", () => fileWith("set.json", everyFieldText), "notAllowed"],
  ])("%s is refused", (_, make, code) => {
    const outcome = safeLoadQuestionnaire(make());
    expect(issuesOf(outcome).map((issue) => issue.code)).toContain(code);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => loadQuestionnaire(make()), outcome);
  });

  test("does not stand for a criteria set or a register, and the words say what it is", () => {
    for (const outcome of [safeLoadCriteria("sipas-2640"), safeLoadUnits("sipas-2640")]) {
      expect(issuesOf(outcome)).toMatchObject([{ code: "editionHoldsOther", payload: { holds: "questionnaire" } }]);
      issuesOf(outcome).forEach(expectToBeSaidWell);
      expect(issuesOf(outcome).map((issue) => formatIssue(issue, "vi"))[0]).toContain("là phiếu khảo sát, không phải");
    }
  });

  test("is told by file and line", () => {
    const text = JSON.stringify(loadQuestionnaire("example/answers-abcd").file, null, 2);
    const file = fileWith("survey.json", text.replace('"counts": "100"', '"counts": "101"'));
    const line = text.split("\n").findIndex((one) => one.includes('"counts": "100"')) + 1;
    expect(issuesOf(safeLoadQuestionnaire(file))).toMatchObject([{ code: "percentAbove100", location: { file, line } }]);
  });
});

describe("files that can be read", () => {
  test("an empty one is not JSON, at its first line", () => {
    const file = fileWith("empty.json", "");
    for (const outcome of [safeLoadCriteria(file), safeLoadReports(everyField, [file])]) {
      expect(issuesOf(outcome)).toMatchObject([{ code: "notJson", location: { file, line: 1, column: 1 } }]);
    }
  });

  test("one with a byte order mark is read, with a warning that names the file", () => {
    const file = fileWith("marked.json", `\uFEFF${everyFieldText}`);
    const outcome = safeLoadCriteria(file);
    expect(outcome.ok).toBe(true);
    expect(issuesOf(outcome)).toMatchObject([{ code: "byteOrderMark", severity: "warning", location: { file, line: 1, column: 1 } }]);
  });

  test("the issues of all files are told at once, each with its file, line and column", () => {
    const files = ["a", "b"].map((id) =>
      fileWith(
        `${id}.json`,
        JSON.stringify({ ...reportWith({ "1.2": { done: 2, due: 1 } }), unit: { id, name: id, group: "commune" } }, null, 2),
      ),
    );
    const outcome = safeLoadReports(everyField, [...files, join(folder, "none.json")]);
    expect(issuesOf(outcome).map(told)).toEqual(["1.2 done: doneAboveDue", "1.2 done: doneAboveDue", "fileUnreadable"]);
    expect(issuesOf(outcome).map(({ location }) => location.file)).toEqual([...files, join(folder, "none.json")]);
    expect(
      issuesOf(outcome)
        .slice(0, 2)
        .map(({ location }) => location.line),
    ).toEqual([11, 11]);
  });

  test("a unit that reports in two files is told", () => {
    const files = ["one", "two"].map((name) => fileWith(`${name}.json`, JSON.stringify(reportWith({}))));
    expect(issuesOf(safeLoadReports(everyField, files)).map(({ code }) => code)).toEqual(["duplicateUnit"]);
  });
});
