import fc from "fast-check";
import { parseReports, scoreAll } from "par-index";
import { columnsOf, pointsColumn, publishedColumn, rankColumn, safeChangeAt, safeChangesAt, scoreColumns } from "par-index/batch";
import { loadCriteria } from "par-index/node";
import { expect, test } from "vitest";
import { fromExactText } from "../../src/exact/decimal";
import { scenariosWith } from "../arbitraries/criteria";
import { criteriaOf } from "../laws/scored";
import { isWithin } from "./fractions";
import { nodesOf, sceneOf } from "./scenes";

test("one changed item gives what scoring everything anew gives, and leaves the scores before as they were", () => {
  fc.assert(
    fc.property(scenariosWith({ units: 5, ofOneGroup: true }), fc.nat(), fc.nat(), fc.nat(), (scenario, unit, other, leaf) => {
      const { criteria, scores } = sceneOf(criteriaOf(scenario), scenario.reports);
      const row = unit % scenario.reports.length;
      const codes = criteria.leaves.map(({ code }) => code).filter((code) => scores.nodes.has(code));
      const code = codes[leaf % codes.length] ?? "";
      const [mine, theirs] = [scenario.reports[row], scenario.reports[other % scenario.reports.length]];
      const item = theirs?.items[code] ?? null;
      const before = codes.map((one) => [...pointsColumn(scores, one).points]);
      const changed = safeChangeAt(scores, row, code, item);
      if (!changed.ok || mine === undefined) return;
      const reports = scenario.reports.map((report, index) =>
        index === row ? { ...mine, items: { ...mine.items, [code]: item } } : report,
      );
      const anew = scoreColumns(scores.batch, columnsOf(scores.batch, parseReports(criteria, reports)));
      expect([...publishedColumn(changed.value)]).toEqual([...publishedColumn(anew)]);
      expect([...rankColumn(changed.value)]).toEqual([...rankColumn(anew)]);
      scoreAll(criteria, anew.columns.reports).forEach((score, place) => {
        for (const node of nodesOf(score)) {
          const { points, error } = pointsColumn(changed.value, node.code);
          expect(isWithin(points[place] ?? 0, error[place] ?? 0, fromExactText(node.points))).toBe(true);
        }
      });
      expect(codes.map((one) => [...pointsColumn(scores, one).points])).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

test("many changes at once give what one after the other gives", () => {
  const picks = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(scenariosWith({ units: 5 }), picks, (scenario, chosen) => {
      const { criteria, scores } = sceneOf(criteriaOf(scenario), scenario.reports);
      const codes = criteria.leaves.map(({ code }) => code).filter((code) => scores.nodes.has(code));
      const { reports } = scores.columns;
      const changes = chosen.map(([unit, other, leaf]) => {
        const code = codes[leaf % codes.length] ?? "";
        return { row: unit % reports.length, code, item: reports[other % reports.length]?.items[code] ?? null };
      });
      const oneByOne = changes.reduce<ReturnType<typeof safeChangeAt>>(
        (so, { row, code, item }) => (so.ok ? safeChangeAt(so.value, row, code, item) : so),
        { ok: true, value: scores, warnings: [] },
      );
      const together = safeChangesAt(scores, changes);
      expect(together.ok).toBe(oneByOne.ok);
      if (!together.ok || !oneByOne.ok) return;
      expect(together.value.columns.reports.map(({ items }) => items)).toEqual(oneByOne.value.columns.reports.map(({ items }) => items));
      expect([...publishedColumn(together.value)]).toEqual([...publishedColumn(oneByOne.value)]);
      expect([...rankColumn(together.value)]).toEqual([...rankColumn(oneByOne.value)]);
    }),
    { numRuns: 150 },
  );
});

test("wrong changes are all told, each with its place", () => {
  const { scores } = sceneOf(loadCriteria("example/tiny"), [
    { unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "appraised", items: {} },
  ]);
  const outcome = safeChangesAt(scores, [
    { row: 0, code: "9", item: null },
    { row: 0, code: "2", item: { percent: "120" } },
  ]);
  expect(outcome.ok).toBe(false);
  expect(outcome.ok ? [] : outcome.issues.map(({ code, location }) => [code, location.path])).toEqual([
    ["unknownCode", ["items", "9"]],
    ["percentAbove100", ["items", "2", "percent"]],
  ]);
});
