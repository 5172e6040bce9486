import fc from "fast-check";
import {
  awardedBy,
  pointsColumn,
  publishedColumn,
  publishedText,
  rankColumn,
  rankedBy,
  reweigh,
  scoreAt,
  type WeightedScores,
} from "par-index/batch";
import { describe, expect, test } from "vitest";
import { fromExactText } from "../../src/exact/decimal";
import { scenariosWith, tiedScenarios } from "../arbitraries/criteria";
import { criteriaOf } from "../laws/scored";
import { isWithin } from "./fractions";
import { nodesOf, publishedOf, type Scene, sceneOf } from "./scenes";

/** Factors for every leaf, near to one and far from it. */
function weightingFor({ criteria }: Scene, factors: readonly number[], one: number) {
  const codes = [...new Set([...criteria.trees.values()].flatMap(({ leaves }) => leaves.map(({ code }) => code)))];
  return { one, factors: Object.fromEntries(codes.map((code, index) => [code, factors[index % factors.length] ?? one])) };
}

const anyFactors = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 8 });

describe.each([
  ["any reports", scenariosWith({ units: 5 })],
  ["points at a tie or a hair beside one", tiedScenarios({ units: 4 })],
])("of %s", (_, scenarios) => {
  test("a weighting that changes nothing gives the same digits and ranks", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const scene = sceneOf(criteriaOf(scenario), scenario.reports);
        const same = reweigh(awardedBy(scene.scores), { one: 7, factors: {} });
        expect([...publishedColumn(same)]).toEqual([...publishedColumn(scene.scores)]);
        expect([...rankColumn(same)]).toEqual([...rankColumn(scene.scores)]);
      }),
    );
  });

  test("digits and ranks are those of exact sums", () => {
    fc.assert(
      fc.property(scenarios, anyFactors, (scenario, factors) => {
        const scene = sceneOf(criteriaOf(scenario), scenario.reports);
        const weighted = reweigh(awardedBy(scene.scores), weightingFor(scene, factors, 1000));
        scene.exact.forEach((_, row) => {
          for (const node of nodesOf(scoreAt(weighted, row))) {
            const text = publishedText(scene.scores.batch, publishedColumn(weighted, node.code)[row] ?? 0);
            expect([node.code, text]).toEqual([node.code, publishedOf(scene.criteria, node)]);
          }
        });
        const ranks = [...rankColumn(weighted)];
        expect(ranks).toEqual([...rankColumn(withoutFilter(weighted))]);
      }),
    );
  });
});

test("scores written over those of other weightings are those of a weighting by itself", () => {
  fc.assert(
    fc.property(scenariosWith({ units: 5 }), fc.array(anyFactors, { minLength: 2, maxLength: 4 }), (scenario, weightings) => {
      const scene = sceneOf(criteriaOf(scenario), scenario.reports);
      const awarded = awardedBy(scene.scores);
      let into: WeightedScores | undefined;
      for (const factors of weightings) {
        const weighting = weightingFor(scene, factors, factors[0] === undefined || factors[0] === 0 ? 1 : factors[0]);
        into = reweigh(awarded, weighting, into);
        const alone = reweigh(awarded, weighting);
        for (const code of scene.scores.nodes.keys()) {
          expect([code, ...publishedColumn(into, code)]).toEqual([code, ...publishedColumn(alone, code)]);
        }
        expect([...rankColumn(into)]).toEqual([...rankColumn(alone)]);
      }
    }),
    { numRuns: 60 },
  );
});

describe.each([
  ["any reports", scenariosWith({ units: 5 })],
  ["points at a tie or a hair beside one", tiedScenarios({ units: 4 })],
])("where only some nodes are wanted, of %s", (_, scenarios) => {
  test("their digits and ranks are those of weightings of all", () => {
    fc.assert(
      fc.property(
        scenarios,
        fc.array(anyFactors, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(), { maxLength: 2 }),
        (scenario, weightings, picks) => {
          const scene = sceneOf(criteriaOf(scenario), scenario.reports);
          const codes = [...scene.scores.nodes.keys()];
          const wanted = [...rankedBy(scene.criteria), ...picks.map((pick) => codes[pick % codes.length] ?? "total")];
          const [all, some] = [awardedBy(scene.scores), awardedBy(scene.scores, wanted)];
          let into: WeightedScores | undefined;
          for (const factors of weightings) {
            const weighting = weightingFor(scene, factors, 1000);
            into = reweigh(some, weighting, into);
            const expected = reweigh(all, weighting);
            for (const code of wanted) expect([code, ...publishedColumn(into, code)]).toEqual([code, ...publishedColumn(expected, code)]);
            expect([...rankColumn(into)]).toEqual([...rankColumn(expected)]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

test("the points of wanted nodes lie within their errors of exact sums", () => {
  fc.assert(
    fc.property(scenariosWith({ units: 4 }), anyFactors, (scenario, factors) => {
      const scene = sceneOf(criteriaOf(scenario), scenario.reports);
      const weighted = reweigh(awardedBy(scene.scores, ["total"]), weightingFor(scene, factors, 1000));
      const { points, error } = pointsColumn(weighted);
      scene.exact.forEach((_, row) => {
        expect(isWithin(points[row] ?? 0, error[row] ?? 0, fromExactText(scoreAt(weighted, row).points))).toBe(true);
      });
    }),
  );
});

/** The same scores as though no number could be relied on. */
function withoutFilter(scores: WeightedScores): WeightedScores {
  const nodes = new Map(
    [...scores.nodes].map(([code, node]) => [code, { ...node, error: node.error.map(() => Number.POSITIVE_INFINITY) }]),
  );
  return { ...scores, nodes };
}
