import { at, type Issue, issue, type Location, warning } from "../../issue/issue";
import { cellWords } from "../cellWords";
import type { FilledCell } from "../readSheets";
import { cellName } from "../sheet";
import { anchors } from "./anchors";
import { type FormColumn, type ItemColumn, isItemColumn } from "./formColumns";
import { columnFaults, type FormGrid, wordFaults } from "./formGrid";
import { anchorOf, type FigureRow, labelOf } from "./formRows";
import { type CellReading, isNotApplicable, readFigure, readMark, readNumberText, readText, shownText } from "./readCell";
import { cellLocation, type Reading, reading } from "./reading";

/** What the rows of the table say, wherever they stand now. */
export function readRows(grid: FormGrid, rows: readonly FigureRow[], columns: readonly FormColumn[]): readonly Reading[] {
  return rows.flatMap((row) => {
    const sheetRow = grid.rows.get(anchorOf(row));
    if (sheetRow === undefined) return [];
    const figure = readFigureCell(grid, row, sheetRow);
    return row.isFirst ? [...figure, ...readItemCells(grid, row, sheetRow, columns)] : figure;
  });
}

/** What is wrong with the table itself: rows and columns that are gone, stand twice, say something else, or came in. */
export function tableFaults(grid: FormGrid, rows: readonly FigureRow[], columns: readonly FormColumn[]): readonly Issue[] {
  return [
    ...grid.issues,
    ...columnFaults(grid, columns),
    ...rows.flatMap((row) => {
      const sheetRow = grid.rows.get(anchorOf(row));
      if (sheetRow === undefined) return [issue("formRowMissing", { row: rowWords(row) }, { sheet: grid.sheet.name, ...criterionOf(row) })];
      return changedWords(grid, row, sheetRow);
    }),
    ...strayCells(grid, rows, columns),
  ];
}

/** A row as people call it. */
function rowWords({ number, title, field }: FigureRow): string {
  return [`${number} ${title}`, ...(field === undefined ? [] : [labelOf(field)])].join(" · ");
}

function criterionOf({ place, number, title }: FigureRow): Location {
  return place.part === "items" ? { code: number, title } : { title };
}

/** A row whose words are not those of its anchor: the visible cells of two rows were exchanged, or the words were changed. */
function changedWords(grid: FormGrid, row: FigureRow, sheetRow: number): readonly Issue[] {
  const expected = {
    ...(row.isFirst ? { number: row.number, title: row.title } : {}),
    ...(row.field === undefined ? {} : { label: labelOf(row.field) }),
  };
  return Object.entries(expected).flatMap(([key, words]) => {
    const column = grid.columns.get(key);
    return column === undefined ? [] : wordFaults(grid, sheetRow, column, words).map((fault) => at(criterionOf(row), fault));
  });
}

/** Cells in which something stands where nothing is filled in, so that it is not read: in a row that came in, beside the table, or on a row of a branch. */
function strayCells(grid: FormGrid, rows: readonly FigureRow[], columns: readonly FormColumn[]): readonly Issue[] {
  const known = new Map(rows.map((row) => [anchorOf(row), row]));
  const keyOf = new Map([...grid.columns].map(([key, column]) => [column, key]));
  const filledIn = new Set(columns.flatMap(({ key }) => (key === "figure" || isItemColumn(key) ? [key as string] : [])));
  const signed = grid.rows.get(anchors.signatures) ?? Number.POSITIVE_INFINITY;
  return grid.sheet.cells.flatMap((cell) => {
    if (cell.row <= grid.headingRow || cell.column === grid.anchorColumn) return [];
    const anchor = grid.anchors.get(cell.row);
    const key = keyOf.get(cell.column);
    const place = { sheet: grid.sheet.name, cell: cell.name };
    const received = shownText(cell);
    if (anchor === undefined) return cell.row > signed ? [] : [issue("strayCell", { received }, place)];
    const isInput = key !== undefined && filledIn.has(key);
    if (anchor === anchors.signatures) return [];
    if (anchor === anchors.fixed) return isInput ? [issue("strayCell", { received }, place)] : [];
    const row = known.get(anchor);
    if (row === undefined) return key === "figure" ? [issue("formRowUnknown", { row: anchor }, place)] : [];
    // A column that stands twice is told by its heading.
    if (key === undefined) return grid.cell(grid.keyRow, cell.column) === undefined ? [warning("strayCell", { received }, place)] : [];
    const isOfWhole = isItemColumn(key as ItemColumn) && !row.isFirst;
    const hasNoFigure = key === "figure" && row.field === undefined;
    return isOfWhole || hasNoFigure ? [issue("strayCell", { received }, { ...place, ...criterionOf(row) })] : [];
  });
}

function readFigureCell(grid: FormGrid, row: FigureRow, sheetRow: number): readonly Reading[] {
  const { field, place } = row;
  const column = grid.columns.get("figure");
  if (field === undefined || column === undefined) return [];
  const location = { ...cellLocation(grid.sheet, sheetRow, column), ...criterionOf(row) };
  const path = [place.part, place.id, field.key];
  const cell = grid.cell(sheetRow, column);
  const covered = blockFaults(grid, sheetRow, column);
  if (cell === undefined || covered.length > 0) return [reading(path, location, { value: undefined, issues: covered })];
  const hidden = isHidden(grid, cell) ? [warning("cellHidden", {})] : [];
  if (place.part === "items" && isNotApplicable(cell)) {
    return [reading([place.part, place.id, "notApplicable"], location, { value: true, issues: hidden })];
  }
  const read = readFigure(field, cell);
  return [reading(path, location, { ...read, issues: [...read.issues, ...hidden] })];
}

/** A cell that was merged into another has no place for its figure; what it may still hold nobody sees. */
function blockFaults({ sheet }: FormGrid, row: number, column: number): readonly Issue[] {
  const block = sheet.blocks.find(
    ({ startRow, startCol, endRow, endCol }) =>
      startRow <= row && row <= endRow && startCol <= column && column <= endCol && (startRow !== row || startCol !== column),
  );
  return block === undefined ? [] : [issue("cellInBlock", { first: cellName(block.startRow, block.startCol) })];
}

function isHidden({ sheet }: FormGrid, { row, column }: FilledCell): boolean {
  return sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column);
}

function readItemCells(grid: FormGrid, row: FigureRow, sheetRow: number, columns: readonly FormColumn[]): readonly Reading[] {
  const { part, id } = row.place;
  return columns.flatMap(({ key }) => {
    const column = grid.columns.get(key);
    if (!isItemColumn(key) || column === undefined) return [];
    const location = { ...cellLocation(grid.sheet, sheetRow, column), ...criterionOf(row) };
    const covered = key === "note" ? [] : blockFaults(grid, sheetRow, column);
    if (covered.length > 0) return [reading([part, id, key], location, { value: undefined, issues: covered })];
    const cell = grid.cell(sheetRow, column);
    return cell === undefined ? [] : [reading([part, id, key], location, readItemCell(key, cell))];
  });
}

function readItemCell(key: ItemColumn, cell: FilledCell): CellReading {
  if (key === "accepted") return readMark(cell, cellWords.accepted);
  return key === "givenPoints" ? readNumberText(cell) : readText(cell);
}
