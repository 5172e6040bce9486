import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { safeJoinReports } from "../evidence/joinReports";
import type { Bilingual, Language } from "../exact/formatNumber";
import type { Issue } from "../issue/issue";
import type { Result } from "../issue/result";
import { inFile } from "../node/inFile";
import { readBytes } from "../node/readBytes";

/** True of the name of an Excel file. */
export function isWorkbook(file: string): boolean {
  return /\.xlsx$/i.test(file);
}

/** The reports of forms that were filled in with Excel; several of one unit, such as those of its divisions, are joined. */
export async function loadForms(criteria: CriteriaSet, files: readonly string[], lang: Language): Promise<Result<readonly Evidence[]>> {
  const reports: Evidence[] = [];
  const warnings: Issue[] = [];
  const errors: Issue[] = [];
  for await (const { outcome } of readForms(criteria, files, lang)) {
    if (outcome.ok) {
      reports.push(outcome.value);
      warnings.push(...outcome.warnings);
    } else errors.push(...outcome.issues);
  }
  if (errors.length > 0) return { ok: false, issues: [...errors, ...warnings] };
  const joined = safeJoinReports(criteria, reports);
  return joined.ok ? { ...joined, warnings } : { ok: false, issues: [...joined.issues, ...warnings] };
}

/** A form as it was read, with its bytes, so that what is wrong can be marked in it. */
export interface ReadForm {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly outcome: Result<Evidence>;
}

/** Forms one after the other, so that only one is held in memory; tells on a terminal how far it has come. */
export async function* readForms(criteria: CriteriaSet, files: readonly string[], lang: Language): AsyncGenerator<ReadForm> {
  if (files.length === 0) return;
  const { safeParseFormWorkbook } = await import("../workbook/parseFormWorkbook");
  for (const [index, file] of files.entries()) {
    const read = readBytes(file);
    if (!read.ok) yield { file, bytes: new Uint8Array(), outcome: read };
    else yield { file, bytes: read.value, outcome: inFile(file, await safeParseFormWorkbook(criteria, read.value)) };
    tellProgress({ vi: "Đã đọc phiếu", en: "Forms read" }, index + 1, files.length, lang);
  }
}

/** How many of many are done, on a terminal, in one line that is written over. */
export function tellProgress(what: Bilingual, done: number, all: number, lang: Language): void {
  if (process.stderr.isTTY !== true || all < 2) return;
  process.stderr.write(`\r${what[lang]}: ${done}/${all}${done === all ? "\n" : ""}`);
}
