import fc from "fast-check";
import { type CriteriaSet, type Evidence, treeOf } from "par-index";
import { isUnitsRound } from "../../src/evidence/roundsHeld";

/** What may be listed as proof, with what a spreadsheet would take for something else. */
export const documents = fc.array(
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

/** A report without what a form of its round does not ask for: a unit's form asks nothing of leaves that it does not score itself. */
export function asked(criteria: CriteriaSet, report: Evidence): Evidence {
  const { leaves } = treeOf(criteria, report.unit.group);
  const closed = (code: string) =>
    isUnitsRound(criteria, report.round) && leaves.some((leaf) => leaf.code === code && leaf.node.selfScored === false);
  return { ...report, items: Object.fromEntries(Object.entries(report.items).filter(([code]) => !closed(code))) };
}

/** The documents beside every other thing that the report says of a leaf. */
export function withDocuments(report: Evidence, listed: NonNullable<Evidence["items"][string]["documents"]>): Evidence {
  if (listed.length === 0) return report;
  const items = Object.entries(report.items).map(([code, item], index) => [code, index % 2 === 0 ? { ...item, documents: listed } : item]);
  return { ...report, items: Object.fromEntries(items) };
}

/** A report without the items that say nothing: a form cannot tell them from those that are not there. */
export function spoken({ items, facts, events, ...report }: Evidence) {
  const filled = (records: Readonly<Record<string, object>> = {}) =>
    Object.fromEntries(Object.entries(records).filter(([, record]) => Object.keys(record).length > 0));
  return { ...report, items: filled(items), facts: filled(facts), events: filled(events) };
}
