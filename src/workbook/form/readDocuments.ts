import { type Issue, issue, warning } from "../../issue/issue";
import type { FilledCell } from "../readSheets";
import { documentColumns } from "./documentsSheet";
import { columnFaults, type FormGrid } from "./formGrid";
import type { FigureRow, ItemPlace } from "./formRows";
import { type CellReading, plain, readFigure, readText, shownText } from "./readCell";
import { cellLocation, type Reading, reading } from "./reading";

/** What the list of documents says: each document under the criterion, fact or event that it names. */
export function readDocuments(grid: FormGrid, rows: readonly FigureRow[]): readonly Reading[] {
  const places = rows.filter(({ isFirst }) => isFirst);
  const listed = new Map<string, number>();
  return filledLines(grid).flatMap((line) => {
    const code = line.get("code");
    const location = cellLocation(grid.sheet, line.row, grid.columns.get("code") ?? grid.anchorColumn);
    if (code === undefined) return [reading([], location, { value: undefined, issues: [issue("documentUnnamed", {})] })];
    const place = placeNamed(places, code);
    if (place === undefined) return [reading([], location, { value: undefined, issues: [unknownFault(code, places)] })];
    const key = `${place.part}/${place.id}`;
    const index = listed.get(key) ?? 0;
    listed.set(key, index + 1);
    const path = [place.part, place.id, "documents", index];
    return [
      { path, value: {}, location, issues: [] },
      ...documentColumns.flatMap((column) => {
        const cell = column.key === "code" ? undefined : line.get(column.key);
        return cell === undefined
          ? []
          : [reading([...path, column.key], { sheet: grid.sheet.name, cell: cell.name }, readDocumentCell(column.key, cell))];
      }),
    ];
  });
}

/** What is wrong with the list itself; what stands beside it is not read. */
export function listFaults(grid: FormGrid): readonly Issue[] {
  const columns = new Set(grid.columns.values());
  const stray = grid.sheet.cells.filter(({ row, column }) => row > grid.headingRow && column !== grid.anchorColumn && !columns.has(column));
  return [
    ...grid.issues,
    ...columnFaults(grid, documentColumns),
    ...stray.map((cell) => warning("strayCell", { received: shownText(cell) }, { sheet: grid.sheet.name, cell: cell.name })),
  ];
}

interface Line {
  readonly row: number;
  get(key: string): FilledCell | undefined;
}

/** The lines below the headings in which anything stands. */
function filledLines(grid: FormGrid): readonly Line[] {
  const keyOf = new Map([...grid.columns].map(([key, column]) => [column, key]));
  const lines = new Map<number, Map<string, FilledCell>>();
  for (const cell of grid.sheet.cells) {
    const key = keyOf.get(cell.column);
    if (cell.row <= grid.headingRow || key === undefined) continue;
    const line = lines.get(cell.row) ?? new Map<string, FilledCell>();
    lines.set(cell.row, line.set(key, cell));
  }
  return [...lines].map(([row, cells]) => ({ row, get: (key) => cells.get(key) }));
}

/** The criterion of a code; one that a spreadsheet took for a number, such as 1.1 for 1.10, only where no other is as near. */
function placeNamed(places: readonly FigureRow[], { content }: FilledCell): ItemPlace | undefined {
  const found =
    content.kind === "number"
      ? places.filter(({ number }) => Number(number) === Number(content.text))
      : places.filter(({ number }) => content.kind === "text" && plain(number) === plain(content.text));
  return found.length === 1 ? found[0]?.place : undefined;
}

function unknownFault(cell: FilledCell, places: readonly FigureRow[]): Issue {
  return issue("notPicked", { received: shownText(cell), choices: places.map(({ number }) => number) });
}

function readDocumentCell(key: string, cell: FilledCell): CellReading {
  return key === "issuedOn" ? readFigure(issuedOn, cell) : readText(cell);
}

const issuedOn = { key: "issuedOn", type: "date", label: { vi: "Ngày ban hành" } } as const;
