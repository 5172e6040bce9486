import { join } from "node:path";
import type { CriteriaSet } from "../criteria/criteriaSet";
import { type ParseCriteriaOptions, type ParsedDraft, safeParseCriteria, safeParseDraft } from "../criteria/parseCriteria";
import { at, type Issue, issue } from "../issue/issue";
import { type Result, unwrap } from "../issue/result";
import { type CatalogueEntry, criteriaFolder, editions, sha256 } from "./catalogue";
import { readTextFile } from "./readTextFile";

/**
 * A criteria set by the id or short name of an edition (see `editions`), or by the path of a file, which ends in `.json`.
 *
 * **Errors:** {@link ParError} with every issue, located by line, also when the set is a draft with open points (see
 * {@link loadDraft}); {@link safeLoadCriteria} answers them instead.
 *
 * @example
 * ```ts
 * import { loadCriteria } from "par-index/node";
 * loadCriteria("example/tiny").leaves.map(({ code }) => code); // => ["1.1", "1.2", "2"]
 * ```
 */
export function loadCriteria(edition: string, options: ParseCriteriaOptions = {}): CriteriaSet {
  return unwrap(safeLoadCriteria(edition, options));
}

/** {@link loadCriteria} that answers a {@link Result} and never throws. */
export function safeLoadCriteria(edition: string, options: ParseCriteriaOptions = {}): Result<CriteriaSet> {
  const found = locateCriteria(edition);
  if (!found.ok) return found;
  const { file, text } = found.value;
  return inFile(file, safeParseCriteria(text, options));
}

/**
 * A criteria set that may still be open (bộ tiêu chí đang soạn), by the same names as {@link loadCriteria}, and what it leaves open.
 *
 * **Errors:** as {@link loadCriteria}, but for what is open; {@link safeLoadDraft} answers them instead.
 *
 * @example
 * ```ts
 * import { loadDraft } from "par-index/node";
 * loadDraft("example/tiny").open; // => []
 * ```
 */
export function loadDraft(edition: string, options: Omit<ParseCriteriaOptions, "readings"> = {}): ParsedDraft {
  return unwrap(safeLoadDraft(edition, options));
}

/** {@link loadDraft} that answers a {@link Result} and never throws. */
export function safeLoadDraft(edition: string, options: Omit<ParseCriteriaOptions, "readings"> = {}): Result<ParsedDraft> {
  const found = locateCriteria(edition);
  if (!found.ok) return found;
  const { file, text } = found.value;
  const parsed = inFile(file, safeParseDraft(text, options));
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  return { ...parsed, value: { ...value, open: value.open.map((one) => at({ file }, one)) } };
}

/** Where a criteria set is and what its file says: an edition of the catalogue whose digest holds, or a file by its path. */
export function locateCriteria(edition: string): Result<{ readonly file: string; readonly text: string }> {
  if (typeof edition === "string" && edition.endsWith(".json")) return withFile(edition);
  if (typeof edition !== "string" || !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(edition))
    return failure(issue("badEditionId", { id: String(edition) }));
  const known = editions();
  const entry = known.find(({ id, alias }) => id === edition || alias === edition);
  if (entry === undefined) return failure(issue("unknownEdition", { id: edition, nearest: nearest(edition, known) }));
  if (entry.holds === "structure") return failure(issue("structureOnly", { id: entry.id }));
  const read = withFile(join(criteriaFolder(), entry.file));
  if (read.ok && sha256(read.value.text) !== entry.sha256) {
    return failure(issue("editionChanged", { id: entry.id, expected: entry.sha256, found: sha256(read.value.text) }));
  }
  return read;
}

/** What was found in a text, located in the file that holds it. */
function inFile<T>(file: string, parsed: Result<T>): Result<T> {
  return parsed.ok
    ? { ...parsed, warnings: parsed.warnings.map((warning) => at({ file }, warning)) }
    : { ok: false, issues: parsed.issues.map((one) => at({ file }, one)) };
}

function withFile(file: string): Result<{ readonly file: string; readonly text: string }> {
  const read = readTextFile(file);
  return read.ok ? { ...read, value: { file, text: read.value } } : read;
}

function failure(found: Issue): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [found] };
}

/** Editions whose id shares a part with what was asked for. */
function nearest(edition: string, known: readonly CatalogueEntry[]): string[] {
  const asked = edition.split("/");
  return known
    .filter(({ id, alias }) => [...id.split("/"), alias].some((part) => part !== undefined && asked.some((word) => part.includes(word))))
    .map(({ id }) => id)
    .slice(0, 3);
}
