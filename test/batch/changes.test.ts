import fc from "fast-check";
import { parseReports, scoreAll } from "par-index";
import { columnsOf, pointsColumn, publishedColumn, rankColumn, safeChangeAt, scoreColumns } from "par-index/batch";
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
