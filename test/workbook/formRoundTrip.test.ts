import fc from "fast-check";
import { parseCriteria, parseReports } from "par-index";
import { formWorkbook, parseFormWorkbook } from "par-index/workbook";
import { expect, test } from "vitest";
import type { ReportedRound } from "../../src/criteria/policies";
import { type Scenario, scenariosWith } from "../arbitraries/criteria";
import { gradedScenarios } from "../arbitraries/grading";
import { roundScenarios } from "../arbitraries/rounds";
import { asked, documents, spoken, withDocuments } from "./formReports";

test("a form gives back what was entered, for evidence of every kind", async () => {
  const graded = gradedScenarios({ units: 1 }).map((scenario): Scenario => ({ readings: {}, ...scenario }));
  const drawn = fc.record({ scenario: fc.oneof(scenariosWith({ units: 1 }), graded, roundScenarios({ units: 1 })), documents });
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(drawn, async ({ scenario: { file, readings, reports }, documents: listed }) => {
      const criteria = parseCriteria(file, { readings });
      for (const report of parseReports(criteria, reports).map((one) => withDocuments(asked(criteria, one), listed))) {
        const { unit, period, appraiser } = report;
        const round = report.round as ReportedRound;
        for (const key of [round, ...Object.values(report.items).flatMap(Object.keys)]) kinds.add(key);
        const form = await formWorkbook(criteria, { unit, period, round, appraiser, filled: report });
        expect(spoken(await parseFormWorkbook(criteria, form))).toEqual(spoken(report));
      }
    }),
    { numRuns: 60 },
  );
  // Every round, and everything that may stand beside figures, was among them.
  for (const kind of ["appraised", "reappraised", "done", "accepted", "givenPoints", "asks", "notApplicable", "documents"])
    expect(kinds).toContain(kind);
}, 120_000);
