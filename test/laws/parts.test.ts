import fc from "fast-check";
import {
  type CohortPart,
  type CriteriaSet,
  cohortParts,
  type Evidence,
  mergeCohorts,
  mergeRuns,
  parseReports,
  type RankRun,
  rank,
  rankRun,
  type Score,
  scoreAll,
  scorePart,
  sortedRun,
} from "par-index";
import { describe, expect, test } from "vitest";
import { type Scenario, scenariosWith } from "../arbitraries/criteria";
import { criteriaOf } from "./scored";

/** Units in three parts, some of which may have none. */
const parted = scenariosWith({ units: 7 }).chain((scenario) =>
  fc
    .array(fc.nat({ max: 2 }), { minLength: scenario.reports.length, maxLength: scenario.reports.length })
    .map((places) => ({ scenario, places })),
);

function forEveryParting(check: (criteria: CriteriaSet, all: readonly Evidence[], parts: readonly (readonly Evidence[])[]) => void): void {
  fc.assert(
    fc.property(parted, ({ scenario, places }) => {
      const criteria = criteriaOf(scenario as Scenario);
      const all = parseReports(criteria, scenario.reports);
      check(
        criteria,
        all,
        [0, 1, 2].map((place) => all.filter((_, index) => places[index] === place)),
      );
    }),
    { numRuns: 150 },
  );
}

describe("what parts of a cohort come to", () => {
  test("comes to the whole, however the units are parted", () => {
    forEveryParting((criteria, all, parts) => {
      const whole = mergeCohorts(criteria, [cohortParts(criteria, all)]);
      expect(
        mergeCohorts(
          criteria,
          parts.map((part) => cohortParts(criteria, part)),
        ),
      ).toEqual(whole);
    });
  });

  test("may be merged in any order and in any turns", () => {
    forEveryParting((criteria, _, parts) => {
      const [a, b, c] = parts.map((part) => cohortParts(criteria, part)) as [CohortParts, CohortParts, CohortParts];
      const merged = (...of: readonly CohortParts[]) => mergeCohorts(criteria, of);
      expect(merged(b, a)).toEqual(merged(a, b));
      expect(merged(a, merged(b, c))).toEqual(merged(merged(a, b), c));
      expect(merged(a, [])).toEqual(merged(a));
    });
  });

  test("gives every unit of a part the score that it has among all, though it was sent elsewhere", () => {
    forEveryParting((criteria, all, parts) => {
      const cohorts = mergeCohorts(
        criteria,
        parts.map((part) => structuredClone(cohortParts(criteria, part))),
      );
      const byUnit = new Map(scoreAll(criteria, all).map((score) => [JSON.stringify([score.unit.id, score.period, score.round]), score]));
      for (const score of parts.flatMap((part) => scorePart(criteria, part, cohorts)))
        expect(score).toStrictEqual(byUnit.get(JSON.stringify([score.unit.id, score.period, score.round])));
    });
  });

  test("is needed: units scored in their own part alone would have other scores", () => {
    const drawn = fc.sample(parted, { numRuns: 200, seed: 5 });
    const differing = drawn.filter(({ scenario, places }) => {
      const criteria = criteriaOf(scenario);
      const all = parseReports(criteria, scenario.reports);
      const apart = [0, 1, 2].flatMap((place) =>
        scoreAll(
          criteria,
          all.filter((_, index) => places[index] === place),
        ),
      );
      return totals(apart) !== totals(scoreAll(criteria, all));
    });
    expect(differing.length).toBeGreaterThan(10);
  });
});

describe("sorted runs of units", () => {
  test("rank as all units do, however the units are parted", () => {
    forEveryParting((criteria, all, parts) => {
      const scores = scoreAll(criteria, all);
      const runs = runsOf(criteria, scores, parts);
      expect(rankRun(criteria, mergeRuns(criteria, runs))).toStrictEqual(rank(criteria, scores));
    });
  });

  test("may be merged in any order and in any turns, and sent as text", () => {
    forEveryParting((criteria, all, parts) => {
      const [a, b, c] = runsOf(criteria, scoreAll(criteria, all), parts) as [RankRun, RankRun, RankRun];
      const merged = (...of: readonly RankRun[]) => mergeRuns(criteria, of);
      expect(merged(b, a)).toStrictEqual(merged(a, b));
      expect(merged(a, merged(b, c))).toStrictEqual(merged(merged(a, b), c));
      expect(merged(JSON.parse(JSON.stringify(a)), b)).toStrictEqual(merged(a, b));
    });
  });
});

type CohortParts = readonly CohortPart[];

function runsOf(criteria: CriteriaSet, scores: readonly Score[], parts: readonly (readonly Evidence[])[]): readonly RankRun[] {
  const isOf = (part: readonly Evidence[], score: Score) =>
    part.some(({ unit, period, round }) => unit.id === score.unit.id && period === score.period && round === score.round);
  return parts.map((part) =>
    sortedRun(
      criteria,
      scores.filter((score) => isOf(part, score)),
    ),
  );
}

function totals(scores: readonly Score[]): string {
  return JSON.stringify(scores.map(({ unit, period, round, points }) => [unit.id, period, round, points]).sort());
}
