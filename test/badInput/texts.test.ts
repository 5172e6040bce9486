import { type Issue, parseCriteria, parseEvidence, parseReports, safeParseCriteria, safeParseEvidence, safeParseReports } from "par-index";
import { describe, expect, test } from "vitest";
import { everyField, everyFieldText, reportWith } from "./everyField";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "./issues";
import notJson from "./notJson.json";

/** Every function that reads a text, with its twin that throws. */
const readers = [
  { reader: "a criteria set", safe: (text: string) => safeParseCriteria(text), throwing: (text: string) => parseCriteria(text) },
  {
    reader: "a report",
    safe: (text: string) => safeParseEvidence(everyField, text),
    throwing: (text: string) => parseEvidence(everyField, text),
  },
  {
    reader: "reports",
    safe: (text: string) => safeParseReports(everyField, text),
    throwing: (text: string) => parseReports(everyField, text),
  },
];

const placeOf = ({ location }: Issue) => `${location.line}:${location.column}`;

describe.each(readers)("$reader that is not JSON", ({ safe, throwing }) => {
  test.each(notJson)("$why", ({ text, at, expected }) => {
    const outcome = safe(text);
    const issues = issuesOf(outcome);
    expect(issues.map(({ code, payload }) => ({ code, payload }))).toEqual([{ code: "notJson", payload: { expected } }]);
    expect(issues.map(placeOf)).toEqual([at]);
    issues.forEach(expectToBeSaidWell);
    expectTwinToThrow(() => throwing(text), outcome);
  });

  test.each(["null", "true", "5", '"example/tiny"'])("%s is JSON, but not what is wanted", (text) => {
    expect(issuesOf(safe(text)).map(told)).toEqual(["wrongType"]);
    expectTwinToThrow(() => throwing(text), safe(text));
  });

  test("nested 10,000 deep", () => {
    for (const text of ["[".repeat(10_000) + "]".repeat(10_000), `${'{"children":['.repeat(10_000)}${"]}".repeat(10_000)}`]) {
      expect(issuesOf(safe(text)).map(told)).toEqual(["tooDeep"]);
      issuesOf(safe(text)).forEach(expectToBeSaidWell);
    }
  });

  test("a bracket opened 10,000 times and never closed", () => {
    expect(issuesOf(safe("[".repeat(10_000))).map(told)).toEqual(["tooDeep"]);
  });
});

/** A report with one item, written as text, so that it can hold what no value can. */
const textWith = (item: string) =>
  `{\n  "unit": { "id": "xa-a", "name": "Xã A", "group": "commune" },\n  "period": "2021",\n  "round": "appraised",\n  "items": {\n    "1.2": ${item}\n  }\n}`;

describe("numbers whose digits JSON would lose", () => {
  test.each(["1e999", "-1e999", "95.5", "1E2", "1.0", "9007199254740993", "1".repeat(40), `0.${"1".repeat(40)}`])("%s", (number) => {
    const outcome = safeParseEvidence(everyField, textWith(`{ "done": ${number}, "due": 1 }`));
    const [issue] = issuesOf(outcome).filter(({ code }) => code === "numberNotWhole");
    expect(outcome.ok).toBe(false);
    expect(issue?.payload).toEqual({ received: number });
    expect(issue && placeOf(issue)).toBe("6:22");
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });
});

test("the number -0 is 0", () => {
  const { items } = parseEvidence(everyField, textWith('{ "done": -0, "due": -0 }'));
  expect(items["1.2"]).toStrictEqual({ done: 0, due: 0 });
});

describe("a key that stands twice", () => {
  test.each([
    ["in an item", '{ "done": 1, "due": 2, "done": 2 }', "6:35", "done"],
    ["with another value in between", '{ "done": 1, "note": "x", "done": 1 }', "6:38", "done"],
    ["written with an escape", '{ "done": 1, "\\u0064one": 2 }', "6:25", "done"],
    ["named __proto__", '{ "__proto__": 1, "__proto__": 2 }', "6:30", "__proto__"],
  ])("%s", (_, item, at, key) => {
    const outcome = safeParseEvidence(everyField, textWith(item));
    const repeated = issuesOf(outcome).filter(({ code }) => code === "duplicateKey");
    expect(outcome.ok).toBe(false);
    expect(repeated.map((issue) => `${placeOf(issue)} ${told(issue)}`)).toEqual([`${at} duplicateKey ${key}`]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });

  test("a code that is reported twice", () => {
    const issues = issuesOf(safeParseEvidence(everyField, textWith('{ "done": 1, "due": 1 },\n    "1.2": { "done": 0, "due": 1 }')));
    expect(issues.map(told)).toEqual(["duplicateKey 1.2"]);
    expect(issues.map(placeOf)).toEqual(["7:5"]);
  });

  test("the same key in two items is no duplicate", () => {
    expect(safeParseEvidence(everyField, textWith('{ "done": 1, "due": 1 },\n    "1.1": { "option": "yes" }')).ok).toBe(true);
  });

  test("each further one is told", () => {
    const found = issuesOf(safeParseReports(everyField, '{"a": 1, "a": 2, "a": 3, "b": {"c": 1, "c": 2}}')).map(told);
    expect(found.slice(0, 3)).toEqual(["duplicateKey a", "duplicateKey a", "duplicateKey c"]);
  });
});

describe("names that could reach an object's prototype", () => {
  test.each([
    ["among the figures", '{ "done": 1, "due": 1, "__proto__": { "done": 9 } }', "items.1.2: reservedKey __proto__"],
    ["as the code of an item", '{ "done": 1, "due": 1 },\n    "__proto__": { "done": 9, "due": 9 }', "items: reservedKey __proto__"],
    ["in a document", '{ "documents": [{ "__proto__": { "number": "1" } }] }', "items.1.2.documents.0: reservedKey __proto__"],
  ])("__proto__ %s", (_, item, found) => {
    const outcome = safeParseEvidence(everyField, textWith(item));
    expect(outcome.ok).toBe(false);
    expect(issuesOf(outcome).map(told)).toContain(found);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expect(Object.hasOwn(Object.prototype, "done")).toBe(false);
  });
});

describe("a byte order mark", () => {
  const text = JSON.stringify(reportWith({ "1.2": { done: 1, due: 1 } }), null, 2);

  test("is skipped with a warning", () => {
    const outcome = safeParseEvidence(everyField, `\uFEFF${text}`);
    expect(outcome.ok && outcome.value).toStrictEqual(parseEvidence(everyField, text));
    expect(issuesOf(outcome).map(({ severity, code }) => `${severity} ${code}`)).toEqual(["warning byteOrderMark"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });

  test("moves no line and no column", () => {
    const wrong = text.replace('"due": 1', '"due": 0');
    const [marked, plain] = [`\uFEFF${wrong}`, wrong].map((input) => issuesOf(safeParseEvidence(everyField, input)));
    expect(marked?.filter(({ severity }) => severity === "error")).toStrictEqual(plain);
  });

  test("in a criteria file is skipped with a warning", () => {
    const outcome = safeParseCriteria(`\uFEFF${everyFieldText}`);
    expect(outcome.ok && outcome.value.file).toStrictEqual(everyField.file);
    expect(issuesOf(outcome).map(told)).toEqual(["byteOrderMark"]);
  });

  test("alone is an empty file", () => {
    expect(issuesOf(safeParseCriteria("\uFEFF")).map(told)).toEqual(["byteOrderMark", "notJson"]);
  });
});

describe("Vietnamese in decomposed letters (NFD)", () => {
  const report = (form: "NFC" | "NFD") => ({
    ...reportWith({ "1.1": { notApplicable: true, reason: "Xã không có kế hoạch".normalize(form), note: "Đề nghị xét".normalize(form) } }),
    unit: { id: "xa-a", name: "Xã Hoàng Xá".normalize(form), group: "commune" },
  });

  test("is composed (NFC), with a warning at each text", () => {
    const outcome = safeParseEvidence(everyField, report("NFD"));
    expect(outcome.ok && outcome.value).toStrictEqual(parseEvidence(everyField, report("NFC")));
    expect(
      issuesOf(outcome)
        .map((issue) => `${issue.severity} ${told(issue)}`)
        .sort(),
    ).toEqual(["warning items.1.1.note: notNfc", "warning items.1.1.reason: notNfc", "warning unit.name: notNfc"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });

  test("in a criteria file is composed, with a warning", () => {
    const outcome = safeParseCriteria(everyFieldText.normalize("NFD"));
    expect(outcome.ok && outcome.value.file).toStrictEqual(everyField.file);
    expect(new Set(issuesOf(outcome).map(({ code }) => code))).toEqual(new Set(["notNfc"]));
  });

  test("gives units one id, however it was typed", () => {
    const reports = (["NFC", "NFD"] as const).map((form) => ({
      ...reportWith({}),
      unit: { id: "xã-á".normalize(form), name: "A", group: "commune" },
    }));
    expect(issuesOf(safeParseReports(everyField, reports)).map(({ code }) => code)).toContain("duplicateUnit");
  });
});
