import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvScanner } from "../../src/csv/csvScanner";

/** The rows that the scanner tells of, the bytes handed over in pieces of this size. */
function scanned(text: string, separator: string, piece: number): (string[] | "broken")[] {
  const bytes = new TextEncoder().encode(text);
  const rows: (string[] | "broken")[] = [];
  let row: string[] = [];
  const scanner = csvScanner(separator.charCodeAt(0), {
    begin: () => {
      row = [];
    },
    field: (column, lent, from, to) => {
      expect(column).toBe(row.length);
      row.push(new TextDecoder().decode(lent.subarray(from, to)));
    },
    end: (fields) => {
      expect(fields).toBe(row.length);
      rows.push(row);
    },
    broken: () => rows.push("broken"),
  });
  for (let at = 0; at < bytes.length; at += piece) scanner.push(bytes.subarray(at, at + piece));
  scanner.finish();
  return rows;
}

const field = fc.string({ unit: fc.constantFrom("a", "ế", "5", ";", ",", '"', "\n", "\r\n", " "), maxLength: 6 });
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { maxLength: 8 }));

describe("rows and fields of CSV", () => {
  test("are what csv-parse finds, in whatever pieces the bytes come", () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(";", ",", "\t"),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (rows, separator, lineEnd, endsWithLine, piece) => {
          const quoted = (text: string) => (/[";,\n\r\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
          const text = rows.map((row) => row.map(quoted).join(separator)).join(lineEnd) + (endsWithLine ? lineEnd : "");
          const expected = parse(text, { delimiter: separator, skip_empty_lines: true, record_delimiter: lineEnd }) as string[][];
          expect(scanned(text, separator, piece)).toEqual(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["an open mark in the last row", 'a;b\n1;"2\n', [["a", "b"], "broken"]],
    ["an open mark in a row before others", 'a;"b\n1;2\n3;4', ["broken", ["1", "2"], ["3", "4"]]],
    ["text behind a closing mark", 'a;"b"c\n1;2\n', ["broken", ["1", "2"]]],
    ["a mark inside a field", 'a;b"c"\n', [["a", 'b"c"']]],
    [
      "empty lines",
      "\n\r\na;b\n\n1;2\n\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a separator at the end of the file",
      "a;b\n1;",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
  ])("%s", (_, text, expected) => {
    for (const piece of [1, 2, 3, 7, 100]) expect(scanned(text, ";", piece)).toEqual(expected);
  });

  test("a mark that is never closed costs one row of a long file", () => {
    const rows = scanned(`1;"2\n${`3;${"4".repeat(198)}\n`.repeat(10_000)}`, ";", 1 << 16);
    expect(rows[0]).toBe("broken");
    expect(rows).toHaveLength(10_001);
  });
});
