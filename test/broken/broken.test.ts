import { formatIssue, type Issue, parseCriteria, safeParseCriteria } from "par-index";
import { describe, expect, test } from "vitest";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, toldAtCriterion } from "../badInput/issues";
import { brokenFiles, linesOfCriterion, textOf } from "./brokenFiles";
import expectations from "./expectations.json";

const found: Readonly<Record<string, readonly string[]>> = expectations.found;
const sentences: Readonly<Record<string, readonly string[]>> = expectations.sentences;
/** Of files whose mistake stands at an option, a band or a second use: how the text goes on from the line and column told. */
const pointsAt: Readonly<Record<string, readonly string[]>> = expectations.pointsAt;
/** Of files whose mistake stands in a list: the keys that lead to the entry, or to the list where its entries contradict each other. */
const keys: Readonly<Record<string, readonly string[]>> = expectations.keys;
/** Of files that are wrong for some groups of units only: the group told, where it is not all of them. */
const groupsTold: Readonly<Record<string, readonly (string | null)[]>> = expectations.groups;

test("every broken file is listed with what is found in it", () => {
  expect(Object.keys(found)).toEqual(brokenFiles);
});

describe.each(brokenFiles)("%s", (file) => {
  const text = textOf(file);
  const outcome = safeParseCriteria(text);

  test("is refused for its mistake, and for nothing else", () => {
    expect(outcome.ok).toBe(false);
    expect(issuesOf(outcome).map(toldAtCriterion)).toEqual(found[file]);
  });

  test("its issues are errors, and are said in both languages", () => {
    for (const issue of issuesOf(outcome)) {
      expect(issue.severity).toBe("error");
      expectToBeSaidWell(issue);
    }
  });

  test("each is located by line and column, inside its criterion", () => {
    for (const { location } of issuesOf(outcome)) {
      const { line = 0, column = 0 } = location;
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      const places = location.code === undefined ? [] : linesOfCriterion(text, location.code);
      if (places.length > 0) expect(places.some(({ from, to }) => from <= line && line <= to)).toBe(true);
    }
  });

  test("they are told in the order of the tree", () => {
    const indices = issuesOf(outcome).map(({ location: { path = [] } }) => path.filter((_, index) => path[index - 1] === "children"));
    expect(indices).toEqual([...indices].sort(inOrderOfTheTree));
  });

  test("parseCriteria throws the same issues", () => {
    expectTwinToThrow(() => parseCriteria(text), outcome);
  });

  test("a file that is JSON is refused the same as a value", () => {
    if (issuesOf(outcome).some(({ code }) => beforeItsShape.includes(code))) return;
    expect(issuesOf(safeParseCriteria(JSON.parse(text))).map(toldAtCriterion)).toEqual(found[file]);
  });
});

/** What is found in the text, before its shape is looked at. */
const beforeItsShape: readonly string[] = ["notJson", "duplicateKey", "numberNotWhole"];

describe("in the words that an officer reads", () => {
  test.each(Object.keys(sentences))("%s", (file) => {
    expect(issuesOf(safeParseCriteria(textOf(file))).map((issue) => formatIssue(atCriterion(issue), "vi"))).toEqual(sentences[file]);
  });
});

describe("the place told is that of the very option, band or entry", () => {
  test.each(Object.keys(pointsAt))("%s", (file) => {
    const text = textOf(file);
    const starts = issuesOf(safeParseCriteria(text)).map(({ location: { line = 0, column = 0 } }) => {
      const from = text
        .split("\n")
        .slice(line - 1)
        .join("\n")
        .slice(column - 1);
      return from.replace(/\s+/g, " ");
    });
    const expected = pointsAt[file] ?? [];
    expect(expected.map((start, index) => starts[index]?.slice(0, start.length))).toEqual(expected);
  });

  test.each(Object.keys(keys))("%s, by its keys", (file) => {
    for (const input of [textOf(file), JSON.parse(textOf(file))]) {
      expect(issuesOf(safeParseCriteria(input)).map(({ location: { path = [] } }) => path.join("."))).toEqual(keys[file]);
    }
  });
});

describe("the group is told for which alone it is wrong", () => {
  test.each(brokenFiles)("%s", (file) => {
    const issues = issuesOf(safeParseCriteria(textOf(file)));
    expect(issues.map(({ location }) => location.group ?? null)).toEqual(groupsTold[file] ?? issues.map(() => null));
  });
});

describe("a name that the report form keeps for itself is free where it becomes no key of a report", () => {
  test.each([
    ["an option of a choice", "duplicateOption.json", "late"],
    ["a factor of a product", "twoFactorsWithOneId.json", "online"],
    ["a span of a fallback", "twoFallbackSpansWithOneId.json", "month"],
    ["another reading", "otherReadingWithTheIdOfTheTaken.json", "text"],
    ["a group of units", "twoGroupsOfUnitsWithOneId.json", "province"],
  ])("%s", (_, file, repeated) => {
    const text = textOf(file);
    const at = text.lastIndexOf(`"${repeated}"`);
    for (const reserved of ["notApplicable", "reason", "documents", "note"]) {
      const renamed = `${text.slice(0, at)}"${reserved}"${text.slice(at + repeated.length + 2)}`;
      expect(issuesOf(safeParseCriteria(renamed)).map(toldAtCriterion)).toEqual([]);
    }
  });
});

/** Places by the indices of children that lead there: a parent before its children. */
function inOrderOfTheTree(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const differing = a.findIndex((index, depth) => index !== b[depth]);
  return differing < 0 ? a.length - b.length : Number(a[differing]) - Number(b[differing] ?? -1);
}

/** Without its place in the file: that is tested above. */
function atCriterion(issue: Issue): Issue {
  const { code, title, path = [] } = issue.location;
  return { ...issue, location: code === undefined ? { path } : { code, ...(title === undefined ? {} : { title }) } };
}

test("many mistakes are told at once, from the top of the tree to its bottom", () => {
  const text = textOf("manyMistakesAtOnce.json");
  const issues = issuesOf(safeParseCriteria(text));
  expect(issues.length).toBeGreaterThan(10);
  const codesInFile = [...text.matchAll(/"code": "([^"]*)"/g)].map(([, code]) => code);
  const codesTold = issues.map(({ location }) => location.code);
  expect([...new Set(codesTold)]).toEqual([undefined, "total", ...codesInFile.filter((code) => codesTold.includes(code))]);
});
