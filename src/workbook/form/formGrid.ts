import { type Issue, issue } from "../../issue/issue";
import type { FilledCell, FilledSheet } from "../readSheets";
import { cellName } from "../sheet";
import { plain, shownText } from "./readCell";

/** A table of a form as it came back: its rows by their anchors, its columns by their keys, wherever they stand now. */
export interface FormGrid {
  readonly sheet: FilledSheet;
  /** The row that names the columns. */
  readonly keyRow: number;
  /** The row of headings, below that of keys: the first below it that came with the form. */
  readonly headingRow: number;
  /** The column of anchors. */
  readonly anchorColumn: number;
  readonly columns: ReadonlyMap<string, number>;
  /** By the anchor, its row; the first where an anchor stands twice. */
  readonly rows: ReadonlyMap<string, number>;
  /** By the row, its anchor. */
  readonly anchors: ReadonlyMap<number, string>;
  cell(row: number, column: number): FilledCell | undefined;
  readonly issues: readonly Issue[];
}

/** The table whose row of keys bears this anchor; of several sheets that hold one the first, and that the others are too many. */
export function formGrid(sheets: readonly FilledSheet[], anchor: string): FormGrid | undefined {
  const found = sheets.flatMap((sheet) => {
    const key = sheet.cells.find(({ content }) => content.kind === "text" && content.text === anchor);
    return key === undefined ? [] : [{ sheet, key }];
  });
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const grid = gridAt(first.sheet, first.key);
  const tooMany = others.map(({ sheet: { name } }) => issue("formSheetTwice", { other: first.sheet.name }, { sheet: name }));
  return { ...grid, issues: [...grid.issues, ...tooMany] };
}

/** What is wrong with the columns of a table: one that is gone, or that stands under another heading than its own. */
export function columnFaults(grid: FormGrid, columns: readonly { readonly key: string; readonly heading: string }[]): readonly Issue[] {
  return columns.flatMap(({ key, heading }) => {
    const column = grid.columns.get(key);
    if (column === undefined) return [issue("formColumnMissing", { heading }, { sheet: grid.sheet.name })];
    return wordFaults(grid, grid.headingRow, column, heading);
  });
}

/** A cell that does not say what the form said there. */
export function wordFaults({ sheet, cell }: FormGrid, row: number, column: number, expected: string): readonly Issue[] {
  const found = cell(row, column);
  const received = found === undefined ? "" : shownText(found);
  if (plain(received) === plain(expected)) return [];
  return [issue("formRowChanged", { expected, received }, { sheet: sheet.name, cell: cellName(row, column) })];
}

function gridAt(sheet: FilledSheet, { row: keyRow, column: anchorColumn }: FilledCell): FormGrid {
  const placed = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  const issues: Issue[] = [];
  const columns = new Map<string, number>();
  const rows = new Map<string, number>();
  const anchors = new Map<number, string>();
  for (const { row, column, name, content } of sheet.cells) {
    if (content.kind !== "text") continue;
    const place = { sheet: sheet.name, cell: name };
    if (row === keyRow && column !== anchorColumn) {
      const other = columns.get(content.text);
      if (other === undefined) columns.set(content.text, column);
      else
        issues.push(issue("formColumnTwice", { heading: headingOf(placed, keyRow, column), other: nameAt(placed, keyRow, other) }, place));
    }
    if (column === anchorColumn && row !== keyRow) {
      anchors.set(row, content.text);
      const other = rows.get(content.text);
      if (other === undefined) rows.set(content.text, row);
      else if (content.text.includes("/"))
        issues.push(issue("formRowTwice", { row: content.text, other: nameAt(placed, other, anchorColumn) }, place));
    }
  }
  const headingRow = [...anchors.keys()].find((row) => row > keyRow) ?? keyRow + 1;
  return { sheet, keyRow, headingRow, anchorColumn, columns, rows, anchors, cell: (row, column) => placed.get(`${row},${column}`), issues };
}

/** The heading of a column stands right below its key. */
function headingOf(placed: ReadonlyMap<string, FilledCell>, keyRow: number, column: number): string {
  const content = placed.get(`${keyRow + 1},${column}`)?.content;
  return content?.kind === "text" ? content.text : "";
}

function nameAt(placed: ReadonlyMap<string, FilledCell>, row: number, column: number): string {
  return placed.get(`${row},${column}`)?.name ?? "";
}
