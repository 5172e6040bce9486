import fc from "fast-check";
import { parseReports, rank, scoreAll } from "par-index";
import { columnsOf, compileBatch, pointsColumn, publishedColumn, publishedText, rankColumn, scoreColumns } from "par-index/batch";
import { describe, expect, test } from "vitest";
import { listNodes } from "../../src/criteria/tree";
import { fromExactText } from "../../src/exact/decimal";
import { publishedValue } from "../../src/rank/standing";
import { hasPoints } from "../../src/score/nodeScore";
import { leafStates, type NodeScore, type Score } from "../../src/score/score";
import { type Scenario, scenariosWith, tiedScenarios } from "../arbitraries/criteria";
import { criteriaOf } from "../laws/scored";
import { isWithin } from "./fractions";

/** Both engines on one scenario. */
function both(scenario: Scenario) {
  const criteria = criteriaOf(scenario);
  const reports = parseReports(criteria, scenario.reports);
  const batch = compileBatch(criteria);
  const columns = columnsOf(batch, reports);
  return { criteria, batch, exact: scoreAll(criteria, columns.reports), scores: scoreColumns(batch, columns) };
}

const nodesOf = ({ root }: Score) => listNodes<NodeScore>(root);

describe.each([
  ["any reports", scenariosWith({ units: 5 })],
  ["reports of one group", scenariosWith({ units: 6, ofOneGroup: true })],
  ["points at a tie or a hair beside one", tiedScenarios({ units: 4 })],
])("of %s", (_, scenarios) => {
  test("points are as near as they say", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { exact, scores } = both(scenario);
        exact.forEach((score, row) => {
          for (const { code, points } of nodesOf(score)) {
            const column = pointsColumn(scores, code);
            expect([code, isWithin(column.points[row] ?? 0, column.error[row] ?? 0, fromExactText(points))]).toEqual([code, true]);
          }
        });
      }),
    );
  });

  test("states are the same", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { exact, scores } = both(scenario);
        exact.forEach((score, row) => {
          for (const node of nodesOf(score)) {
            if (node.children === undefined) expect(leafStates[scores.nodes.get(node.code)?.state[row] ?? 0]).toBe(node.state);
            else expect(scores.nodes.get(node.code)?.incomplete[row]).toBe(node.incomplete);
          }
        });
      }),
    );
  });

  test("published digits are the same at every node", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { criteria, batch, exact, scores } = both(scenario);
        exact.forEach((score, row) => {
          for (const node of nodesOf(score)) {
            const expected = hasPoints(node) ? (publishedValue(criteria, node)?.published ?? null) : null;
            expect([node.code, publishedText(batch, publishedColumn(scores, node.code)[row] ?? 0)]).toEqual([node.code, expected]);
          }
          expect(publishedText(batch, publishedColumn(scores)[row] ?? 0)).toBe(score.published);
        });
      }),
    );
  });

  test("ranks are the same by every node, within groups and among all", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { criteria, exact, scores } = both(scenario);
        for (const by of criteria.nodes.keys()) {
          for (const within of ["group", "all"] as const) {
            const places = rank(criteria, exact, { by, within }).groups.flatMap((group) => group.places);
            const expected = exact.map(({ unit }) => places.find((place) => place.unit.id === unit.id)?.rank ?? 0);
            expect([by, [...rankColumn(scores, { by, within })]]).toEqual([by, expected]);
          }
        }
      }),
    );
  });
});
