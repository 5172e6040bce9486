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
  const folder = mkdtempSync(join(tmpdir(), "par-index-"));
  try {
    writeFileSync(join(folder, "written.xlsx"), await workbookOf(sheets));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const convert = ["--headless", "--convert-to", "xlsx", "--outdir", join(folder, "computed"), join(folder, "written.xlsx")];
    execFileSync("soffice", [profile, ...convert], { stdio: "pipe" });
    const { sheets: read } = await readXlsx(readFileSync(join(folder, "computed", "written.xlsx")));
    return read[0]?.rows ?? [];
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
