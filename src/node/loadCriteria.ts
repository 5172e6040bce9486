import type { CriteriaSet } from "../criteria/criteriaSet";
import { type ParseCriteriaOptions, type ParsedDraft, safeParseCriteria, safeParseDraft } from "../criteria/parseCriteria";
import { at } from "../issue/issue";
import { type Result, unwrap } from "../issue/result";
import { inFile } from "./inFile";
import { locateEdition } from "./locateEdition";

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
  const found = locateEdition(edition, "criteria");
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
  const found = locateEdition(edition, "criteria");
  if (!found.ok) return found;
  const { file, text } = found.value;
  const parsed = inFile(file, safeParseDraft(text, options));
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  return { ...parsed, value: { ...value, open: value.open.map((one) => at({ file }, one)) } };
}
