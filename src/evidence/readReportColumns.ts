import type { CsvRow } from "../csv/readCsv";
import { type Issue, issue } from "../issue/issue";
import { plainName } from "./plainName";
import { type ReportColumnKey, reportColumns } from "./reportColumns";

/** Where each column stands in a table. */
export type ReportColumnPlaces = ReadonlyMap<ReportColumnKey, number>;

/** The columns of a table by its heading. A heading is blank only above a column that is blank, which spreadsheets leave at the end. */
export function readReportColumns({ line, fields }: CsvRow): { readonly columns: ReportColumnPlaces; readonly issues: readonly Issue[] } {
  const columns = new Map<ReportColumnKey, number>();
  const issues: Issue[] = [];
  for (const [place, heading] of fields.entries()) {
    const meant = reportColumns.find(({ key, heading: { vi, en } }) =>
      [key, vi, en].some((known) => plainName(known) === plainName(heading)),
    );
    const where = { line, column: place + 1 };
    const earlier = meant === undefined ? undefined : columns.get(meant.key);
    if (meant === undefined && heading !== "") {
      issues.push(issue("reportColumnUnknown", { heading, known: reportColumns.map((column) => column.heading) }, where));
    } else if (earlier !== undefined && meant !== undefined) {
      issues.push(issue("columnTwice", { column: meant.key, headings: [fields[earlier] ?? "", heading] }, where));
    } else if (meant !== undefined) columns.set(meant.key, place);
  }
  for (const column of reportColumns) {
    if (!("optional" in column) && !columns.has(column.key)) {
      issues.push(issue("reportColumnMissing", { column: column.heading }, { line }));
    }
  }
  return { columns, issues };
}
