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

/** Objects that are no list of entries, though a program may take them for one. */
const notEntries: readonly (readonly [string, object])[] = [
  ["a list", []],
  ["a date", new Date(0)],
  ["a map", new Map([["1.2", { done: 5, due: 9 }]])],
  ["a set", new Set(["1.2"])],
  [
    "an instance of a class",
    new (class Items {
      readonly done = 5;
      readonly due = 9;
    })(),
  ],
];

describe.each(notEntries)("%s", (_, value) => {
  test("in place of the items of a report", () => {
    const outcome = safeParseEvidence(everyField, reportWith(value));
    expect(issuesOf(outcome).map(told)).toEqual(["items: wrongType"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => parseEvidence(everyField, reportWith(value)), outcome);
  });

  test("in place of the items of one report among others", () => {
    const file = { reports: [{ ...reportWith({}), round: "selfAssessed" }, reportWith(value)] };
    const outcome = safeParseReports(everyField, file);
    expect(issuesOf(outcome).map(told)).toEqual(["reports.1.items: wrongType"]);
    expectTwinToThrow(() => parseReports(everyField, file), outcome);
  });

  test("in place of one item", () => {
    const outcome = safeParseEvidence(everyField, reportWith({ "1.2": value, "2.3": value }));
    expect(issuesOf(outcome).map(told)).toEqual(["1.2: wrongType", "2.3: wrongType"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });
});

describe("nothing of a report is dropped", () => {
  test("a report that is an instance of a class is refused, or read with all its items", () => {
    class Report {
      constructor() {
        Object.assign(this, reportWith({ "1.2": { done: 5, due: 9 } }));
      }
    }
    for (const outcome of [safeParseEvidence(everyField, new Report()), safeParseReports(everyField, [new Report()])]) {
      if (outcome.ok) expect(JSON.stringify(outcome.value)).toContain('"1.2":{"done":5,"due":9}');
    }
  });

  test("an object without a prototype is an object like any other", () => {
    const plain = (entries: object) => Object.assign(Object.create(null), entries);
    const report = plain(reportWith(plain({ "1.2": plain({ done: 5, due: 9 }) })));
    expect(parseEvidence(everyField, report).items).toEqual({ "1.2": { done: 5, due: 9 } });
  });
});

describe("one object at many places", () => {
  /** Two to the power of 40 paths lead to the innermost. */
  const shared = (depth: number) => {
    let value: unknown = [];
    for (let level = 0; level < depth; level += 1) value = [value, value];
    return value;
  };

  test("is read in no time", () => {
    expect(issuesOf(safeParseCriteria(shared(40))).map(told)).toEqual(["wrongType"]);
    expect(issuesOf(safeParseCriteria({ ...everyField.file, periods: shared(40) })).map(told)).toEqual([
      "periods.0: wrongType",
      "periods.1: wrongType",
    ]);
    expect(issuesOf(safeParseEvidence(everyField, reportWith(shared(40)))).map(told)).toEqual(["items: wrongType"]);
    expect(issuesOf(safeParseEvidence(everyField, reportWith({ "1.2": { done: shared(40), due: 1 } }))).map(told)).toEqual([
      "1.2 done: notWhole",
    ]);
    expect(issuesOf(safeParseReports(everyField, { reports: shared(40) })).map(told)).toEqual([
      "reports.0: wrongType",
      "reports.1: wrongType",
    ]);
  });

  test("too deep is told once", () => {
    expect(issuesOf(safeParseEvidence(everyField, reportWith(shared(100)))).map(({ code }) => code)).toEqual(["tooDeep"]);
  });

  test("as an item of two leaves is read for each", () => {
    const figures = { done: 5, due: 9 };
    const reports = parseReports(everyField, [reportWith({ "1.2": figures, "2.4": { notApplicable: true, reason: "x" } })]);
    expect(reports[0]?.items["1.2"]).toStrictEqual(figures);
    const blank = {};
    expect(parseEvidence(everyField, reportWith({ "1.1": blank, "1.2": blank, "3": blank })).items).toStrictEqual({
      "1.1": {},
      "1.2": {},
      "3": {},
    });
  });

  test("is looked at where it stands deepest: nothing deeper than the limit is read", () => {
    const { title, provenance } = { title: { vi: "x" }, provenance: { points: { confidence: "invented" } } };
    const levels: object[] = [everyField.file.children[2] as object];
    for (let level = 0; level < 3_000; level += 1) {
      levels.push({ code: "1", title, maxPoints: "0", provenance, children: levels.slice(-1) });
    }
    // Innermost first, so that each is met where it stands highest before it is met inside the next.
    const outcome = safeParseCriteria({ levels, ...everyField.file, children: levels.slice(-1) });
    expect(issuesOf(outcome).map(({ code }) => code)).toContain("tooDeep");
  });

  test("an item that contains itself is too deep", () => {
    const item: Record<string, unknown> = { done: 1 };
    item.due = item;
    for (const outcome of [
      safeParseEvidence(everyField, reportWith({ "1.2": item })),
      safeParseReports(everyField, [reportWith({}), reportWith({ "1.2": [item, item] })]),
    ]) {
      expect(issuesOf(outcome).map(({ code }) => code)).toEqual(["tooDeep"]);
      issuesOf(outcome).forEach(expectToBeSaidWell);
    }
  });
});

describe("counts that only a program can write", () => {
  const found = (done: unknown) => issuesOf(safeParseEvidence(everyField, reportWith({ "1.2": { done, due: 9 } }))).map(told);

  test.each([
    ["just above the safe ones", 2 ** 53, "countTooLarge"],
    ["huge", 1e300, "countTooLarge"],
    ["infinite", Number.POSITIVE_INFINITY, "countTooLarge"],
    ["not a number", Number.NaN, "notWhole"],
    ["a fraction", 0.5, "notWhole"],
    ["negative", -1, "negative"],
  ])("%s", (_, done, code) => {
    expect(found(done)).toEqual([`1.2 done: ${code}`]);
  });

  test("negative zero is zero", () => {
    const { items } = parseEvidence(everyField, reportWith({ "1.2": { done: -0, due: -0 }, "3": { count: -0 } }));
    expect(items).toStrictEqual({ "1.2": { done: 0, due: 0 }, "3": { count: 0 } });
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
