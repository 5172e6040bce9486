import fc from "fast-check";
import { parseReports, scoreAll, scoreUnit } from "par-index";
import { describe, expect, test } from "vitest";
import { scenariosWith } from "../arbitraries/criteria";
import { criteriaOf } from "./scored";

describe("the order of units", () => {
  test("does not matter to their scores", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 4 }), (scenario) => {
        const criteria = criteriaOf(scenario);
        const reports = parseReports(criteria, scenario.reports);
        expect([...scoreAll(criteria, [...reports].reverse())].reverse()).toStrictEqual(scoreAll(criteria, reports));
      }),
      { numRuns: 100 },
    );
  });

  test("is the order of the scores, and without leaves that need the cohort each unit's score is the one it has alone", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 4 }), (scenario) => {
        const criteria = criteriaOf(scenario);
        const reports = parseReports(criteria, scenario.reports);
        expect(scoreAll(criteria, reports)).toStrictEqual(reports.map((report) => scoreUnit(criteria, report)));
      }),
      { numRuns: 100 },
    );
  });
});
