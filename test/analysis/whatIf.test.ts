import fc from "fast-check";
import { compare, fromExactText, parseReports, type Score, scoreAll, subtract } from "par-index";
import { pointsLost, reach, safeReach, safeWhatIf, whatIf } from "par-index/analysis";
import { loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";
import { scenariosWith } from "../arbitraries/criteria";
import { criteriaOf, leavesOf } from "../laws/scored";

describe("laws", () => {
  test("with nothing changed nothing differs", () => {
    const law = fc.property(scenariosWith({ units: 3 }), (scenario) => {
      const criteria = criteriaOf(scenario);
      const found = whatIf(criteria, parseReports(criteria, scenario.reports), { unit: "unit-1" }, {});
      expect(found).toMatchObject({ difference: "0", leaves: [], others: [] });
      expect(found.after).toEqual(found.before);
    });
    fc.assert(law, { numRuns: 60 });
  });

  test("what another unit of the group reports for a leaf, said of this one, scores as if it had reported it", () => {
    const law = fc.property(scenariosWith({ units: 3, ofOneGroup: true }), fc.nat(), (scenario, choice) => {
      const criteria = criteriaOf(scenario);
      const reports = parseReports(criteria, scenario.reports);
      const [own, other, third] = reports;
      const codes = Object.keys(other?.items ?? {});
      const code = codes[choice % codes.length] ?? "";
      fc.pre(own !== undefined && other !== undefined && third !== undefined && codes.length > 0);
      if (own === undefined || other === undefined || third === undefined) return;
      const none = Object.fromEntries(Object.keys(own.items[code] ?? {}).map((key) => [key, null]));
      const found = whatIf(criteria, reports, { unit: "unit-1" }, { [code]: { ...none, ...other.items[code] } });
      const written = { ...scenario.reports[0], items: { ...scenario.reports[0]?.items, [code]: other.items[code] ?? null } };
      const [score] = scoreAll(criteria, parseReports(criteria, [written, ...scenario.reports.slice(1)]));
      expect(found.after.points).toBe(score?.points);
      const [before] = scoreAll(criteria, reports);
      const moved = subtract(fromExactText(score?.points ?? "0"), fromExactText(before?.points ?? "0"));
      expect(compare(fromExactText(found.difference), moved)).toBe(0);
      for (const leaf of found.leaves) expect(leavesOf(score as Score).find(({ code: own }) => own === leaf.code)?.points).toBe(leaf.after);
    });
    fc.assert(law, { numRuns: 100 });
  });

  test("what leaves lose adds up to what their areas lose, and to what units lose", () => {
    const law = fc.property(scenariosWith({ units: 4 }), (scenario) => {
      const criteria = criteriaOf(scenario);
      const rows = pointsLost(criteria, scoreAll(criteria, parseReports(criteria, scenario.reports)));
      for (const area of rows.filter(({ level }) => level === "area")) {
        const leaves = rows.filter((row) => row.level === "leaf" && row.area === area.code && row.group === area.group);
        const lost = leaves.reduce((total, row) => subtract(total, fromExactText(row.lost)), fromExactText(area.lost));
        expect(lost.numerator).toBe(0n);
        expect(new Set(leaves.flatMap(({ losing }) => losing))).toEqual(new Set(area.losing));
      }
    });
    fc.assert(law, { numRuns: 60 });
  });
});

describe("under a set that holds rounds", () => {
  const criteria = loadCriteria("example/rounds");
  const unit = { id: "a", name: "Sở A" };
  const reports = parseReports(criteria, [
    { unit, period: "2021", round: "selfAssessed", items: { "1": { done: 20, due: 20 } } },
    { unit, period: "2021", round: "appraised", items: { "1": { done: 17, due: 20, reason: "3 hồ sơ trả muộn" } } },
  ]);

  test("what counts is changed, unless a round is named", () => {
    expect(whatIf(criteria, reports, { unit: "a" }, { "1": { done: 19 } })).toMatchObject({
      round: "counted",
      before: { points: "8.5" },
      after: { points: "9.5" },
    });
    const named = whatIf(criteria, reports, { unit: "a", round: "selfAssessed" }, { "1": { done: 10 } });
    expect(named).toMatchObject({ round: "selfAssessed", before: { points: "10" }, after: { points: "5" } });
  });

  test("the figures to be reached are those of what counts", () => {
    expect(reach(criteria, reports, { unit: "a" }).find(({ code, aim }) => code === "1" && aim === "most")).toMatchObject({
      from: 17,
      to: 20,
      earns: "10",
    });
  });
});

describe("what is wrong with changes is told, all of it, and located", () => {
  const tiny = loadCriteria("example/tiny");
  const reports = parseReports(tiny, [
    { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "appraised", items: { "1.2": { done: 955, due: 1000 } } },
  ]);
  const issuesOf = (changes: unknown) => {
    const outcome = safeWhatIf(tiny, reports, { unit: "a" }, changes as Record<string, unknown>);
    return outcome.ok ? [] : outcome.issues.map(({ code, location }) => [code, location.path]);
  };

  test("an unknown leaf, a branch, a figure beyond what was due, a figure that is none", () => {
    expect(issuesOf({ "1": {}, "2": { percent: "120" }, "9": {}, "1.2": { done: 1001 } })).toEqual([
      ["codeIsBranch", ["1"]],
      ["percentAbove100", ["2", "percent"]],
      ["unknownCode", ["9"]],
      ["doneAboveDue", ["1.2", "done"]],
    ]);
    expect(issuesOf({ "1.1": { colour: 1 } }).map(([code]) => code)).toContain("unknownKey");
    expect(issuesOf([])).toEqual([["wrongType", undefined]]);
  });

  test("a unit that did not report", () => {
    expect(safeReach(tiny, reports, { unit: "b" })).toMatchObject({
      ok: false,
      issues: [{ code: "unknownUnit", payload: { unit: "b", units: ["a"] } }],
    });
    expect(safeReach(tiny, reports, { unit: "a", period: "2020" })).toMatchObject({ ok: false, issues: [{ code: "unknownUnit" }] });
  });
});
