import { type Issue, issue } from "../issue/issue";
import { csvScanner } from "./csvScanner";
import { fieldText, type ResponseEncoding, shownEncoding } from "./fieldText";
import { firstLine, likeliestSeparator } from "./separator";

/** One row of a CSV file: the line on which it begins, and its fields as text, composed and without blanks at their ends. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** How a CSV file is written, where it is not to be told from the file itself. */
export interface CsvOptions {
  readonly encoding?: ResponseEncoding | undefined;
  readonly separator?: ";" | "," | "\t" | undefined;
}

/** All rows of a CSV file but for those without any text, its heading first; rows that cannot be read are told and left out. */
export function readCsv(
  file: string | Uint8Array,
  { encoding, separator }: CsvOptions = {},
): { readonly rows: readonly CsvRow[]; readonly issues: readonly Issue[] } {
  const rows: CsvRow[] = [];
  const issues: Issue[] = [];
  const { bytes, told } = asciiBased(typeof file === "string" ? new TextEncoder().encode(file) : file, encoding);
  const text = fieldText(told);
  let row: { line: number; fields: string[]; faults: Issue[] } = { line: 1, fields: [], faults: [] };
  const scanner = csvScanner((separator ?? likeliestSeparator(firstLine(bytes))).charCodeAt(0), {
    begin: (line) => {
      row = { line, fields: [], faults: [] };
    },
    field: (column, lent, from, to) => {
      const field = text.read(lent, from, to);
      if (field === undefined) row.faults.push(issue("bytesNotText", {}, { line: row.line, column: column + 1 }));
      row.fields.push(field ?? "");
    },
    end: () => {
      issues.push(...row.faults);
      const { line, fields, faults } = row;
      if (faults.length === 0 && fields.some((field) => field !== "")) rows.push({ line, fields });
    },
    broken: () => void issues.push(issue("quoteNotClosed", {}, { line: row.line })),
  });
  scanner.push(bytes);
  scanner.finish();
  return { rows, issues };
}

/** The bytes behind a byte order mark in an encoding in which ASCII stands for itself, and which one, as far as it is known. */
function asciiBased(file: Uint8Array, stated: ResponseEncoding | undefined) {
  const shown = shownEncoding(file);
  const encoding = stated ?? shown.encoding;
  const bytes = file.subarray(shown.encoding === encoding ? shown.mark : 0);
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    return { bytes: new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)), told: "utf-8" as const };
  }
  return { bytes, told: encoding };
}
