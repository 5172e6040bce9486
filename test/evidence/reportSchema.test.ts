import fc from "fast-check";
import { evidenceForm, parseCriteria, parseEvidence, reportSchema } from "par-index";
import { loadCriteria } from "par-index/node";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { scenariosWith } from "../arbitraries/criteria";
import { gradedScenarios } from "../arbitraries/grading";
import { roundScenarios } from "../arbitraries/rounds";
import { criteriaOf } from "../laws/scored";
import { documented } from "./documented";

type Json = Parameters<typeof z.fromJSONSchema>[0];

/** Whether a reader of JSON Schema that is not ours takes a report. */
function takes(criteria: Parameters<typeof reportSchema>[0], ...reports: readonly unknown[]): readonly boolean[] {
  const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(reportSchema(criteria))) as Json);
  return reports.map((report) => schema.safeParse(JSON.parse(JSON.stringify(report))).success);
}

const unit = { id: "xa-a", name: "Xã A", group: "commune" };
const report = { unit, period: "2021", round: "selfAssessed", items: {} };
const withItem = (code: string, item: unknown) => ({ ...report, items: { [code]: item } });

/** A report without blank figures, which the arbitraries name alike for every rule; a schema takes those of the leaf alone. */
function withoutBlanks(written: unknown): unknown {
  return JSON.parse(JSON.stringify(written), (_, value) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([, inside]) => inside !== null))
      : value,
  );
}

describe("the schema of a set", () => {
  const accepts = (criteria: Parameters<typeof reportSchema>[0], reports: readonly unknown[]): void => {
    const taken = takes(criteria, ...reports);
    expect(reports.filter((_, index) => taken[index] !== true)).toEqual([]);
  };

  test("takes every report that holds under it, as written and as read", () => {
    fc.assert(
      fc.property(scenariosWith({ units: 2 }), (scenario) => {
        const criteria = criteriaOf(scenario);
        accepts(criteria, [...scenario.reports.map(withoutBlanks), ...scenario.reports.map((one) => parseEvidence(criteria, one))]);
      }),
      { numRuns: 40 },
    );
  });

  test("takes those of all rounds and of grades", () => {
    fc.assert(
      fc.property(roundScenarios({ units: 1 }), (scenario) => accepts(criteriaOf(scenario), scenario.reports.map(withoutBlanks))),
      { numRuns: 30 },
    );
    fc.assert(
      fc.property(gradedScenarios({ units: 2 }), ({ file, reports }) => accepts(parseCriteria(file), reports.map(withoutBlanks))),
      { numRuns: 30 },
    );
  });

  test.each(["example/tiny", "example/rounds", "example/grading", "index-766", "head-rating-212"])(
    "takes the blank form of %s",
    (edition) => {
      const criteria = loadCriteria(edition);
      for (const { id } of criteria.file.groups)
        accepts(criteria, [evidenceForm(criteria, { id: "a", name: "A", group: id }, criteria.file.periods[0])]);
    },
  );

  test.each<[string, unknown]>([
    ["without a unit", { ...report, unit: undefined }],
    ["of an unknown group", { ...report, unit: { ...unit, group: "ward" } }],
    ["of a period that is not listed", { ...report, period: "2020" }],
    ["of a round that there is not", { ...report, round: "final" }],
    ["of another set", { ...report, criteria: { id: "example/tiny", revision: 1 } }],
    ["of a leaf that there is not", withItem("9", { percent: "5" })],
    ["of a branch", withItem("1", { done: 5 })],
    ["with a figure that the leaf does not have", withItem("1.2", { percent: "5" })],
    ["with a count below zero", withItem("1.2", { done: -1, due: 10 })],
    ["with half a thing", withItem("1.2", { done: 0.5, due: 10 })],
    ["with a count in words", withItem("1.2", { done: "năm", due: 10 })],
    ["with a percentage above 100", withItem("2", { percent: 101 })],
    ["with a percentage that may have lost digits", withItem("2", { percent: 95.5 })],
    ["with an option that there is not", withItem("1.1", { option: "never" })],
    ["with a document of another shape", withItem("1.1", { option: "onTime", documents: [{ name: "Kế hoạch" }] })],
    ["with a digest cut short", withItem("1.1", { option: "onTime", documents: [{ sha256: "0a" }] })],
    ["with a key misspelt", { ...report, itms: {} }],
  ])("refuses a report %s", (_, broken) => {
    expect(takes(documented, report, broken)).toEqual([true, false]);
  });

  test("tells the leaves of each group apart", () => {
    const criteria = loadCriteria("head-rating-212");
    const said = criteria.file.groups.map(({ id }) => evidenceForm(criteria, { id: "a", name: "A", group: id }, criteria.file.periods[0]));
    for (const one of said) {
      for (const other of said) {
        const isSame = JSON.stringify(Object.keys(one.items).sort()) === JSON.stringify(Object.keys(other.items).sort());
        if (!isSame && Object.keys(other.items).some((code) => !(code in one.items))) {
          expect(takes(criteria, { ...one, items: other.items })).toEqual([false]);
        }
      }
    }
  });
});
