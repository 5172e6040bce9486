import { type Cell, openXlsx, parseCellRef, type Sheet, saveXlsx } from "hucre/xlsx";
import type { Language } from "../exact/formatNumber";
import { formatIssue } from "../issue/formatIssue";
import type { Issue } from "../issue/issue";
import { type Result, result, unwrap } from "../issue/result";
import { inputFills, looks } from "./looks";
import { safeReadSheets } from "./readSheets";
import { type NamedRange, printedNames } from "./sheet";

/**
 * A form with its issues marked (phiếu đã đánh dấu lỗi), to be returned to who filled it in: each in a comment on its cell, which is
 * shaded, and all of them listed on a sheet of their own at the front. Marks of an earlier time are taken away; what people wrote in
 * cells and comments stays, so that the form is mended and sent again.
 *
 * **Errors:** {@link ParError} for what is no Excel file, or too large for one.
 *
 * @example
 * ```ts
 * import { issue } from "par-index";
 * import { loadCriteria } from "par-index/node";
 * import { formWorkbook, markIssues } from "par-index/workbook";
 *
 * const form = await formWorkbook(loadCriteria("example/tiny"), { unit: { group: "commune" } });
 * const found = issue("negative", { received: "-1" }, { sheet: "Phiếu", cell: "F10" });
 * (await markIssues(form, [found], "vi")).length > form.length; // => true
 * ```
 */
export async function markIssues(form: Uint8Array, issues: readonly Issue[], language: Language): Promise<Uint8Array> {
  return unwrap(await safeMarkIssues(form, issues, language));
}

/** {@link markIssues} that answers a {@link Result} and never throws. */
export async function safeMarkIssues(form: Uint8Array, issues: readonly Issue[], language: Language): Promise<Result<Uint8Array>> {
  const readable = await safeReadSheets(form);
  if (!readable.ok) return readable;
  const bytes = await withMarks(form, issues, language);
  return result([], () => bytes);
}

async function withMarks(form: Uint8Array, issues: readonly Issue[], language: Language): Promise<Uint8Array> {
  const workbook = await openXlsx(form, { readStyles: true });
  const sheets = workbook.sheets.filter(({ name }) => name !== listName);
  for (const sheet of sheets) {
    unmark(sheet);
    for (const [cell, found] of byCell(issues, sheet.name)) mark(sheet, cell, found, language);
  }
  const listed = issues.length === 0 ? [] : [listOf(issues, language)];
  workbook.sheets = [...listed, ...sheets];
  workbook.namedRanges = [...(workbook.namedRanges ?? []), ...sheets.flatMap(namedPrint)];
  return saveXlsx(workbook);
}

/** Takes what is printed of a sheet out of its page setup, to be named with quotes. */
function namedPrint({ name, pageSetup = {} }: Sheet): readonly NamedRange[] {
  const { printArea, printTitlesRow, printTitlesColumn } = pageSetup;
  for (const key of ["printArea", "printTitlesRow", "printTitlesColumn"] as const) delete pageSetup[key];
  return printedNames(name, { titles: rangesIn(printTitlesColumn, printTitlesRow), area: rangesIn(printArea) });
}

function rangesIn(...stated: readonly (string | undefined)[]): readonly string[] {
  return stated.flatMap((ranges) => ranges?.split(",") ?? []);
}

/** The sheet on which the issues are listed. */
const listName = "Cần sửa";

/** The line below which our marks stand in a comment: what people wrote stands above it, and stays. */
const author = "par-index";
const heading = `${author}:`;

function byCell(issues: readonly Issue[], sheet: string): ReadonlyMap<string, readonly Issue[]> {
  const cells = new Map<string, Issue[]>();
  for (const found of issues) {
    const { cell } = found.location;
    if (found.location.sheet === sheet && cell !== undefined) cells.set(cell, [...(cells.get(cell) ?? []), found]);
  }
  return cells;
}

function unmark({ cells }: Sheet): void {
  for (const cell of cells?.values() ?? []) {
    const [theirs = "", ...marks] = cell.comment?.text.split(heading) ?? [];
    if (cell.comment === undefined || marks.length === 0) continue;
    if (theirs.trim() === "") delete cell.comment;
    else cell.comment = { ...cell.comment, text: theirs.trimEnd() };
    if (isInput(cell)) cell.style = { ...cell.style, fill: inputFills.plain };
  }
}

function mark(sheet: Sheet, name: string, issues: readonly Issue[], language: Language): void {
  const [row, column] = placeOf(name);
  sheet.cells ??= new Map();
  const key = `${row},${column}`;
  const cell: Cell = sheet.cells.get(key) ?? { value: null, type: "empty", style: looks.input };
  const marks = [heading, ...issues.map((found) => formatIssue({ ...found, location: {} }, language))];
  const comment =
    cell.comment === undefined ? { author, text: marks.join("\n") } : { ...cell.comment, text: [cell.comment.text, ...marks].join("\n") };
  const style = isInput(cell) ? { style: { ...cell.style, fill: inputFills.marked } } : {};
  sheet.cells.set(key, { ...cell, ...style, comment });
}

/** Only cells that can be filled in are shaded. */
function isInput({ style }: Cell): boolean {
  return style?.protection?.locked === false;
}

function placeOf(name: string): readonly [row: number, column: number] {
  const { row, col } = parseCellRef(name);
  return [row, col];
}

function listOf(issues: readonly Issue[], language: Language): Sheet {
  const words = { vi: ["STT", "Trang", "Ô", "Tiêu chí", "Nội dung cần sửa"], en: ["No.", "Sheet", "Cell", "Criterion", "What to mend"] }[
    language
  ];
  const rows = issues.map((found, index) => {
    const { sheet = "", cell = "", code = "", title = "" } = found.location;
    return [index + 1, sheet, cell, `${code} ${title}`.trim(), formatIssue({ ...found, location: {} }, language)];
  });
  const cells = [words, ...rows].flatMap((row, at) =>
    row.map((value, column): [string, Cell] => [
      `${at},${column}`,
      {
        value,
        type: typeof value === "number" ? "number" : "string",
        style: at === 0 ? looks.heading : column === 0 ? looks.number : looks.text,
      },
    ]),
  );
  return {
    name: listName,
    rows: [words, ...rows],
    cells: new Map(cells),
    columns: [6, 14, 8, 40, 90].map((width) => ({ width })),
    freezePane: { rows: 1 },
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}
