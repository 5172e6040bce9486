import fc from "fast-check";
import { type CriteriaSet, type Evidence, parseCriteria, parseReports, treeOf } from "par-index";
import { formWorkbook, parseFormWorkbook } from "par-index/workbook";
import { expect, test } from "vitest";
import type { ReportedRound } from "../../src/criteria/policies";
import { isUnitsRound } from "../../src/evidence/roundsHeld";
import { type Scenario, scenariosWith } from "../arbitraries/criteria";
import { gradedScenarios } from "../arbitraries/grading";
import { roundScenarios } from "../arbitraries/rounds";

const documents = fc.array(
  fc.record(
    {
      number: fc.constantFrom("12/QĐ-UBND", "=1+1", "007", "1.10"),
      title: fc.constantFrom("Kế hoạch cải cách hành chính năm 2021", "<script>alert(1)</script>", "+84 210"),
      issuedOn: fc.constantFrom("2021-01-15", "2020-12-31", "2021-02-28"),
      place: fc.constant("Mục 2, trang 3"),
      sha256: fc.constant("0123456789abcdef".repeat(4)),
    },
    { requiredKeys: ["number"] },
  ),
  { maxLength: 3 },
);

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

/** A report without what a form of its round does not ask for: a unit's form asks nothing of leaves that it does not score itself. */
function asked(criteria: CriteriaSet, report: Evidence): Evidence {
  const { leaves } = treeOf(criteria, report.unit.group);
  const closed = (code: string) =>
    isUnitsRound(criteria, report.round) && leaves.some((leaf) => leaf.code === code && leaf.node.selfScored === false);
  return { ...report, items: Object.fromEntries(Object.entries(report.items).filter(([code]) => !closed(code))) };
}

/** The documents beside every other thing that the report says of a leaf. */
function withDocuments(report: Evidence, listed: NonNullable<Evidence["items"][string]["documents"]>): Evidence {
  if (listed.length === 0) return report;
  const items = Object.entries(report.items).map(([code, item], index) => [code, index % 2 === 0 ? { ...item, documents: listed } : item]);
  return { ...report, items: Object.fromEntries(items) };
}

/** A report without the items that say nothing: a form cannot tell them from those that are not there. */
function spoken({ items, facts, events, ...report }: Evidence) {
  const filled = (records: Readonly<Record<string, object>> = {}) =>
    Object.fromEntries(Object.entries(records).filter(([, record]) => Object.keys(record).length > 0));
  return { ...report, items: filled(items), facts: filled(facts), events: filled(events) };
}
