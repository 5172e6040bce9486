import { readWith } from "../issue/fromZod";
import { readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
import { compilePlan, type Plan } from "./plan";
import { planFaults } from "./planFaults";
import { planFileSchema } from "./planFile";

/**
 * A plan of a year (kế hoạch cải cách hành chính năm) from its file: JSON text, or the value that such text holds. It proves itself
 * first: ids are unmistakable, days exist and can be counted, targets can be met, every statement says how sure it is.
 *
 * **Errors:** {@link ParError} with every issue at once; {@link safeParsePlan} answers them instead.
 *
 * @example
 * ```ts
 * import { safeParsePlan } from "par-index/plan";
 * safeParsePlan("{}").ok; // => false
 * ```
 */
export function parsePlan(file: unknown): Plan {
  return unwrap(safeParsePlan(file));
}

/** {@link parsePlan} that answers a {@link Result} and never throws. */
export function safeParsePlan(file: unknown): Result<Plan> {
  return readInput(file, (value) => {
    const { value: read, issues: ofShape } = readWith(planFileSchema, value);
    if (read === undefined) return { value: undefined, issues: ofShape };
    const issues = planFaults(read);
    // Days of a calendar that contradicts itself are not counted out.
    return { value: issues.some(({ severity }) => severity === "error") ? undefined : compilePlan(read), issues };
  });
}
