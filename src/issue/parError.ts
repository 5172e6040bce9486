import { formatIssue } from "./formatIssue";
import type { Issue } from "./issue";

/**
 * The one exception this library throws: the data has issues, all of which stand in `issues`.
 * Its message is for a log; show people `issues` through {@link formatIssue}, in their language.
 *
 * @example
 * ```ts
 * import { ParError, parseCriteria } from "par-index";
 *
 * const codes = () => {
 *   try {
 *     parseCriteria("{");
 *     return [];
 *   } catch (error) {
 *     return error instanceof ParError ? error.issues.map(({ code }) => code) : [];
 *   }
 * };
 * codes(); // => ["notJson"]
 * ```
 */
export class ParError extends Error {
  override readonly name = "ParError";

  constructor(readonly issues: readonly Issue[]) {
    super(issues.map((found) => formatIssue(found, "vi")).join("\n"));
  }
}
