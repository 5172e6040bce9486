import { type Cell, openXlsx, parseCellRef, type Sheet, saveXlsx } from "hucre/xlsx";
import { type CriteriaSet, type Evidence, type Issue, parseCriteria, parseEvidence } from "par-index";
import { formWorkbook, safeParseFormWorkbook } from "par-index/workbook";
import everyCell from "./everyCell.criteria.json";

/** A small set with a cell of every sort; its form has them from F11 to F24. */
export const criteria: CriteriaSet = parseCriteria(everyCell);
export const unit = { id: "xa-a", name: "Xã A", group: "commune" } as const;

/** What stands in the form before anyone spoils it. */
export const filled: Evidence = parseEvidence(criteria, {
  unit,
  period: "2021",
  round: "selfAssessed",
  items: {
    "1.1": { option: "onTime", documents: [{ number: "12/KH-UBND", issuedOn: "2021-01-15" }] },
    "1.2": { budget: true, report: false },
    "1.3": { dueOn: "2021-12-15", doneOn: "2021-12-20" },
    "2.1": { done: 955, due: 1000 },
    "2.2": { percent: "95.5" },
    "2.3": { actual: "750.75", plan: "1001" },
    "2.4": { points: "0.5" },
  },
});

export function form(of: CriteriaSet = criteria): Promise<Uint8Array> {
  return formWorkbook(of, { unit, period: "2021", filled });
}

/** The form with its sheets edited, as a spreadsheet would save it. */
export async function edited(edit: (sheets: Sheet[]) => void, of?: Uint8Array): Promise<Uint8Array> {
  const workbook = await openXlsx(of ?? (await form()), { readStyles: true });
  edit(workbook.sheets);
  return saveXlsx(workbook);
}

/** The sheet of figures, or another by its name. */
export function sheetOf(sheets: readonly Sheet[], name = "Phiếu"): Sheet {
  return sheets.find((sheet) => sheet.name === name) as Sheet;
}

/** Writes into a cell, which keeps its looks but for the number format where one is given. */
export function write(sheet: Sheet, name: string, written: Partial<Cell>, numFmt?: string): void {
  const { row, col } = parseCellRef(name);
  const cell: Cell = { ...(sheet.cells?.get(`${row},${col}`) ?? { type: "string" }), ...typed(written) } as Cell;
  sheet.cells?.set(`${row},${col}`, numFmt === undefined ? cell : { ...cell, style: { ...cell.style, numFmt } });
  while (sheet.rows.length <= row) sheet.rows.push([]);
  (sheet.rows[row] as unknown[])[col] = cell.value;
}

function typed({ value = null, ...written }: Partial<Cell>): Partial<Cell> {
  const type = value === null ? "empty" : value instanceof Date ? "date" : (typeof value as "string");
  return { value, type: written.formula === undefined ? type : "formula", ...written };
}

/** The old places of rows or columns in their new order; `undefined` is a new one. */
export type Order = readonly (number | undefined)[];

/** A sheet with its rows and columns in another order; merged cells come apart. */
export function arrange(
  sheet: Sheet,
  { rows, columns }: { readonly rows?: (order: Order) => Order; readonly columns?: (order: Order) => Order },
): void {
  const { cells = new Map<string, Cell>(), rowDefs, columns: widths = [] } = sheet;
  const [down, across] = [[...sheet.rows.keys()], [...widths.keys()]];
  const [inRows, inColumns] = [rows?.(down) ?? down, columns?.(across) ?? across];
  const placed = inRows.flatMap((row, at) =>
    inColumns.flatMap((column, beside): (readonly [string, Cell])[] => {
      const cell = cells.get(`${row},${column}`);
      return cell === undefined ? [] : [[`${at},${beside}`, cell]];
    }),
  );
  sheet.cells = new Map(placed);
  sheet.rows = inRows.map((row) => inColumns.map((column) => cells.get(`${row},${column}`)?.value ?? null));
  sheet.rowDefs = new Map(inRows.flatMap((row, at) => (row !== undefined && rowDefs?.has(row) ? [[at, rowDefs.get(row) ?? {}]] : [])));
  sheet.columns = inColumns.map((column) => (column === undefined ? {} : (widths[column] ?? {})));
  sheet.merges = [];
  sheet.dataValidations = [];
}

/** An issue as `code sheet!cell`; a warning with `~` before it. */
export function toldOf({ code, severity, location: { sheet, cell } }: Issue): string {
  const place = [sheet, cell].filter((part) => part !== undefined).join("!");
  return `${severity === "warning" ? "~" : ""}${code}${place === "" ? "" : ` ${place}`}`;
}

/** What is told of a form, and what is read from it. */
export async function readBack(
  bytes: Uint8Array,
): Promise<{ readonly told: readonly string[]; readonly items: Evidence["items"] | undefined }> {
  const read = await safeParseFormWorkbook(criteria, bytes);
  return { told: (read.ok ? read.warnings : read.issues).map(toldOf), items: read.ok ? read.value.items : undefined };
}
