import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { editionDigest } from "../../src/audit/editionDigest";
import { safeParseDraft } from "../../src/criteria/parseCriteria";
import type { CatalogueEntry } from "../../src/node/catalogue";

/** The folder of editions in this checkout. */
export const criteriaPath = fileURLToPath(new URL("../../criteria/", import.meta.url));

/** Paths of all files of that name below the folder of editions, in order. */
export function filesNamed(name: string): readonly string[] {
  return readdirSync(criteriaPath, { recursive: true, encoding: "utf8" })
    .filter((path) => path === name || path.endsWith(`/${name}`))
    .sort();
}

export function readText(path: string): string {
  return readFileSync(`${criteriaPath}${path}`, "utf8");
}

/** The catalogue that the editions in the folder make. */
export function catalogueText(): string {
  const entries = [
    ...filesNamed("criteria.json").map((file) => entryOf(file, isDraft(file) ? "draft" : "criteria")),
    ...filesNamed("structure.json").map((file) => entryOf(file, "structure")),
    ...filesNamed("units.json").map((file) => entryOf(file, "units")),
    ...filesNamed("survey.json").map((file) => entryOf(file, "questionnaire")),
    ...filesNamed("plan.json").map((file) => entryOf(file, "plan")),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  return `${JSON.stringify({ editions: entries }, null, 2)}\n`;
}

/** True when the file leaves a maximum, a rule, a policy or the grading open. */
export function isDraft(file: string): boolean {
  const draft = safeParseDraft(readText(file));
  return draft.ok && draft.value.open.length > 0;
}

function entryOf(file: string, holds: CatalogueEntry["holds"]) {
  const content = JSON.parse(readText(file));
  const { id, revision = 1, status, title, year, periods = [String(year)] } = content;
  const source = file.replace(/[^/]+$/, "source.json");
  const { alias } = filesNamed("source.json").includes(source) ? JSON.parse(readText(source)) : {};
  const digest = editionDigest(content);
  return { id, ...(alias === undefined ? {} : { alias }), holds, revision, status, title, periods, file, digest };
}
