import type { DataColumn } from "./toColumns";

/** The name of the JSON shape of columns, so that a later shape can be told apart. */
const columnsFormat = "par-index/columns/1";

/**
 * Columns as JSON text (số liệu dạng JSON): what each column is, then the rows as objects. Integers are numbers; decimals and exact
 * values are text, since a JSON number may lose its digits.
 *
 * @example
 * ```ts
 * import { columnsToJson } from "par-index";
 * JSON.parse(columnsToJson([{ name: "points", title: { vi: "Điểm" }, type: "decimal", places: 2, unit: "points", values: ["1.00"] }])).rows; // => [{ points: "1.00" }]
 * ```
 */
export function columnsToJson(columns: readonly DataColumn[]): string {
  const rows = columns[0]?.values.map((_, row) => Object.fromEntries(columns.map(({ name, values }) => [name, values[row] ?? null]))) ?? [];
  return `${JSON.stringify({ format: columnsFormat, columns: columns.map(({ values: _, ...column }) => column), rows })}\n`;
}
