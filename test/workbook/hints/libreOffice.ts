import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type CellValue, readXlsx, writeXlsx } from "hucre/xlsx";

/** A cell as it is filled in: a value, or a formula without `=`. */
export type Filled = CellValue | { readonly formula: string };
export type Sheets = Readonly<Record<string, readonly (readonly Filled[])[]>>;

/** True where LibreOffice is at hand (Debian: `apt-get install --no-install-recommends libreoffice-calc`). */
export const hasLibreOffice: boolean = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "soffice")));

/** The values that LibreOffice computes in the first of these sheets. */
export async function computed(sheets: Sheets): Promise<readonly (readonly CellValue[])[]> {
  const [saved] = savedAgain([await workbookOf(sheets)]);
  const { sheets: read } = await readXlsx(saved as Uint8Array);
  return read[0]?.rows ?? [];
}

/** Excel files as LibreOffice saves them, its formulas worked out. */
export function savedAgain(files: readonly Uint8Array[]): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "par-index-"));
  try {
    const names = files.map((_, index) => `${index}.xlsx`);
    for (const [index, file] of files.entries()) writeFileSync(join(folder, `${index}.xlsx`), file);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const written = names.map((name) => join(folder, name));
    const convert = ["--headless", "--convert-to", "xlsx", "--outdir", join(folder, "saved"), ...written];
    execFileSync("soffice", [profile, ...convert], { stdio: "pipe" });
    return names.map((name) => readFileSync(join(folder, "saved", name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function workbookOf(sheets: Sheets): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows.map((row) => row.map((cell) => (isFormula(cell) ? null : cell))),
      cells: new Map(
        rows.flatMap((row, at) =>
          row.flatMap((cell, column) => (isFormula(cell) ? [[`${at},${column}`, { value: null, formula: cell.formula }] as const] : [])),
        ),
      ),
    })),
  });
}

function isFormula(cell: Filled): cell is { readonly formula: string } {
  return typeof cell === "object" && cell !== null && "formula" in cell;
}
