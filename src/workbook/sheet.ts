import { type Cell, cellRef, type DataValidation, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { dayAsDate } from "../exact/civilDate";
import { type Look, looks } from "./looks";

/** A cell as it is laid out: what it holds, how it looks, and over how many columns and rows it spreads. */
export interface SheetCell {
  /** Text stays text, whatever it begins with; a number is shown by its look or `format`. */
  readonly value?: string | number | undefined;
  readonly formula?: string | undefined;
  readonly look: Look;
  /** The number format, where the look has none or another. */
  readonly format?: string | undefined;
  readonly across?: number | undefined;
  readonly down?: number | undefined;
}

export interface SheetRow {
  /** From the first column on; `undefined` leaves a cell as it is. */
  readonly cells: readonly (SheetCell | undefined)[];
  /** In points; as high as its text needs where it does not say. */
  readonly height?: number | undefined;
  readonly hidden?: boolean | undefined;
}

/** A sheet as it is laid out: rows from the top, and what holds for all of it. */
export interface SheetContent {
  readonly name: string;
  /** In characters, from the first column on; a column of width 0 is hidden. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  readonly frozen?: { readonly rows?: number; readonly columns?: number } | undefined;
  /** The row that is printed at the top of every page, from 0. */
  readonly repeated?: number | undefined;
  readonly validations?: readonly DataValidation[] | undefined;
  /** Only cells that look like input can be changed. Without a password: it guards against slips. */
  readonly locked?: boolean | undefined;
  readonly orientation?: "portrait" | "landscape" | undefined;
  readonly footer?: string | undefined;
  readonly hidden?: boolean | undefined;
}

/** The day that every workbook bears, so that the same content gives the same bytes; when it was made is for the file system to say. */
const anyDay = "2000-01-01";

/** An Excel file (.xlsx) of these sheets: the same bytes for the same content. */
export async function writeSheets(title: string, sheets: readonly SheetContent[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(laidOut),
    properties: { title, creator: "par-index", created: dayAsDate(anyDay), modified: dayAsDate(anyDay) },
    defaultFont: looks.plain.font,
    workbookProtection: { lockStructure: true },
  });
}

/** A cell by row and column, both from 0, as people call it: `F12`. */
export function cellName(row: number, column: number): string {
  return cellRef(row, column);
}

/** A cell that stays the same when a formula is copied: `$F$12`. */
export function fixedCell(row: number, column: number): string {
  return cellRef(row, column).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
}

function laidOut(content: SheetContent): WriteSheet {
  const { name, widths, rows, frozen, repeated, validations, locked, orientation, footer, hidden } = content;
  const cells = new Map<string, Partial<Cell>>();
  const merges: NonNullable<WriteSheet["merges"]> = [];
  for (const { row, column, cell } of placedCells(rows)) {
    const { across = 1, down = 1 } = cell;
    const last = { row: row + down - 1, column: column + across - 1 };
    // Each cell of a block bears its look, or the block would have no border.
    for (let at = row; at <= last.row; at += 1) {
      for (let beside = column; beside <= last.column; beside += 1)
        cells.set(`${at},${beside}`, written({ look: cell.look, format: cell.format }));
    }
    cells.set(`${row},${column}`, written(cell));
    if (across * down > 1) merges.push({ startRow: row, startCol: column, endRow: last.row, endCol: last.column });
  }
  return {
    name,
    columns: widths.map((width) => (width === 0 ? { width: 4, hidden: true } : { width })),
    rows: rows.map(({ cells: placed }) => placed.map(() => null)),
    cells,
    merges,
    rowDefs: new Map(
      rows.map((row, index) => [index, { height: row.height ?? heightOf(row, widths), ...(row.hidden === true ? { hidden: true } : {}) }]),
    ),
    ...(frozen === undefined ? {} : { freezePane: frozen }),
    ...(validations === undefined ? {} : { dataValidations: [...validations] }),
    ...(locked === true ? { protection: { sheet: true, formatColumns: true, formatRows: true } } : {}),
    ...(hidden === true ? { veryHidden: true } : {}),
    pageSetup: {
      paperSize: "a4",
      orientation: orientation ?? "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.4, header: 0.3, footer: 0.3 },
      ...(repeated === undefined ? {} : { printTitlesRow: `$${repeated + 1}:$${repeated + 1}` }),
    },
    headerFooter: { oddFooter: `&L${(footer ?? "").replaceAll("&", "&&")}&R&P/&N` },
  };
}

function placedCells(rows: readonly SheetRow[]) {
  return rows.flatMap(({ cells }, row) => cells.flatMap((cell, column) => (cell === undefined ? [] : [{ row, column, cell }])));
}

function written(cell: SheetCell): Partial<Cell> {
  const style = styleOf(cell);
  if (cell.formula !== undefined) return { value: null, type: "formula", formula: cell.formula, style };
  if (cell.value === undefined) return { value: null, type: "empty", style };
  return { value: cell.value, type: typeof cell.value === "number" ? "number" : "string", style };
}

function styleOf({ look, format }: SheetCell) {
  return format === undefined ? looks[look] : { ...looks[look], numFmt: format };
}

/** As high as the text of its cells needs, estimated from their widths; a cell that goes on below spreads over its rows. */
function heightOf({ cells }: SheetRow, widths: readonly number[]): number {
  const lines = cells.map((cell, column) => {
    if (typeof cell?.value !== "string") return 1;
    const width = widths.slice(column, column + (cell.across ?? 1)).reduce((sum, one) => sum + one, 0);
    return linesIn(cell.value, width) / (cell.down ?? 1);
  });
  return Math.ceil(Math.max(1, ...lines) * lineHeight) + 3;
}

/** Of a line of 12-point type, in points. */
const lineHeight = 16;

/** How many lines a text takes in a width of so many characters, by its words. */
function linesIn(text: string, width: number): number {
  return text
    .split("\n")
    .map((line) => Math.max(1, Math.ceil((line.length * 1.08) / Math.max(1, width))))
    .reduce((sum, one) => sum + one, 0);
}
