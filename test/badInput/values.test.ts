import {
  type Evidence,
  ParError,
  parseCriteria,
  parseEvidence,
  parseReports,
  safeParseCriteria,
  safeParseEvidence,
  safeParseReports,
  scoreAll,
  scoreUnit,
} from "par-index";
import { describe, expect, test } from "vitest";
import { everyField, reportWith } from "./everyField";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "./issues";

/** What a program may hand over by mistake in place of an object. */
const notAnObject: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["a number", 5],
  ["NaN", Number.NaN],
  ["a boolean", true],
  ["a big integer", 5n],
  ["a function", () => ({})],
  ["a symbol", Symbol("report")],
];

/** Objects that are not plain data: they hold none of the keys that are wanted. */
const notPlain: readonly (readonly [string, unknown])[] = [
  ["an empty object", {}],
  ["an object without a prototype", Object.create(null)],
  ["a date", new Date(0)],
  ["a map", new Map([["unit", {}]])],
  ["a regular expression", /unit/],
  ["an error", new Error("report")],
  ["an instance of a class", new (class Report {})()],
];

const readers = [
  { reader: "parseCriteria", safe: (value: unknown) => safeParseCriteria(value), throwing: (value: unknown) => parseCriteria(value) },
  {
    reader: "parseEvidence",
    safe: (value: unknown) => safeParseEvidence(everyField, value),
    throwing: (value: unknown) => parseEvidence(everyField, value),
  },
  {
    reader: "parseReports",
    safe: (value: unknown) => safeParseReports(everyField, value),
    throwing: (value: unknown) => parseReports(everyField, value),
  },
];

describe.each(readers)("$reader given", ({ reader, safe, throwing }) => {
  test.each(notAnObject)("%s", (_, value) => {
    const outcome = safe(value);
    expect(issuesOf(outcome).map(told)).toEqual(["wrongType"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => throwing(value), outcome);
  });

  test("undefined", () => {
    expect(issuesOf(safe(undefined)).map(told)).toEqual(["wrongType"]);
    expectTwinToThrow(() => throwing(undefined), safe(undefined));
  });

  test.each(notPlain)("%s", (_, value) => {
    const outcome = safe(value);
    expect(outcome.ok).toBe(false);
    expect(new Set(issuesOf(outcome).map(({ code }) => code))).toEqual(new Set(["missingKey"]));
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => throwing(value), outcome);
  });

  test("a list", () => {
    const outcome = safe([[]]);
    expect(issuesOf(outcome).map(told)).toEqual([reader === "parseReports" ? "0: wrongType" : "wrongType"]);
    expectTwinToThrow(() => throwing([[]]), outcome);
  });

  test("an object that contains itself", () => {
    const outer: Record<string, unknown> = {};
    outer.inner = { outer };
    expect(issuesOf(safe(outer)).map(({ code }) => code)).toEqual(["tooDeep"]);
    expectTwinToThrow(() => throwing(outer), safe(outer));
  });

  test("an object 10,000 deep", () => {
    let deep: object = {};
    for (let level = 0; level < 10_000; level += 1) deep = level % 2 === 0 ? { children: deep } : [deep];
    expect(issuesOf(safe(deep)).map(({ code }) => code)).toEqual(["tooDeep"]);
    issuesOf(safe(deep)).forEach(expectToBeSaidWell);
  });

  test("an object with a key that could reach the prototype", () => {
    const value = JSON.parse('{ "__proto__": { "polluted": true } }');
    expect(issuesOf(safe(value)).map(told)).toContain("reservedKey __proto__");
    expect("polluted" in {}).toBe(false);
  });
});

describe("figures that only a program can write", () => {
  test.each([
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["a number above the safe ones", 2 ** 53],
    ["a huge number", 1e21],
    ["a fraction", 0.1],
    ["a big integer", 5n],
    ["a function", () => 5],
    ["a symbol", Symbol("5")],
    ["a date", new Date(0)],
    ["a boxed number", Object(5)],
    ["an object with a number inside", { valueOf: () => 5 }],
  ])("%s", (_, figure) => {
    const items = {
      "1.2": { done: figure, due: 9 },
      "2.1": { actual: figure, plan: 9 },
      "2.2": { percent: figure },
      "2.3": { points: figure },
    };
    const outcome = safeParseEvidence(everyField, reportWith(items));
    const places = issuesOf(outcome).map((issue) => told(issue).split(":")[0]);
    expect(places).toEqual(["1.2 done", "2.1 actual", "2.2 percent", "2.3 points"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => parseEvidence(everyField, reportWith(items)), outcome);
  });

  test("undefined is a blank", () => {
    expect(parseEvidence(everyField, reportWith({ "1.2": { done: undefined, due: undefined } })).items["1.2"]).toStrictEqual({});
  });

  test.each([
    ["a date", new Date(0)],
    ["a function", () => "2021-01-15"],
  ])("%s in place of a day", (_, day) => {
    const outcome = safeParseEvidence(everyField, reportWith({ "1.3": { dueOn: day, doneOn: "15/1/2021" } }));
    expect(issuesOf(outcome).map(told)).toEqual(["1.3 dueOn: notADate"]);
  });
});

describe("points in a criteria file", () => {
  test.each([0.1, 1, Number.NaN, 1n, null, true, ["1"], { points: "1" }])("%s is not text", (maxPoints) => {
    const outcome = safeParseCriteria({ ...everyField.file, maxPoints });
    expect(issuesOf(outcome).map(told)).toEqual(["maxPoints: wrongType"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });
});

describe("scoring what was not read before", () => {
  const asEvidence = (value: unknown) => value as Evidence;

  test.each([...notAnObject, ...notPlain, ["undefined", undefined] as const])("scoreUnit given %s throws its issues", (_, value) => {
    expectTwinToThrow(() => scoreUnit(everyField, asEvidence(value)), safeParseEvidence(everyField, value));
    expectTwinToThrow(() => scoreAll(everyField, [asEvidence(value)]), safeParseEvidence(everyField, value));
  });

  test("a raw report with a mistake throws its issues, not a number", () => {
    const raw = reportWith({ "1.2": { done: 52, due: 50 } });
    expectTwinToThrow(() => scoreUnit(everyField, asEvidence(raw)), safeParseEvidence(everyField, raw));
    expect(() => scoreUnit(everyField, asEvidence(raw))).toThrow(ParError);
  });

  test("a raw report without one is read, then scored", () => {
    const raw = reportWith({ "1.2": { done: " 25 ", due: "50" }, "2.2": { percent: "82,5" } });
    expect(scoreUnit(everyField, asEvidence(raw))).toStrictEqual(scoreUnit(everyField, parseEvidence(everyField, raw)));
  });

  test("evidence of another set is read again under this one", () => {
    const other = parseCriteria({ ...everyField.file, revision: 2 });
    const evidence = parseEvidence(other, reportWith({}));
    expect(() => scoreUnit(everyField, evidence)).toThrow(ParError);
  });
});
