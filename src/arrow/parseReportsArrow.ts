import { type Table, tableFromIPC } from "apache-arrow";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { readReportRows } from "../evidence/parseReportsCsv";
import { type Result, unwrap } from "../issue/result";

/**
 * The reports in an Arrow table (bảng Arrow), or in the bytes of an Arrow file or stream: the columns of `parseReportsCsv`, a row
 * for each thing said. What is no text is taken as it prints: whole numbers by their digits, days as `2021-01-15`.
 *
 * **Exactness:** text and whole numbers are taken as they are. A column of binary fractions gives the shortest decimal that means
 * the same fraction: what was written 82.5 is 82.5 again, what was computed may not be what was meant.
 * **Errors:** {@link ParError} as `parseReportsCsv`; the headings stand in line 1.
 *
 * @example
 * ```ts
 * import { parseReports } from "par-index";
 * import { parseReportsArrow, reportsToArrow } from "par-index/arrow";
 * import { loadCriteria } from "par-index/node";
 *
 * const tiny = loadCriteria("example/tiny");
 * const reports = parseReports(tiny, {
 *   unit: { id: "a", name: "Xã A", group: "commune" }, period: "2021", round: "selfAssessed", items: { "1.2": { done: 9, due: 10 } },
 * });
 * parseReportsArrow(tiny, reportsToArrow(tiny, reports)); // => reports
 * ```
 */
export function parseReportsArrow(criteria: CriteriaSet, table: Table | Uint8Array): readonly Evidence[] {
  return unwrap(safeParseReportsArrow(criteria, table));
}

/** {@link parseReportsArrow} that answers a {@link Result} and never throws. */
export function safeParseReportsArrow(criteria: CriteriaSet, table: Table | Uint8Array): Result<readonly Evidence[]> {
  return readReportRows(criteria, rowsOf(table instanceof Uint8Array ? tableFromIPC(table) : table));
}

function rowsOf(table: Table) {
  const headings = table.schema.fields.map(({ name }) => name);
  const columns = headings.map((name) => table.getChild(name));
  const body = Array.from({ length: table.numRows }, (_, row) => ({
    line: row + 2,
    fields: columns.map((column) => textOf(column?.get(row))),
  }));
  return [{ line: 1, fields: headings }, ...body];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
