import { type Table, tableFromArrays } from "apache-arrow";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import type { EvidenceForm } from "../evidence/evidenceForm";
import { reportColumns } from "../evidence/reportColumns";
import { reportRows } from "../evidence/reportsToCsv";

/**
 * Reports as an Arrow table (bảng Arrow): the columns of `reportsToCsv` by their keys in code, a row for each thing said, all of
 * it text. `parseReportsArrow` reads it back without loss.
 *
 * **Exactness:** every digit is written as it was reported; no figure becomes a binary fraction.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { reportsToArrow } from "par-index/arrow";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const reports = parseReports(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "2": { percent: "82.50" } },
 * });
 * const { unit, code, key, value } = reportsToArrow(tiny, reports).get(1)?.toJSON() ?? {};
 * [unit, code, key, value]; // => ["a", "2", "percent", "82.5"]
 * ```
 */
export function reportsToArrow(criteria: CriteriaSet, reports: readonly (Evidence | EvidenceForm)[]): Table {
  const rows = reports.flatMap((report) => reportRows(criteria, report, "en"));
  return tableFromArrays(Object.fromEntries(reportColumns.map(({ key }) => [key, rows.map((row) => row[key] ?? "")])));
}
