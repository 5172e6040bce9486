import fc from "fast-check";
import { classify, parseCriteria, rank, type Score } from "par-index";
import { type BatchScores, gradeColumn, pointsColumn, publishedColumn, publishedText, rankColumn } from "par-index/batch";
import { describe, expect, test } from "vitest";
import type { CriteriaSet } from "../../src/criteria/criteriaSet";
import { scaleOf } from "../../src/criteria/grading";
import { fromExactText } from "../../src/exact/decimal";
import { gradingOf } from "../../src/rank/classification";
import { leafStates } from "../../src/score/score";
import { scenariosWith, tiedScenarios } from "../arbitraries/criteria";
import { gradedScenarios } from "../arbitraries/grading";
import { criteriaOf } from "../laws/scored";
import { isWithin } from "./fractions";
import { nodesOf, publishedOf, sceneOf } from "./scenes";

describe.each([
  ["any reports", scenariosWith({ units: 5 })],
  ["reports of one group", scenariosWith({ units: 6, ofOneGroup: true })],
  ["points at a tie or a hair beside one", tiedScenarios({ units: 4 })],
])("of %s", (_, scenarios) => {
  const forEvery = (check: (criteria: CriteriaSet, exact: readonly Score[], scores: BatchScores) => void) =>
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { criteria, exact, scores } = sceneOf(criteriaOf(scenario), scenario.reports);
        check(criteria, exact, scores);
      }),
    );

  test("points are as near as they say", () => {
    forEvery((_, exact, scores) => {
      exact.forEach((score, row) => {
        for (const { code, points } of nodesOf(score)) {
          const column = pointsColumn(scores, code);
          expect([code, isWithin(column.points[row] ?? 0, column.error[row] ?? 0, fromExactText(points))]).toEqual([code, true]);
        }
      });
    });
  });

  test("states, and how many leaves are incomplete, are the same", () => {
    forEvery((_, exact, scores) => {
      exact.forEach((score, row) => {
        for (const node of nodesOf(score)) {
          if (node.children === undefined) expect(leafStates[scores.nodes.get(node.code)?.state[row] ?? 0]).toBe(node.state);
          else expect(scores.nodes.get(node.code)?.incomplete[row]).toBe(node.incomplete);
        }
      });
    });
  });

  test("published digits are the same at every node", () => {
    forEvery((criteria, exact, scores) => {
      const textAt = (row: number, code?: string) => publishedText(scores.batch, publishedColumn(scores, code)[row] ?? 0);
      exact.forEach((score, row) => {
        for (const node of nodesOf(score)) expect([node.code, textAt(row, node.code)]).toEqual([node.code, publishedOf(criteria, node)]);
        expect(textAt(row)).toBe(score.published);
      });
    });
  });

  test("ranks are the same by every node, within groups and among all", () => {
    forEvery((criteria, exact, scores) => {
      for (const by of criteria.nodes.keys()) {
        for (const within of ["group", "all"] as const) {
          const places = rank(criteria, exact, { by, within }).groups.flatMap((group) => group.places);
          const expected = exact.map(({ unit }) => places.find((place) => place.unit.id === unit.id)?.rank ?? 0);
          expect([by, [...rankColumn(scores, { by, within })]]).toEqual([by, expected]);
        }
      }
    });
  });
});

test("grades are the same", () => {
  fc.assert(
    fc.property(gradedScenarios({ units: 6 }), ({ file, reports }) => {
      const { criteria, exact, scores } = sceneOf(parseCriteria(file), reports);
      const expected = classify(criteria, exact).map(({ grade, unit }) =>
        scaleOf(gradingOf(criteria), unit.group).grades.findIndex(({ id }) => id === grade),
      );
      expect([...gradeColumn(scores)]).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
