import { type Result, unwrap } from "../issue/result";
import { safeParseProgress } from "../plan/parseProgress";
import type { Plan } from "../plan/plan";
import type { ProgressFile } from "../plan/progressFile";
import { inFile } from "./inFile";
import { readTextFile } from "./readTextFile";

/**
 * What a unit says of its plan (tiến độ thực hiện kế hoạch), from a JSON file, checked against the plan.
 *
 * **Errors:** {@link ParError} with every issue, located by line; {@link safeLoadProgress} answers them instead.
 *
 * @example
 * ```ts
 * import { loadPlan, loadProgress } from "par-index/node";
 * loadProgress(loadPlan("example/plan"), "criteria/example/plan/progress.json").asOf; // => "2021-09-30"
 * ```
 */
export function loadProgress(plan: Plan, file: string): ProgressFile {
  return unwrap(safeLoadProgress(plan, file));
}

/** {@link loadProgress} that answers a {@link Result} and never throws. */
export function safeLoadProgress(plan: Plan, file: string): Result<ProgressFile> {
  const text = readTextFile(file);
  return text.ok ? inFile(file, safeParseProgress(plan, text.value)) : text;
}
