import fc from "fast-check";
import {
  type CriteriaSet,
  type Evidence,
  joinReports,
  parseCriteria,
  parseEvidence,
  parseReports,
  safeJoinReports,
  scoreUnit,
} from "par-index";
import { loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";
import { type Scenario, scenarios } from "../arbitraries/criteria";
import { gradedScenarios } from "../arbitraries/grading";

const tiny = loadCriteria("example/tiny");
const heading = { unit: { id: "xa-a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed" };
const part = (items: object, more: object = {}) => parseEvidence(tiny, { ...heading, ...more, items });

/** What is told of parts: the place, by its keys. */
function told(reports: readonly Evidence[]): readonly string[] {
  const joined = safeJoinReports(tiny, reports);
  return joined.ok ? [] : joined.issues.map(({ code, location }) => `${code} ${location.path?.join(".")}`);
}

describe("the parts of a report", () => {
  const steering = part({ "1.1": { option: "onTime" } });
  const oneStop = part({ "1.2": { done: 9, due: 10 } });

  test("of two divisions become one, its criteria in the order of the set", () => {
    expect(joinReports(tiny, [oneStop, steering])).toEqual([part({ "1.1": { option: "onTime" }, "1.2": { done: 9, due: 10 } })]);
    expect(Object.keys(joinReports(tiny, [oneStop, steering])[0]?.items ?? {})).toEqual(["1.1", "1.2"]);
  });

  test("may say the same twice", () => {
    expect(joinReports(tiny, [oneStop, part({ "1.1": { option: "onTime" }, "1.2": { done: 9, due: 10 } })])).toEqual(
      joinReports(tiny, [oneStop, steering]),
    );
  });

  test("that say different things are told, each criterion once", () => {
    const others = [part({ "1.2": { done: 8, due: 10 } }), part({ "1.2": { done: 7, due: 10 } })];
    expect(told([oneStop, steering, ...others])).toEqual(["partsDiffer items.1.2"]);
  });

  test("of which one says that a criterion does not apply are told", () => {
    expect(told([oneStop, part({ "1.2": { notApplicable: true, reason: "Không phát sinh" } })])).toEqual(["partsDiffer items.1.2"]);
  });

  test("that put the unit into different groups, or give it different names, are told", () => {
    expect(told([oneStop, part({}, { unit: { ...heading.unit, group: "department" } })])).toEqual(["partsDiffer unit.group"]);
    expect(told([oneStop, part({}, { unit: { ...heading.unit, name: "Xã B" } })])).toEqual(["partsDiffer unit.name"]);
  });

  test("are sent when the last of them is", () => {
    const [joined] = joinReports(tiny, [part({}, { sentOn: "2022-01-14" }), part({}, { sentOn: "2022-01-15" }), oneStop]);
    expect(joined?.sentOn).toBe("2022-01-15");
  });

  test("of another unit, period, round or appraiser stay apart", () => {
    const rounds = loadCriteria("example/rounds");
    const reports = [
      { unit: { id: "so-a", name: "Sở A" }, round: "selfAssessed" },
      { unit: { id: "so-b", name: "Sở B" }, round: "selfAssessed" },
      { unit: { id: "so-a", name: "Sở A" }, round: "explained" },
      { unit: { id: "so-a", name: "Sở A" }, round: "appraised" },
      { unit: { id: "so-a", name: "Sở A" }, round: "appraised", appraiser: "homeAffairs" },
    ].map((one) => parseEvidence(rounds, { period: "2021", items: {}, ...one }));
    expect(joinReports(rounds, reports)).toEqual(reports);
  });
});

interface Parted {
  readonly criteria: CriteriaSet;
  readonly whole: Evidence;
  readonly parts: readonly Evidence[];
}

type Records = Readonly<Record<string, object>>;

/** A report, and parts of it: each record is in one of them at least, and the parts stand in any order. */
const parted: fc.Arbitrary<Parted> = fc
  .oneof(
    scenarios,
    gradedScenarios({ units: 1 }).map((scenario): Scenario => ({ readings: {}, ...scenario })),
  )
  .chain(({ file, readings, reports }) => {
    const criteria = parseCriteria(file, { readings });
    const [whole] = parseReports(criteria, reports.slice(0, 1)) as readonly [Evidence];
    const many = fc.integer({ min: 1, max: 4 });
    return fc.tuple(many, fc.infiniteStream(fc.integer({ min: 1, max: 15 }))).map(([count, draws]) => {
      const owners = (records: Records = {}) => new Map(Object.keys(records).map((name) => [name, draws.next().value as number]));
      const chosen = { items: owners(whole.items), facts: owners(whole.facts), events: owners(whole.events) };
      const parts = Array.from({ length: count }, (_, index) => partOf(whole, index, count, chosen));
      return { criteria, whole, parts: parts.map((one) => parseEvidence(criteria, one)) };
    });
  });

/** The records that belong to a part: the bits of a draw say which parts have one; the first has what no other has. */
function partOf(
  whole: Evidence,
  index: number,
  count: number,
  chosen: Readonly<Record<"items" | "facts" | "events", ReadonlyMap<string, number>>>,
) {
  const mine = (part: keyof typeof chosen) =>
    Object.fromEntries(
      Object.entries((whole[part] ?? {}) as Records).filter(([name]) => {
        const draw = (chosen[part].get(name) ?? 0) % 2 ** count;
        return ((draw === 0 ? 1 : draw) >> index) % 2 === 1;
      }),
    );
  const { facts, events, ...rest } = whole;
  return {
    ...rest,
    items: mine("items"),
    ...(facts === undefined ? {} : { facts: mine("facts") }),
    ...(events === undefined ? {} : { events: mine("events") }),
  };
}

describe("for every report", () => {
  test("its parts, in whatever order, give the whole, and its score", () => {
    fc.assert(
      fc.property(parted, ({ criteria, whole, parts }) => {
        const joined = joinReports(criteria, parts);
        expect(joined).toEqual([whole]);
        expect(joinReports(criteria, [...parts].reverse())).toEqual([whole]);
        expect(scoreUnit(criteria, joined[0] as Evidence)).toEqual(scoreUnit(criteria, whole));
      }),
    );
  });

  test("joining what was joined changes nothing", () => {
    fc.assert(
      fc.property(parted, ({ criteria, parts }) => {
        const joined = joinReports(criteria, parts);
        expect(joinReports(criteria, joined)).toEqual(joined);
        expect(joinReports(criteria, [...joined, ...parts])).toEqual(joined);
      }),
    );
  });

  test("a criterion that one part reports otherwise is told, and no other", () => {
    fc.assert(
      fc.property(parted, fc.nat(), ({ criteria, parts, whole }, at) => {
        const codes = Object.keys(whole.items);
        const code = codes[at % Math.max(1, codes.length)];
        if (code === undefined) return;
        const { unit, period, round, appraiser } = whole;
        const shared = { unit, period, round, ...(appraiser === undefined ? {} : { appraiser }) };
        const other = parseEvidence(criteria, { ...shared, items: { [code]: { ...whole.items[code], note: "Ghi khác" } } });
        const joined = safeJoinReports(criteria, [...parts, other]);
        expect(joined.ok ? [] : joined.issues.map((found) => [found.code, found.location.code])).toEqual([["partsDiffer", code]]);
      }),
    );
  });
});
