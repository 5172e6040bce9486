import type { DataColumn } from "./toColumns";

/**
 * Columns as CSV for programs (tệp CSV cho phần mềm phân tích): a heading of names, then a row for each unit or node, with a comma
 * between fields and a point in numbers. Text is quoted, numbers are not, and no value is nothing at all, so that no program takes
 * it for zero or for empty text. For spreadsheets that people open by a double click the command line has its own CSV.
 *
 * @example
 * ```ts
 * import { columnsToCsv } from "par-index";
 * columnsToCsv([
 *   { name: "unit", title: { vi: "Đơn vị" }, type: "text", values: ["Xã A", "Xã \"B\""] },
 *   { name: "points", title: { vi: "Điểm" }, type: "decimal", places: 2, unit: "points", values: ["1.00", null] },
 * ]); // => "\"unit\",\"points\"\n\"Xã A\",1.00\n\"Xã \"\"B\"\"\",\n"
 * ```
 */
export function columnsToCsv(columns: readonly DataColumn[]): string {
  const rows = columns[0]?.values.map((_, row) => columns.map(({ type, values }) => field(values[row] ?? null, type))) ?? [];
  return [columns.map(({ name }) => quoted(name)), ...rows].map((fields) => `${fields.join(",")}\n`).join("");
}

/** An exact value may be a fraction, which no program reads as a number. */
function field(value: string | number | null, type: DataColumn["type"]): string {
  if (value === null) return "";
  return type === "integer" || type === "decimal" ? String(value) : quoted(String(value));
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
