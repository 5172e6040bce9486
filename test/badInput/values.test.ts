import {
  type Evidence,
  formatIssue,
  type Issue,
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

/** Plain objects that hold none of the keys that are wanted. */
const blank: readonly (readonly [string, unknown])[] = [
  ["an empty object", {}],
  ["an object without a prototype", Object.create(null)],
];

/** Objects that are not plain data, and the name by which each is refused where a report is wanted. */
const instances: readonly (readonly [string, unknown, string])[] = [
  ["a date", new Date(0), "Date"],
  ["a map", new Map([["unit", {}]]), "Map"],
  ["a set", new Set(["unit"]), "Set"],
  ["a regular expression", /unit/, "RegExp"],
  ["an error", new Error("report"), "Error"],
  ["a typed array", new Uint8Array(), "Uint8Array"],
  ["a boxed number", Object(5), "Number"],
  ["an instance of a class", new (class Report {})(), "Report"],
];

const readers = [
  {
    reader: "parseCriteria",
    safe: (value: unknown) => safeParseCriteria(value),
    throwing: (value: unknown) => parseCriteria(value),
    ofInstances: "missingKey",
  },
  {
    reader: "parseEvidence",
    safe: (value: unknown) => safeParseEvidence(everyField, value),
    throwing: (value: unknown) => parseEvidence(everyField, value),
    ofInstances: "wrongType",
  },
  {
    reader: "parseReports",
    safe: (value: unknown) => safeParseReports(everyField, value),
    throwing: (value: unknown) => parseReports(everyField, value),
    ofInstances: "wrongType",
  },
];

/** The words of every issue of an outcome, in both languages. */
const messagesOf = (outcome: ReturnType<(typeof readers)[number]["safe"]>) =>
  issuesOf(outcome).flatMap((issue) => (["vi", "en"] as const).map((language) => formatIssue(issue, language)));

describe.each(readers)("$reader given", ({ reader, safe, throwing, ofInstances }) => {
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

  test.each(blank)("%s", (_, value) => {
    const outcome = safe(value);
    expect(outcome.ok).toBe(false);
    expect(new Set(issuesOf(outcome).map(({ code }) => code))).toEqual(new Set(["missingKey"]));
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => throwing(value), outcome);
  });

  test.each(instances)("%s", (_, value, received) => {
    const outcome = safe(value);
    expect(outcome.ok).toBe(false);
    expect(new Set(issuesOf(outcome).map(({ code }) => code))).toEqual(new Set([ofInstances]));
    if (ofInstances === "wrongType") {
      expect(issuesOf(outcome)).toMatchObject([{ payload: { expected: "object", received }, location: { path: [] } }]);
      for (const message of messagesOf(outcome)) expect(message).toContain(received);
    }
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
    expect(issuesOf(safe(outer)).map(told)).toEqual(["tooDeep"]);
    expectTwinToThrow(() => throwing(outer), safe(outer));
  });

  test("an object 10,000 deep", () => {
    let deep: object = {};
    for (let level = 0; level < 10_000; level += 1) deep = level % 2 === 0 ? { children: deep } : [deep];
    expect(issuesOf(safe(deep)).map(told)).toEqual(["tooDeep"]);
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
  class Report {
    constructor() {
      Object.assign(this, reportWith({ "1.2": { done: 5, due: 9 } }));
    }
  }

  test("a report that is an instance of a class is refused, though it has every key, where it stands", () => {
    for (const [outcome, path] of [
      [safeParseEvidence(everyField, new Report()), []],
      [safeParseReports(everyField, new Report()), []],
      [safeParseReports(everyField, [reportWith({}), new Report()]), [1]],
      [safeParseReports(everyField, { reports: [reportWith({}), new Report()] }), ["reports", 1]],
    ] as const) {
      expect(issuesOf(outcome)).toStrictEqual([
        { code: "wrongType", severity: "error", payload: { expected: "object", received: "Report" }, location: { path } },
      ]);
    }
  });

  test("a file of reports that is an instance of a class is refused", () => {
    class File {
      readonly reports = [reportWith({})];
    }
    expect(issuesOf(safeParseReports(everyField, new File()))).toMatchObject([{ code: "wrongType", payload: { received: "File" } }]);
  });

  test("one that is refused hides no mistake of the others", () => {
    const outcome = safeParseReports(everyField, [new Report(), reportWith({ "1.2": { done: 2, due: 1 } }), new Date(0)]);
    expect(issuesOf(outcome).map(told)).toEqual(["0: wrongType", "1.2 done: doneAboveDue", "2: wrongType"]);
  });

  test.each([
    ["of a class without a name", new (class {})()],
    ["with an entry named constructor", Object.assign(new Report(), { constructor: 5 })],
    ["with an entry named constructor that has a name", Object.assign(new Report(), { constructor: { name: {} } })],
    ["without a constructor", Object.create(Object.create(Object.create(null)))],
  ])("an instance %s is refused by a name, unlike what is expected", (_, report) => {
    const outcome = safeParseEvidence(everyField, report);
    expect(issuesOf(outcome).map(told)).toEqual(["wrongType"]);
    expect(issuesOf(outcome)).toMatchObject([{ payload: { received: expect.stringMatching(/^(?!object$)\S/) } }]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
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

  const atMost = { code: "tooLarge", severity: "error", payload: { limit: "50000000" }, location: {} };

  test("counts for each path that leads to it: too many are refused at once, for the whole value", () => {
    const values = [shared(40), shared(63), reportWith(shared(40)), reportWith({ "1.2": { done: shared(40), due: 1 } })];
    for (const value of [...values, { reports: shared(40) }, { ...everyField.file, periods: shared(40) }]) {
      for (const { safe, throwing } of readers) {
        expect(issuesOf(safe(value))).toStrictEqual([atMost]);
        issuesOf(safe(value)).forEach(expectToBeSaidWell);
        expectTwinToThrow(() => throwing(value), safe(value));
      }
    }
    expect(messagesOf(safeParseCriteria(shared(40)))).toEqual([
      "dữ liệu có hơn 50.000.000 giá trị. Chia thành nhiều tệp.",
      "the data holds more than 50,000,000 values. Divide it into several files.",
    ]);
  });

  test("of 50,000,000 values is read, of one more it is not", () => {
    const inner = Array.from({ length: 9_999 }, () => 0);
    const most: unknown[] = [...Array.from({ length: 4_999 }, () => inner), ...inner];
    expect(issuesOf(safeParseEvidence(everyField, most)).map(told)).toEqual(["wrongType"]);
    expect(issuesOf(safeParseEvidence(everyField, [...most, 0]))).toStrictEqual([atMost]);
  });

  test("of a million paths is read in no time", () => {
    expect(issuesOf(safeParseCriteria(shared(20))).map(told)).toEqual(["wrongType"]);
    expect(issuesOf(safeParseCriteria({ ...everyField.file, periods: shared(20) })).map(told)).toEqual([
      "periods.0: wrongType",
      "periods.1: wrongType",
    ]);
    expect(issuesOf(safeParseEvidence(everyField, reportWith(shared(20)))).map(told)).toEqual(["items: wrongType"]);
    expect(issuesOf(safeParseEvidence(everyField, reportWith({ "1.2": { done: shared(20), due: 1 } }))).map(told)).toEqual([
      "1.2 done: notWhole",
    ]);
    expect(issuesOf(safeParseReports(everyField, { reports: shared(20) })).map(told)).toEqual([
      "reports.0: wrongType",
      "reports.1: wrongType",
    ]);
  });

  test("too deep is told once, for the whole value", () => {
    for (const { safe } of readers) {
      for (const value of [shared(64), shared(100), reportWith(shared(100))]) {
        expect(issuesOf(safe(value))).toStrictEqual([{ code: "tooDeep", severity: "error", payload: { limit: 64 }, location: {} }]);
      }
    }
  });

  test("as an item of two leaves is read for each", () => {
    const figures = { done: 5, due: 9 };
    const reports = parseReports(everyField, [reportWith({ "1.2": figures, "2.4": { notApplicable: true, reason: "x" } })]);
    expect(reports[0]?.items["1.2"]).toStrictEqual(figures);
    const empty = {};
    expect(parseEvidence(everyField, reportWith({ "1.1": empty, "1.2": empty, "3": empty })).items).toStrictEqual({
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
    expect(issuesOf(outcome).map(told)).toEqual(["tooDeep"]);
  });

  test("held high up and deep down is as deep as where it stands deepest", () => {
    const nested = (levels: number, innermost: object = []) => {
      let value = innermost;
      for (let level = 1; level < levels; level += 1) value = [value];
      return value;
    };
    const branch = nested(40);
    for (const [above, found] of [
      [23, "wrongType"],
      [24, "tooDeep"],
    ] as const) {
      for (const value of [
        [branch, nested(above, [branch])],
        [nested(above, [branch]), branch],
      ]) {
        expect(issuesOf(safeParseEvidence(everyField, value)).map(told)).toEqual([found]);
      }
    }
  });

  test("an item that contains itself is too deep", () => {
    const item: Record<string, unknown> = { done: 1 };
    item.due = item;
    for (const outcome of [
      safeParseEvidence(everyField, reportWith({ "1.2": item })),
      safeParseReports(everyField, [reportWith({}), reportWith({ "1.2": [item, item] })]),
    ]) {
      expect(issuesOf(outcome).map(told)).toEqual(["tooDeep"]);
      issuesOf(outcome).forEach(expectToBeSaidWell);
    }
  });
});

test("a value may be as deep as a text: 64 levels", () => {
  for (const [levels, found] of [
    [64, "wrongType"],
    [65, "tooDeep"],
  ] as const) {
    const text = "[".repeat(levels) + "]".repeat(levels);
    for (const input of [text, JSON.parse(text)]) expect(issuesOf(safeParseEvidence(everyField, input)).map(told)).toEqual([found]);
  }
});

describe("counts that only a program can write", () => {
  const found = (done: unknown) => issuesOf(safeParseEvidence(everyField, reportWith({ "1.2": { done, due: 9 } }))).map(told);

  test.each([
    ["just above the safe ones", 2 ** 53, "countTooLarge"],
    ["huge", 1e300, "countTooLarge"],
    ["infinite", Number.POSITIVE_INFINITY, "notWhole"],
    ["infinite and negative", Number.NEGATIVE_INFINITY, "notWhole"],
    ["not a number", Number.NaN, "notWhole"],
    ["a fraction", 0.5, "notWhole"],
    ["a negative fraction", -0.5, "notWhole"],
    ["negative", -1, "negative"],
    ["negative, beyond the safe ones", -(2 ** 53) - 2, "negative"],
    ["negative, so large that it is written with an exponent", -1e21, "negative"],
    ["negative and huge", -1e300, "negative"],
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
  test("null is a maximum that is still open", () => {
    expect(issuesOf(safeParseCriteria({ ...everyField.file, maxPoints: null })).map(told)).toEqual(["total maxPoints: stillOpen"]);
  });

  test.each([0.1, 1, Number.NaN, 1n, true, ["1"], { points: "1" }])("%s is not text", (maxPoints) => {
    const outcome = safeParseCriteria({ ...everyField.file, maxPoints });
    expect(issuesOf(outcome).map(told)).toEqual(["maxPoints: wrongType"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
  });

  test("null is still open", () => {
    const outcome = safeParseCriteria({ ...everyField.file, maxPoints: null });
    expect(issuesOf(outcome).map(told)).toEqual(["total maxPoints: stillOpen"]);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => parseCriteria({ ...everyField.file, maxPoints: null }), outcome);
  });
});

describe("scoring what was not read before", () => {
  const asEvidence = (value: unknown) => value as Evidence;
  const duplicate: Issue = {
    code: "duplicateUnit",
    severity: "error",
    payload: { unit: "xa-a", round: "appraised" },
    location: { unit: "xa-a" },
  };

  test.each([...notAnObject, ...blank, ...instances.map(([what, value]) => [what, value] as const), ["undefined", undefined] as const])(
    "scoreUnit given %s throws its issues",
    (_, value) => {
      expectTwinToThrow(() => scoreUnit(everyField, asEvidence(value)), safeParseEvidence(everyField, value));
      expectTwinToThrow(() => scoreAll(everyField, [asEvidence(value)]), safeParseEvidence(everyField, value));
    },
  );

  test("a raw report with a mistake throws its issues, not a number", () => {
    const raw = reportWith({ "1.2": { done: 52, due: 50 } });
    expectTwinToThrow(() => scoreUnit(everyField, asEvidence(raw)), safeParseEvidence(everyField, raw));
    expect(() => scoreUnit(everyField, asEvidence(raw))).toThrow(ParError);
  });

  test("a raw report without one is read, then scored", () => {
    const raw = reportWith({ "1.2": { done: " 25 ", due: "50" }, "2.2": { percent: "82,5" } });
    expect(scoreUnit(everyField, asEvidence(raw))).toStrictEqual(scoreUnit(everyField, parseEvidence(everyField, raw)));
  });

  test("raw reports of one unit are told as such once they are read, and their other mistakes before that", () => {
    const raw = [reportWith({}), { ...reportWith({}), unit: { id: " xa-a ", name: "Xã A", group: "commune" } }].map(asEvidence);
    expectTwinToThrow(() => scoreAll(everyField, raw), { ok: false, issues: [duplicate] });
    const wrong = reportWith({ "1.2": { done: 52, due: 50 } });
    expectTwinToThrow(() => scoreAll(everyField, [...raw, asEvidence(wrong)]), safeParseEvidence(everyField, wrong));
  });

  test("evidence of another set is read again under this one", () => {
    const other = parseCriteria({ ...everyField.file, revision: 2 });
    const evidence = parseEvidence(other, reportWith({}));
    expect(() => scoreUnit(everyField, evidence)).toThrow(ParError);
  });
});
