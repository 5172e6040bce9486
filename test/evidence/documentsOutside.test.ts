import { documentsOutside, formatIssue, parseEvidence, type SupportingDocument, safeDocumentsOutside } from "par-index";
import { expect, test } from "vitest";
import { everyField, reportWith } from "../badInput/everyField";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "../badInput/issues";

/** Documents from December of the year before on, as a guidance has it. */
const window = { from: "2020-12-01", to: "2021-11-30" };

function evidenceWith(...documents: readonly SupportingDocument[]) {
  return parseEvidence(everyField, reportWith({ "1.1": { option: "yes", documents }, "1.2": { note: "x" } }));
}

test.each([
  ["the day before the first", "2020-11-30", false],
  ["the first day", "2020-12-01", true],
  ["a day of last December, for the year that follows", "20/12/2020", true],
  ["the last day", "2021-11-30", true],
  ["the day after the last, though in the year itself", "2021-12-01", false],
])("a document issued on %s: %s counts: %s", (_, issuedOn, counts) => {
  expect(documentsOutside(window, evidenceWith({ issuedOn }))).toHaveLength(counts ? 0 : 1);
});

test("each is told at its leaf, as a warning, and the others are not", () => {
  const found = documentsOutside(window, evidenceWith({ issuedOn: "2021-03-01" }, { number: "12/KH-UBND" }, { issuedOn: "2019-05-20" }));
  expect(found).toEqual([
    {
      code: "documentOutsideWindow",
      severity: "warning",
      payload: { issuedOn: "2019-05-20", period: "2021", ...window },
      location: { unit: "xa-a", code: "1.1", path: ["items", "1.1", "documents", 2, "issuedOn"] },
    },
  ]);
  found.forEach(expectToBeSaidWell);
  expect(found.map((issue) => formatIssue(issue, "vi"))).toEqual([
    "xa-a · 1.1 · documents.2.issuedOn: tài liệu ban hành ngày 20/5/2019, ngoài thời gian tính cho kỳ “2021” (1/12/2020 đến 30/11/2021). Kiểm tra ngày ban hành, hoặc dùng tài liệu khác.",
  ]);
});

test.each([
  ["whose last day comes before its first", { from: "2021-11-30", to: "2020-12-01" }, ["to: daysOutOfOrder"]],
  ["of days that do not exist", { from: "2021-02-30", to: "31/6/2021" }, ["from: notADate", "to: notADate"]],
])("a window %s is refused", (_, wrong, found) => {
  const evidence = evidenceWith({ issuedOn: "2021-03-01" });
  const outcome = safeDocumentsOutside(wrong, evidence);
  expect(issuesOf(outcome).map(told)).toEqual(found);
  issuesOf(outcome).forEach(expectToBeSaidWell);
  expectTwinToThrow(() => documentsOutside(wrong, evidence), outcome);
});
