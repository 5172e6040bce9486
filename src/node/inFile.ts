import { at } from "../issue/issue";
import type { Result } from "../issue/result";

/** What was found in a text, located in the file that holds it. */
export function inFile<T>(file: string, parsed: Result<T>): Result<T> {
  return parsed.ok
    ? { ...parsed, warnings: parsed.warnings.map((warning) => at({ file }, warning)) }
    : { ok: false, issues: parsed.issues.map((one) => at({ file }, one)) };
}
