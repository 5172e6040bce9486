import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Language } from "../exact/formatNumber";
import type { Words } from "../issue/fields";
import { isWorkbook, readForms } from "./forms";
import { save } from "./record";

/** Saves each form in which something was found, with that marked in its cells, under its own name into a folder; answers what to print. */
export async function markForms(
  criteria: CriteriaSet,
  files: readonly string[],
  folder: string,
  lang: Language,
): Promise<readonly Words[]> {
  const { safeMarkIssues } = await import("../workbook/markIssues");
  const marked: Words[] = [];
  for await (const { file, bytes, outcome } of readForms(criteria, files.filter(isWorkbook), lang)) {
    const found = outcome.ok ? outcome.warnings : outcome.issues;
    if (found.length === 0) continue;
    const form = await safeMarkIssues(bytes, found, lang);
    // What cannot be opened is told with everything else that is wrong.
    if (!form.ok) continue;
    const out = join(folder, basename(file));
    mkdirSync(folder, { recursive: true });
    save(out, form.value);
    marked.push({ vi: `Đã đánh dấu ${found.length} chỗ: ${out}`, en: `Marked (${found.length}): ${out}` });
  }
  return marked;
}
