import { type Result, unwrap } from "../issue/result";
import { safeParsePlan } from "../plan/parsePlan";
import type { Plan } from "../plan/plan";
import { inFile } from "./inFile";
import { locateEdition } from "./locateEdition";

/**
 * A plan of a year (kế hoạch cải cách hành chính năm) by the id or short name of an edition (see `editions`), or by the path of a
 * file, which ends in `.json`.
 *
 * **Errors:** {@link ParError} with every issue, located by line; {@link safeLoadPlan} answers them instead.
 *
 * @example
 * ```ts
 * import { loadPlan } from "par-index/node";
 * loadPlan("phu-tho-plan-2021").file.targets.map(({ boundary }) => boundary); // => ["above", "atLeast", "above", "all", "all"]
 * ```
 */
export function loadPlan(edition: string): Plan {
  return unwrap(safeLoadPlan(edition));
}

/** {@link loadPlan} that answers a {@link Result} and never throws. */
export function safeLoadPlan(edition: string): Result<Plan> {
  const found = locateEdition(edition, "plan");
  if (!found.ok) return found;
  const { file, text } = found.value;
  return inFile(file, safeParsePlan(text));
}
