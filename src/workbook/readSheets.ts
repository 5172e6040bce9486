import { type Cell, type CellValue, readXlsx, type Sheet } from "hucre/xlsx";
import { type CivilDate, dateAsDay, dayAsDate } from "../exact/civilDate";
import { shownDecimal } from "../exact/rounding";
import { type Issue, issue } from "../issue/issue";
import type { Result } from "../issue/result";
import { cellName } from "./sheet";
import { expandedSize } from "./zipDirectory";

/** What a cell holds, as the person who filled it in saw it. */
export type CellContent =
  | { readonly kind: "text"; readonly text: string }
  /** The shortest decimal that the spreadsheet shows; `isPercent` where its format shows 0.95 as 95 %. */
  | { readonly kind: "number"; readonly text: string; readonly isPercent: boolean }
  | { readonly kind: "yesNo"; readonly value: boolean }
  | { readonly kind: "day"; readonly day: CivilDate }
  /** An error such as `#DIV/0!`, or a formula that was never worked out. */
  | { readonly kind: "error"; readonly shown: string }
  | { readonly kind: "noResult" };

/** A cell that holds something. */
export interface FilledCell {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** As people call it: `F12`. */
  readonly name: string;
  readonly content: CellContent;
  /** True of a formula that takes its value from another file, which is not opened. */
  readonly isLinked: boolean;
}

/** A sheet as it is read: its filled cells row by row, which rows and columns nobody sees, and which cells stand for a block. */
export interface FilledSheet {
  readonly name: string;
  readonly cells: readonly FilledCell[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly blocks: readonly { readonly startRow: number; readonly startCol: number; readonly endRow: number; readonly endCol: number }[];
}

/** Bounds on a file that comes from outside: far above any form, and low enough to be read at once. */
export const workbookLimits = { bytes: 20_000_000, expanded: 200_000_000, rows: 20_000, columns: 400 } as const;

/**
 * The sheets of an Excel file (.xlsx). Macros and links to other files are not followed; of formulas the results that were
 * saved with them are read.
 */
export async function safeReadSheets(bytes: Uint8Array): Promise<Result<readonly FilledSheet[]>> {
  if (bytes.length > workbookLimits.bytes) return tooLarge("bytes", bytes.length);
  if (isLegacy(bytes)) return failed(issue("workbookUnreadable", { why: "legacy" }));
  const expanded = expandedSize(bytes);
  if (expanded === undefined) return failed(issue("workbookUnreadable", { why: "notZip" }));
  if (expanded > workbookLimits.expanded) return tooLarge("expanded", expanded);
  const read = await readXlsx(bytes, { readStyles: true, maxRows: workbookLimits.rows + 1 }).catch(() => undefined);
  if (read === undefined) return failed(issue("workbookUnreadable", { why: "damaged" }));
  for (const { rows } of read.sheets) {
    if (rows.length > workbookLimits.rows) return tooLarge("rows", rows.length);
    const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (widest > workbookLimits.columns) return tooLarge("columns", widest);
  }
  return { ok: true, value: read.sheets.map(filled), warnings: [] };
}

function tooLarge(what: keyof typeof workbookLimits, found: number): Result<never> {
  return failed(issue("workbookTooLarge", { what, found: String(found), limit: String(workbookLimits[what]) }));
}

function failed(found: Issue): Result<never> {
  return { ok: false, issues: [found] };
}

/** The beginning of .xls files, and of .xlsx files under a password. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

function isLegacy(bytes: Uint8Array): boolean {
  return compoundFile.every((byte, index) => bytes[index] === byte);
}

function filled({ name, rows, cells, rowDefs, columns = [], merges = [] }: Sheet): FilledSheet {
  return {
    name,
    cells: rows.flatMap((row, at) =>
      row.flatMap((value, column) => {
        const cell = cells?.get(`${at},${column}`);
        const content = contentOf(value, cell);
        return content === undefined
          ? []
          : [{ row: at, column, name: cellName(at, column), content, isLinked: cell?.formula?.includes("[") === true }];
      }),
    ),
    hiddenRows: new Set([...(rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden === true ? [row] : []))),
    hiddenColumns: new Set(columns.flatMap(({ hidden }, column) => (hidden === true ? [column] : []))),
    blocks: merges,
  };
}

function contentOf(value: CellValue, cell: Cell | undefined): CellContent | undefined {
  if (cell?.type === "error") return { kind: "error", shown: String(value) };
  if (value === null) return cell?.type === "formula" ? { kind: "noResult" } : undefined;
  if (typeof value === "boolean") return { kind: "yesNo", value };
  if (typeof value === "number") return numberContent(value, placeholdersOf(cell?.style?.numFmt));
  if (typeof value === "string") return value.trim() === "" ? undefined : { kind: "text", text: value };
  return dayContent(value);
}

function numberContent(value: number, placeholders: string): CellContent {
  const thousands = /[0#?](,+)(?![0#?,])/.exec(placeholders)?.[1]?.length ?? 0;
  return { kind: "number", text: shownDecimal(value / 1000 ** thousands), isPercent: placeholders.includes("%") };
}

/** A number format without the words that it adds: a quoted `%` only stands beside the number, it multiplies nothing. */
function placeholdersOf(format = ""): string {
  return format.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, "");
}

/** A day; or a time of no day, as it is shown, or the signs that a spreadsheet shows for what is no day. */
function dayContent(date: Date): CellContent {
  if (!(date >= firstDay && date < afterLastDay)) return { kind: "error", shown: "#####" };
  return date < firstMidnight ? { kind: "text", text: date.toISOString().slice(11, 16) } : { kind: "day", day: dateAsDay(date) };
}

/** Spreadsheets count days from the day zero, which is how they keep a time without a day, to the end of the year 9999. */
const [firstDay, firstMidnight, afterLastDay] = [
  dayAsDate("1899-12-30"),
  dayAsDate("1900-01-01"),
  new Date(dayAsDate("9999-12-31").getTime() + 86_400_000),
];
