/**
 * CSV that spreadsheets open by a double click and {@link readCsv} reads back: UTF-8 with a byte order mark, every field quoted,
 * lines that end as on Windows.
 */
export function writeCsv(rows: readonly (readonly string[])[], separator: ";" | ","): string {
  const lines = rows.map((row) => `${row.map((field) => `"${field.replaceAll('"', '""')}"`).join(separator)}\r\n`);
  return `\uFEFF${lines.join("")}`;
}
