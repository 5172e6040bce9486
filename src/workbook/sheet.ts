import { type Cell, type CellStyle, cellRef, type DataValidation, type WriteSheet, writeXlsx } from "hucre/xlsx";
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
  /** The heading row and the last row of a table that readers may filter, from 0; as wide as the heading. */
  readonly filtered?: { readonly heading: number; readonly last: number } | undefined;
  /** Too wide for one page: printed over several, with so many first columns on each. */
  readonly repeatedColumns?: number | undefined;
}

/** A name of a workbook. */
export type NamedRange = NonNullable<Parameters<typeof writeXlsx>[0]["namedRanges"]>[number];

/** The day that every workbook bears, so that the same content gives the same bytes; when it was made is for the file system to say. */
const anyDay = "2000-01-01";

/** An Excel file (.xlsx) of these sheets: the same bytes for the same content. */
export async function writeSheets(title: string, sheets: readonly SheetContent[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(laidOut),
    properties: { title, creator: "par-index", created: dayAsDate(anyDay), modified: dayAsDate(anyDay) },
    namedRanges: sheets.flatMap(repeatedParts),
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
  const { name, widths, rows, frozen, validations, locked, orientation, footer, hidden, filtered, repeatedColumns } = content;
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
      heightsOf(rows, widths).map((height, index) => [index, { height, ...(rows[index]?.hidden === true ? { hidden: true } : {}) }]),
    ),
    ...(frozen === undefined ? {} : { freezePane: frozen }),
    ...(validations === undefined ? {} : { dataValidations: [...validations] }),
    ...(filtered === undefined ? {} : { autoFilter: { range: filterRange(rows, filtered) } }),
    ...(locked === true ? { protection: { sheet: true, formatColumns: true, formatRows: true } } : {}),
    ...(hidden === true ? { veryHidden: true } : {}),
    pageSetup: {
      paperSize: "a4",
      orientation: orientation ?? "landscape",
      ...(repeatedColumns === undefined ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L&9 ${(footer ?? "").replaceAll("&", "&&")}&R&9 &P/&N` },
  };
}

function repeatedParts({ name, repeated, repeatedColumns }: SheetContent): readonly NamedRange[] {
  return printedNames(name, {
    titles: [
      ...(repeatedColumns === undefined ? [] : [`$A:$${cellRef(0, repeatedColumns - 1).replace(/\d+$/, "")}`]),
      ...(repeated === undefined ? [] : [`$${repeated + 1}:$${repeated + 1}`]),
    ],
  });
}

/**
 * What is printed of a sheet, and on every page of it, as names of a workbook. Named here, since hucre leaves out the quotes without
 * which Excel takes a file for damaged where a sheet's name has a blank.
 */
export function printedNames(
  sheet: string,
  { titles = [], area = [] }: { readonly titles?: readonly string[]; readonly area?: readonly string[] },
): readonly NamedRange[] {
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  return Object.entries({ Print_Titles: titles, Print_Area: area }).flatMap(([name, parts]) =>
    parts.length === 0 ? [] : [{ name: `_xlnm.${name}`, range: parts.map((part) => `${quoted}!${part}`).join(","), scope: sheet }],
  );
}

function filterRange(rows: readonly SheetRow[], { heading, last }: NonNullable<SheetContent["filtered"]>): string {
  const width = rows[heading]?.cells.length ?? 1;
  return `${cellRef(heading, 0)}:${cellRef(last, width - 1)}`;
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

/** How high each row is: as its text needs, estimated from the widths; a cell that goes on below spreads over its rows. */
function heightsOf(rows: readonly SheetRow[], widths: readonly number[]): readonly number[] {
  const lines = rows.map(() => 1);
  const needed = placedCells(rows).map(({ row, column, cell }) => ({ row, down: cell.down ?? 1, lines: linesOf(cell, column, widths) }));
  // What stands in one row first: only what that leaves short of a block is then shared out over its rows.
  for (const cell of needed.filter(({ down }) => down === 1)) lines[cell.row] = Math.max(lines[cell.row] ?? 1, cell.lines);
  for (const cell of needed.filter(({ down }) => down > 1)) {
    const there = lines.slice(cell.row, cell.row + cell.down).reduce((sum, one) => sum + one, 0);
    const more = Math.max(0, cell.lines - there) / cell.down;
    for (let at = cell.row; at < cell.row + cell.down; at += 1) lines[at] = (lines[at] ?? 1) + more;
  }
  return rows.map(({ height }, index) => height ?? Math.ceil((lines[index] ?? 1) * lineHeight) + 3);
}

function linesOf({ value, look, across = 1 }: SheetCell, column: number, widths: readonly number[]): number {
  // What stands in a hidden column needs no room.
  if (typeof value !== "string" || widths[column] === 0) return 1;
  const width = widths.slice(column, column + across).reduce((sum, one) => sum + one, 0);
  return linesIn(value, (width - margins) / widthOf(look));
}

/** Of a line of 12-point type, in points. */
const lineHeight = 16;

/** What the borders of a cell take of its width, in characters. */
const margins = 1;

/** Of a letter, as a share of the digits by which columns are measured: bold type is wider. */
function widthOf(look: Look): number {
  const style: CellStyle = looks[look];
  return style.font?.bold === true ? 1.12 : 1.04;
}

/** How many lines a text takes in a width of so many characters: words stay whole where they fit. */
function linesIn(text: string, width: number): number {
  return text
    .split("\n")
    .map((line) => wrappedLines(line, Math.max(1, width)))
    .reduce((sum, one) => sum + one, 0);
}

function wrappedLines(line: string, width: number): number {
  let lines = 1;
  let filled = 0;
  for (const { length } of line.split(" ")) {
    if (filled > 0 && filled + 1 + length > width) {
      lines += 1;
      filled = 0;
    }
    filled += (filled > 0 ? 1 : 0) + length;
    lines += Math.max(0, Math.ceil(filled / width) - 1);
    filled = filled > width ? filled % width : filled;
  }
  return lines;
}
